import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../../contract';
import type { Batch, Exhibit, Injection } from '../../../../../contract/casework';
import { inputSchema } from '../../../../app/errors/input-schema';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { InstantField } from '../../../../components/fields/instant-field';
import { FormSection } from '../../../../components/form-section';
import { UnsavedEntries } from '../../../../components/record-drawer';
import { useRecordForm } from '../../../../components/use-record-form';

const KINDS: readonly Injection['kind'][] = ['blank', 'reference', 'control', 'case'];

/** A blank comes before everything, and between. */
function nextKind(batch: Batch): Injection['kind'] {
  return batch.injections.at(-1)?.kind === 'blank' ? 'case' : 'blank';
}

/** The next injection; stays open, so that a sequence is entered one after the other. */
export function InjectionForm(props: { readonly batch: Batch; readonly exhibit: Exhibit; readonly onAdded: (batch: Batch) => void }) {
  const { t } = useTranslation();
  const { batch, exhibit, onAdded } = props;
  const lots = useQuery(api.lots.list.queryOptions({ meta: { topics: ['reference_lot'] } }));
  const form = useRecordForm(inputSchema(contract.casework.batches.addInjection), {
    batchId: batch.id,
    vial: String(batch.injections.length + 1),
    kind: nextKind(batch),
    sampleId: null as string | null,
    referenceLotId: null as string | null,
    injectedAt: new Date().toISOString(),
  });
  const add = useAction(api.casework.batches.addInjection.mutationOptions(), { form, inPlace: true, onDone: onAdded });
  const { kind } = form.getValues();
  const samples = exhibit.samples.filter((sample) => sample.kind !== 'population');
  const ofCase = kind === 'case';
  const ofLot = kind === 'reference' || kind === 'control';
  return (
    <FormSection
      onSubmit={form.onSubmit((values) =>
        add.run({ ...values, sampleId: ofCase ? values.sampleId : null, referenceLotId: ofLot ? values.referenceLotId : null }),
      )}
      submitLabel={t('casework:sequence.save-injection', { position: batch.injections.length + 1 })}
      busy={add.busy}
      failure={add.failure}
    >
      <UnsavedEntries unsaved={form.isDirty() && !add.busy} />
      <SimpleGrid cols={2} verticalSpacing="sm">
        <TextInput label={t('casework:sequence.vial')} required {...form.getInputProps('vial')} />
        <Select
          label={t('casework:sequence.kind')}
          data-autofocus
          allowDeselect={false}
          data={KINDS.map((value) => ({ value, label: t(`casework:sequence.kinds.${value}`) }))}
          {...form.getInputProps('kind')}
        />
      </SimpleGrid>
      {ofCase && (
        <Select
          label={t('casework:sequence.sample')}
          description={samples.length === 0 ? t('casework:sequence.no-samples') : undefined}
          required
          allowDeselect={false}
          data={samples.map(({ id, code, description }) => ({ value: id, label: description === '' ? code : `${code} · ${description}` }))}
          {...form.getInputProps('sampleId')}
        />
      )}
      {ofLot && (
        <Select
          label={t('casework:sequence.lot')}
          required={kind === 'reference'}
          searchable
          clearable={kind === 'control'}
          nothingFoundMessage={t('frame:search.nothing')}
          data={(lots.data ?? [])
            .filter(({ withdrawn }) => !withdrawn)
            .map(({ id, code, substanceName, expired }) => ({
              value: id,
              label: t(expired ? 'casework:sequence.lot-expired' : 'casework:sequence.lot-is', { code, substance: substanceName }),
            }))}
          {...form.getInputProps('referenceLotId')}
        />
      )}
      <InstantField label={t('casework:sequence.injected')} required {...form.getInputProps('injectedAt')} />
    </FormSection>
  );
}
