import { Button, Group, Modal, Select, type SelectProps, Textarea, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '../../../contract';
import type { Customer } from '../../../contract/laboratory';
import { inputSchema } from '../../app/errors/input-schema';
import { useAction } from '../../app/errors/use-action';
import { useMay } from '../../app/system-state';
import { api } from '../../app/wire/client';
import { FormSection } from '../../components/form-section';
import { useRecordForm } from '../../components/use-record-form';

/** Who brought it, with a way to enter a customer who is not known yet. */
export function CustomerSelect({ onNew, ...props }: Omit<SelectProps, 'data'> & { readonly onNew: () => void }) {
  const { t } = useTranslation();
  const mayAdd = useMay('customers.edit');
  const customers = useQuery(api.laboratory.customers.list.queryOptions({ meta: { topics: ['customer'] } }));
  const data = (customers.data ?? [])
    .filter(({ id, retiredAt }) => retiredAt === null || id === props.value)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Group align="flex-end" gap="xs" wrap="nowrap">
      <Select
        label={t('casework:case.customer')}
        flex={1}
        searchable
        allowDeselect={false}
        nothingFoundMessage={t('frame:search.nothing')}
        data={data}
        {...props}
      />
      {mayAdd && (
        <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={onNew}>
          {t('casework:customer.add')}
        </Button>
      )}
    </Group>
  );
}

function CustomerFields({ onClose, onCreated }: { readonly onClose: () => void; readonly onCreated: (customer: Customer) => void }) {
  const { t } = useTranslation();
  const form = useRecordForm(inputSchema(contract.laboratory.customers.create), {
    name: '',
    address: '',
    contactPerson: '',
    email: '',
    phone: '',
  });
  const create = useAction(api.laboratory.customers.create.mutationOptions(), {
    form,
    inPlace: true,
    onDone: (customer) => {
      onCreated(customer);
      onClose();
    },
  });
  return (
    <FormSection
      onSubmit={form.onSubmit((values) => create.run(values))}
      submitLabel={t('casework:customer.save')}
      busy={create.busy}
      failure={create.failure}
      onCancel={onClose}
    >
      <TextInput label={t('casework:customer.name')} data-autofocus required {...form.getInputProps('name')} />
      <Textarea
        label={t('casework:customer.address')}
        description={t('casework:customer.address-hint')}
        autosize
        minRows={2}
        maxRows={4}
        {...form.getInputProps('address')}
      />
      <TextInput label={t('casework:customer.contact')} {...form.getInputProps('contactPerson')} />
      <TextInput label={t('casework:customer.email')} type="email" {...form.getInputProps('email')} />
      <TextInput label={t('casework:customer.phone')} type="tel" {...form.getInputProps('phone')} />
    </FormSection>
  );
}

/** A customer entered on the way; stands beside the form of the case, never inside it. */
export function CustomerDialog(props: {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onCreated: (customer: Customer) => void;
}) {
  const { t } = useTranslation();
  const { opened, onClose, onCreated } = props;
  return (
    <Modal opened={opened} onClose={onClose} title={t('casework:customer.new')}>
      {opened && <CustomerFields onClose={onClose} onCreated={onCreated} />}
    </Modal>
  );
}
