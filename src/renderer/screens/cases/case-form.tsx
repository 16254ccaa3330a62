import { Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../contract';
import type { CaseSummary } from '../../../contract/casework';
import { inputSchema } from '../../app/errors/input-schema';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { DayField } from '../../components/fields/day-field';
import { InstantField } from '../../components/fields/instant-field';
import { FormSection } from '../../components/form-section';
import { ReasonField } from '../../components/reason-field';
import { UnsavedEntries } from '../../components/record-drawer';
import { useRecordForm } from '../../components/use-record-form';
import { useReopening } from '../../components/use-reopening';
import { CustomerDialog, CustomerSelect } from './customer-select';

interface CaseFormProps {
  /** Null: a new case. */
  readonly caseFile: CaseSummary | null;
  readonly onClose: () => void;
  readonly onSaved?: (caseFile: CaseSummary) => void;
}

const newCase = () => ({
  title: '',
  customerId: '',
  customerReference: '',
  receivedAt: new Date().toISOString(),
  seizedOn: null as string | null,
  seizurePlace: '',
  request: '',
  status: 'open' as CaseSummary['status'],
});

function CaseFields({ caseFile, onClose, onSaved, onReload }: CaseFormProps & { readonly onReload: () => void }) {
  const { t } = useTranslation();
  const [namingCustomer, setNamingCustomer] = useState(false);
  const schema = caseFile === null ? inputSchema(contract.casework.cases.create) : inputSchema(contract.casework.cases.update);
  const form = useRecordForm(schema, { ...newCase(), ...caseFile, reason: '' });
  const options = {
    form,
    inPlace: true,
    success: ({ code }: CaseSummary) => t('casework:case.saved', { code }),
    onDone: (saved: CaseSummary) => {
      onClose();
      onSaved?.(saved);
    },
  };
  const create = useAction(api.casework.cases.create.mutationOptions(), options);
  const update = useAction(api.casework.cases.update.mutationOptions(), options);
  const { run, busy, failure } = caseFile === null ? create : update;
  return (
    <>
      <FormSection
        onSubmit={form.onSubmit((values) => run({ ...values, id: caseFile?.id ?? '', rowVersion: caseFile?.rowVersion ?? 0 }))}
        submitLabel={t(caseFile === null ? 'casework:case.open' : 'casework:save')}
        busy={busy}
        failure={failure}
        onReload={onReload}
        canSubmit={form.isDirty()}
      >
        <UnsavedEntries unsaved={form.isDirty() && !busy} />
        <TextInput
          label={t('casework:case.title')}
          description={t('casework:case.title-hint')}
          data-autofocus
          required
          {...form.getInputProps('title')}
        />
        <CustomerSelect required onNew={() => setNamingCustomer(true)} {...form.getInputProps('customerId')} />
        <TextInput label={t('casework:case.reference')} {...form.getInputProps('customerReference')} />
        <SimpleGrid cols={2} verticalSpacing="sm">
          <InstantField label={t('casework:case.received')} required {...form.getInputProps('receivedAt')} />
          <DayField label={t('casework:case.seized')} clearable {...form.getInputProps('seizedOn')} />
        </SimpleGrid>
        <TextInput label={t('casework:case.place')} {...form.getInputProps('seizurePlace')} />
        <Textarea
          label={t('casework:case.request')}
          description={t('casework:case.request-hint')}
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('request')}
        />
        {caseFile !== null && (
          <>
            <Select
              label={t('casework:case.status')}
              description={t('casework:case.status-hint')}
              allowDeselect={false}
              data={(['open', 'closed'] as const).map((value) => ({ value, label: t(`casework:case.is.${value}`) }))}
              {...form.getInputProps('status')}
            />
            <ReasonField required {...form.getInputProps('reason')} />
          </>
        )}
      </FormSection>
      <CustomerDialog
        opened={namingCustomer}
        onClose={() => setNamingCustomer(false)}
        onCreated={({ id }) => form.setFieldValue('customerId', id)}
      />
    </>
  );
}

/** A case, new or received already; changes of a received one carry a reason. */
export function CaseForm({ onReload, ...props }: CaseFormProps & { readonly onReload: () => Promise<unknown> }) {
  const [opening, reopen] = useReopening(onReload);
  return <CaseFields key={opening} {...props} onReload={reopen} />;
}
