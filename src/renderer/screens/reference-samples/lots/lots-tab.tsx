import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReferenceLot } from '../../../../contract/lots';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import type { ReferencesAddress } from '../address';
import { lotColumns } from './lot-columns';
import { LotForm } from './lot-form';

/** Lots of reference material. */
export function LotsTab({ address }: { readonly address: ReferencesAddress }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const mayEdit = useMay('lots.edit');
  const lots = useQuery(api.lots.list.queryOptions({ meta: { topics: ['reference_lot', 'substance'] } }));
  const decimalMark = formatNumber(0.5, i18n.language, 1).charAt(1);
  const columns = useMemo(() => lotColumns(t, decimalMark), [t, decimalMark]);
  const open = lots.data?.find(({ id }) => id === address.lot);
  const show = (lot: string | undefined): void => void navigate({ to: '/reference-samples', search: { lot } });
  const addLabel = t('references:lots.add');
  if (lots.error !== null) return <ErrorAlert error={presentError(lots.error, t)} onRetry={() => void lots.refetch()} />;
  return (
    <>
      <DataList<ReferenceLot>
        id="reference-lots"
        label={t('references:lots.title')}
        rows={lots.data}
        rowKey={({ id }) => id}
        columns={columns}
        initialSort={{ column: 'code', descending: true }}
        onOpen={({ id }) => show(id)}
        quiet={({ withdrawn }) => withdrawn}
        empty={{
          title: t('references:lots.empty'),
          hint: t('references:lots.empty-hint'),
          action: mayEdit ? { label: addLabel, onClick: () => show('new') } : undefined,
        }}
        tools={
          mayEdit && (
            <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => show('new')}>
              {addLabel}
            </Button>
          )
        }
      />
      <RecordDrawer opened={address.lot === 'new'} title={addLabel} onClose={() => show(undefined)} size={560}>
        <LotForm lot={null} onClose={() => show(undefined)} onReload={() => show(undefined)} />
      </RecordDrawer>
      <RecordDrawer
        opened={open !== undefined}
        title={open === undefined ? '' : `${open.code} · ${open.substanceName}`}
        onClose={() => show(undefined)}
        size={560}
      >
        {open !== undefined && (
          <LotForm key={open.rowVersion} lot={open} onClose={() => show(undefined)} onReload={() => void lots.refetch()} />
        )}
      </RecordDrawer>
    </>
  );
}
