import { Alert, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../../contract';
import { reason } from '../../../../../contract/base';
import { type CustodyEvent, custodyEvent, type Exhibit } from '../../../../../contract/casework';
import { formatInstant } from '../../../../../i18n/formats/dates';
import { inputSchema } from '../../../../app/errors/input-schema';
import { useAction } from '../../../../app/errors/use-action';
import { usePerson } from '../../../../app/system-state';
import { api } from '../../../../app/wire/client';
import { InstantField } from '../../../../components/fields/instant-field';
import { FormSection } from '../../../../components/form-section';
import { UnsavedEntries } from '../../../../components/record-drawer';
import { useRecordForm } from '../../../../components/use-record-form';
import { WitnessSelect } from '../../witness-select';

/** What a person records; receipt comes with the exhibit, a correction from the entry it corrects. */
const KINDS = custodyEvent.shape.kind.options.filter((kind) => kind !== 'correction');

/** A new entry of the chain of custody, or the correction of one: the old entry stays as it is. */
export function CustodyForm({
  exhibit,
  corrects,
  onClose,
}: {
  readonly exhibit: Exhibit;
  readonly corrects: CustodyEvent | null;
  readonly onClose: () => void;
}) {
  const { t, i18n } = useTranslation();
  const { fullName } = usePerson();
  const last = exhibit.custody.at(-1);
  const schema = inputSchema(contract.casework.custody.add);
  const form = useRecordForm(corrects === null ? schema : schema.extend({ note: reason }), {
    exhibitId: exhibit.id,
    kind: (corrects === null ? 'opened' : 'correction') as CustodyEvent['kind'],
    occurredAt: corrects?.occurredAt ?? new Date().toISOString(),
    fromParty: corrects?.fromParty ?? '',
    toParty: corrects?.toParty ?? '',
    sealBefore: corrects?.sealBefore ?? last?.sealAfter ?? '',
    sealAfter: corrects?.sealAfter ?? '',
    location: corrects?.location ?? last?.location ?? '',
    witnessId: null as string | null,
    note: '',
    correctsId: corrects?.id ?? null,
  });
  const add = useAction(api.casework.custody.add.mutationOptions(), {
    form,
    inPlace: true,
    success: t('casework:custody-log.added'),
    onDone: onClose,
  });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => add.run(values))}
      submitLabel={t('casework:custody-log.save')}
      busy={add.busy}
      failure={add.failure}
    >
      <UnsavedEntries unsaved={form.isDirty() && !add.busy} />
      <Alert color={corrects === null ? 'blue' : 'orange'}>
        {corrects === null
          ? t('casework:custody-log.append-only')
          : t('casework:custody-log.correction-text', {
              kind: t(`casework:custody.kind.${corrects.kind}`),
              when: formatInstant(corrects.occurredAt, i18n.language),
            })}
      </Alert>
      <SimpleGrid cols={2} verticalSpacing="sm">
        {corrects === null && (
          <Select
            label={t('casework:custody-log.what')}
            data-autofocus
            allowDeselect={false}
            data={KINDS.map((value) => ({ value, label: t(`casework:custody.kind.${value}`) }))}
            {...form.getInputProps('kind')}
          />
        )}
        <InstantField label={t('casework:custody-log.when')} required {...form.getInputProps('occurredAt')} />
        <TextInput label={t('casework:custody-log.from')} {...form.getInputProps('fromParty')} />
        <TextInput label={t('casework:custody-log.to')} placeholder={fullName} {...form.getInputProps('toParty')} />
        <TextInput label={t('casework:custody-log.seal-before')} {...form.getInputProps('sealBefore')} />
        <TextInput label={t('casework:custody-log.seal-after')} {...form.getInputProps('sealAfter')} />
        <TextInput label={t('casework:custody-log.location')} {...form.getInputProps('location')} />
        <WitnessSelect label={t('casework:custody-log.witness')} {...form.getInputProps('witnessId')} />
      </SimpleGrid>
      <Textarea
        label={t(corrects === null ? 'casework:custody-log.note' : 'casework:custody-log.correction-why')}
        required={corrects !== null}
        autosize
        minRows={2}
        maxRows={5}
        {...form.getInputProps('note')}
      />
    </FormSection>
  );
}
