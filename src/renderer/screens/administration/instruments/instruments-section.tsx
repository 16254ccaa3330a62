import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instrument } from '../../../../contract/laboratory';
import { localDay } from '../../../../i18n/formats/dates';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import { instrumentColumns } from './instrument-columns';
import { InstrumentForm } from './instrument-form';

export function InstrumentsSection() {
  const { t } = useTranslation();
  const mayEdit = useMay('instruments.edit');
  const instruments = useQuery(api.laboratory.instruments.list.queryOptions({ meta: { topics: ['instrument'] } }));
  const [openId, setOpenId] = useState<string | 'new' | null>(null);
  const columns = useMemo(() => instrumentColumns(t, localDay(new Date())), [t]);
  const open = instruments.data?.find(({ id }) => id === openId);
  const close = (): void => setOpenId(null);
  const add = (): void => setOpenId('new');
  const addLabel = t('administration:instruments.add');
  if (instruments.error !== null)
    return <ErrorAlert error={presentError(instruments.error, t)} onRetry={() => void instruments.refetch()} />;
  return (
    <>
      <DataList<Instrument>
        id="instruments"
        label={t('administration:section.instruments')}
        rows={instruments.data}
        rowKey={({ id }) => id}
        columns={columns}
        initialSort={{ column: 'code', descending: false }}
        onOpen={({ id }) => setOpenId(id)}
        quiet={({ inService }) => !inService}
        empty={{
          title: t('administration:instruments.empty'),
          hint: t('administration:instruments.empty-hint'),
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
        <InstrumentForm instrument={null} onClose={close} onReload={instruments.refetch} />
      </RecordDrawer>
      <RecordDrawer opened={open !== undefined} onClose={close} title={open && <CodeText code={open.code} />}>
        {open !== undefined && <InstrumentForm instrument={open} onClose={close} onReload={instruments.refetch} />}
      </RecordDrawer>
    </>
  );
}
