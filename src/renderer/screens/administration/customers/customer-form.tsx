import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../../contract';
import type { Customer } from '../../../../contract/laboratory';
import { inputSchema } from '../../../app/errors/input-schema';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { FormSection } from '../../../components/form-section';
import { ReasonField } from '../../../components/reason-field';
import { UnsavedEntries } from '../../../components/record-drawer';
import { useRecordForm } from '../../../components/use-record-form';
import { useReopening } from '../../../components/use-reopening';

interface CustomerFormProps {
  readonly customer: Customer | null;
  readonly onClose: () => void;
  readonly onReload: () => void;
}

const EMPTY = { name: '', address: '', contactPerson: '', email: '', phone: '' };

function CustomerFields({ customer, onClose, onReload }: CustomerFormProps) {
  const { t } = useTranslation();
  const mayEdit = useMay('customers.edit');
  const schema = customer === null ? inputSchema(contract.laboratory.customers.create) : inputSchema(contract.laboratory.customers.update);
  const form = useRecordForm(schema, { ...EMPTY, ...customer, reason: '' });
  const options = { form, inPlace: true, success: t('administration:saved'), onDone: onClose };
  const create = useAction(api.laboratory.customers.create.mutationOptions(), options);
  const update = useAction(api.laboratory.customers.update.mutationOptions(), options);
  const { run, busy, failure } = customer === null ? create : update;
  const field = (path: string) => ({ ...form.getInputProps(path), readOnly: !mayEdit });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => run({ ...values, id: customer?.id ?? '', rowVersion: customer?.rowVersion ?? 0 }))}
      submitLabel={t('administration:save')}
      busy={busy}
      failure={failure}
      onReload={onReload}
      canSubmit={mayEdit && (customer === null || form.isDirty())}
    >
      <UnsavedEntries unsaved={form.isDirty() && !busy} />
      <TextInput
        label={t('administration:customers.name')}
        description={t('administration:customers.name-hint')}
        data-autofocus
        {...field('name')}
      />
      <Textarea label={t('administration:laboratory.address')} autosize minRows={3} maxRows={5} {...field('address')} />
      <TextInput label={t('administration:customers.contact')} {...field('contactPerson')} />
      <TextInput label={t('administration:laboratory.email')} type="email" {...field('email')} />
      <TextInput label={t('administration:laboratory.phone')} type="tel" {...field('phone')} />
      {customer !== null && mayEdit && <ReasonField {...form.getInputProps('reason')} />}
    </FormSection>
  );
}

/** A customer, new or known. */
export function CustomerForm({ onReload, ...props }: Omit<CustomerFormProps, 'onReload'> & { readonly onReload: () => Promise<unknown> }) {
  const [opening, reopen] = useReopening(onReload);
  return <CustomerFields key={opening} {...props} onReload={reopen} />;
}
