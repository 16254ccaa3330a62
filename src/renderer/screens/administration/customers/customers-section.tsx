import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../contract/laboratory';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import { CustomerForm } from './customer-form';

function customerColumns(t: TFunction): readonly Column<Customer>[] {
  return [
    { id: 'name', header: t('administration:customers.name'), value: ({ name }) => name, width: { grow: 2, least: 180 } },
    {
      id: 'contact',
      header: t('administration:customers.contact'),
      value: ({ contactPerson }) => contactPerson,
      width: { grow: 1, least: 140 },
    },
    { id: 'email', header: t('administration:laboratory.email'), value: ({ email }) => email, width: { grow: 1, least: 160 } },
    { id: 'phone', header: t('administration:laboratory.phone'), value: ({ phone }) => phone, width: 150 },
    {
      id: 'address',
      header: t('administration:laboratory.address'),
      value: ({ address }) => address.replaceAll('\n', ', '),
      width: { grow: 2, least: 180 },
    },
  ];
}

export function CustomersSection() {
  const { t } = useTranslation();
  const mayEdit = useMay('customers.edit');
  const customers = useQuery(api.laboratory.customers.list.queryOptions({ meta: { topics: ['customer'] } }));
  const [openId, setOpenId] = useState<string | 'new' | null>(null);
  const columns = useMemo(() => customerColumns(t), [t]);
  const open = customers.data?.find(({ id }) => id === openId);
  const close = (): void => setOpenId(null);
  const add = (): void => setOpenId('new');
  const addLabel = t('administration:customers.add');
  if (customers.error !== null) return <ErrorAlert error={presentError(customers.error, t)} onRetry={() => void customers.refetch()} />;
  return (
    <>
      <DataList<Customer>
        id="customers"
        label={t('administration:section.customers')}
        rows={customers.data}
        rowKey={({ id }) => id}
        columns={columns}
        initialSort={{ column: 'name', descending: false }}
        onOpen={({ id }) => setOpenId(id)}
        quiet={({ retiredAt }) => retiredAt !== null}
        empty={{
          title: t('administration:customers.empty'),
          hint: t('administration:customers.empty-hint'),
          action: mayEdit ? { label: addLabel, onClick: add } : undefined,
        }}
        tools={
          mayEdit && (
            <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {addLabel}
            </Button>
          )
        }
      />
      <RecordDrawer opened={openId === 'new'} onClose={close} title={addLabel}>
        <CustomerForm customer={null} onClose={close} onReload={customers.refetch} />
      </RecordDrawer>
      <RecordDrawer opened={open !== undefined} onClose={close} title={open?.name}>
        {open !== undefined && <CustomerForm customer={open} onClose={close} onReload={customers.refetch} />}
      </RecordDrawer>
    </>
  );
}
