import { Button, Switch } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Method } from '../../../../contract/laboratory';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import { methodColumns } from './method-columns';
import { MethodForm } from './method-form';

export function MethodsSection() {
  const { t } = useTranslation();
  const mayEdit = useMay('methods.edit');
  const methods = useQuery(api.laboratory.methods.list.queryOptions({ meta: { topics: ['method'] } }));
  const [openId, setOpenId] = useState<string | 'new' | null>(null);
  const [withOld, setWithOld] = useState(false);
  const columns = useMemo(() => methodColumns(t), [t]);
  const rows = useMemo(() => methods.data?.filter(({ retiredAt }) => withOld || retiredAt === null), [methods.data, withOld]);
  const open = methods.data?.find(({ id }) => id === openId);
  const close = (): void => setOpenId(null);
  const add = (): void => setOpenId('new');
  const addLabel = t('administration:methods.add');
  if (methods.error !== null) return <ErrorAlert error={presentError(methods.error, t)} onRetry={() => void methods.refetch()} />;
  return (
    <>
      <DataList<Method>
        id="methods"
        label={t('administration:section.methods')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        initialSort={{ column: 'code', descending: false }}
        onOpen={({ id }) => setOpenId(id)}
        quiet={({ retiredAt }) => retiredAt !== null}
        empty={{
          title: t('administration:methods.empty'),
          hint: t('administration:methods.empty-hint'),
          action: mayEdit ? { label: addLabel, onClick: add } : undefined,
        }}
        tools={
          <>
            {mayEdit && (
              <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
                {addLabel}
              </Button>
            )}
            <Switch
              size="xs"
              label={t('administration:methods.with-old')}
              checked={withOld}
              onChange={(event) => setWithOld(event.currentTarget.checked)}
            />
          </>
        }
      />
      <RecordDrawer opened={openId === 'new'} onClose={close} title={addLabel} size={560}>
        <MethodForm method={null} onClose={close} onReload={methods.refetch} />
      </RecordDrawer>
      <RecordDrawer opened={open !== undefined} onClose={close} size={560} title={open && <CodeText code={open.code} />}>
        {open !== undefined && <MethodForm method={open} onClose={close} onReload={methods.refetch} />}
      </RecordDrawer>
    </>
  );
}
