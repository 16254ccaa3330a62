import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../../contract';
import type { Batch } from '../../../../../contract/casework';
import { inputSchema } from '../../../../app/errors/input-schema';
import { useAction } from '../../../../app/errors/use-action';
import { api } from '../../../../app/wire/client';
import { InstantField } from '../../../../components/fields/instant-field';
import { FormSection } from '../../../../components/form-section';
import { UnsavedEntries } from '../../../../components/record-drawer';
import { useRecordForm } from '../../../../components/use-record-form';

/** A new sequence: by which version of a method, on which instrument. */
export function BatchForm({ onClose, onCreated }: { readonly onClose: () => void; readonly onCreated: (batch: Batch) => void }) {
  const { t } = useTranslation();
  const methods = useQuery(api.laboratory.methods.list.queryOptions({ meta: { topics: ['method'] } }));
  const instruments = useQuery(api.laboratory.instruments.list.queryOptions({ meta: { topics: ['instrument'] } }));
  const form = useRecordForm(inputSchema(contract.casework.batches.create), {
    methodId: '',
    instrumentId: '',
    startedAt: new Date().toISOString(),
  });
  const create = useAction(api.casework.batches.create.mutationOptions(), {
    form,
    inPlace: true,
    success: ({ code }) => t('casework:sequence.created', { code }),
    onDone: onCreated,
  });
  const usable = (methods.data ?? []).filter(({ kind, retiredAt }) => kind !== 'colour' && retiredAt === null);
  const serving = (instruments.data ?? []).filter(({ kind, inService }) => kind !== 'balance' && inService);
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => create.run(values))}
      submitLabel={t('casework:sequence.create')}
      busy={create.busy}
      failure={create.failure}
      onCancel={onClose}
    >
      <UnsavedEntries unsaved={form.isDirty() && !create.busy} />
      <Select
        label={t('casework:sequence.method')}
        data-autofocus
        required
        allowDeselect={false}
        data={usable.map(({ id, code, title, version }) => ({
          value: id,
          label: t('casework:sequence.method-is', { code, title, version }),
        }))}
        {...form.getInputProps('methodId')}
      />
      <Select
        label={t('casework:sequence.instrument')}
        required
        allowDeselect={false}
        data={serving.map(({ id, code, name }) => ({ value: id, label: `${name} (${code})` }))}
        {...form.getInputProps('instrumentId')}
      />
      <InstantField label={t('casework:sequence.started')} required {...form.getInputProps('startedAt')} />
    </FormSection>
  );
}
