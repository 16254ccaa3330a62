import { Button, Group, Menu, Progress, Text } from '@mantine/core';
import { IconDownload, IconPlayerStop } from '@tabler/icons-react';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { reportLanguage } from '../../../../contract/base';
import type { Batch, BatchRow } from '../../../../contract/batches';
import { QueryState } from '../../../app/errors/query-state';
import { useAction } from '../../../app/errors/use-action';
import { useOpenRecord } from '../../../app/record/open-record';
import { api } from '../../../app/wire/client';
import { DataList } from '../../../components/data-list/data-list';
import { PageHeader } from '../../../components/page-header';
import { Screen } from '../../../components/screen';
import { QueryWarnings } from '../query-warnings';
import classes from './batch.module.css';
import { batchColumns } from './batch-columns';
import { RunPicture } from './run-picture';
import { useBatchRows } from './use-batch-rows';

const NO_ROWS: readonly BatchRow[] = [];
const FORMATS = ['csv', 'json', 'pdf'] as const;

/** Many unknowns searched one after the other, or a run's components: a row each, filled in as they are done. */
export function BatchScreen() {
  const { batchId } = useParams({ from: '/identify/batches/$batchId' });
  const found = useBatchRows(batchId);
  return (
    <Screen fill>
      <QueryState query={found.batch}>{(batch) => <BatchTable batch={batch} found={found} />}</QueryState>
    </Screen>
  );
}

function BatchTable({ batch, found }: { readonly batch: Batch; readonly found: ReturnType<typeof useBatchRows> }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const { rows, job } = found;
  const columns = useMemo(() => batchColumns(t, i18n.language, batch), [t, i18n.language, batch]);
  const cancel = useAction(api.jobs.cancel.mutationOptions());
  useOpenRecord([{ label: batch.name }]);
  const open = ({ searchId }: BatchRow): void => {
    if (searchId !== null) void navigate({ to: '/identify', search: { search: searchId, exhibit: batch.exhibitId ?? undefined } });
  };
  const jobId = batch.jobId;
  return (
    <>
      <PageHeader
        title={<bdi>{batch.name}</bdi>}
        hint={
          <span>{batch.rows === null ? t('search:run.taking-apart') : t(`search:batch.hint.${batch.kind}`, { count: batch.rows })}</span>
        }
        actions={
          <>
            {batch.state === 'running' && jobId !== null && job?.canCancel === true && (
              <Button
                size="xs"
                variant="default"
                leftSection={<IconPlayerStop size={16} aria-hidden />}
                loading={cancel.busy}
                onClick={() => cancel.run({ id: jobId })}
              >
                {t('search:batch.stop')}
              </Button>
            )}
            <SaveBatch batch={batch} />
          </>
        }
      />
      <BatchProgress batch={batch} />
      <QueryWarnings warnings={batch.warnings} />
      <div className={classes.body} data-kind={batch.kind}>
        {batch.kind === 'run' && <RunPicture batch={batch} rows={rows ?? NO_ROWS} />}
        <div className={classes.table}>
          <DataList<BatchRow>
            id={batch.kind === 'run' ? 'run-components' : 'batch-rows'}
            label={t('search:batch.title')}
            rows={rows}
            rowKey={({ row }) => String(row)}
            columns={columns}
            onOpen={open}
            empty={{
              title: batch.state === 'running' ? t('identify:searching') : t('search:batch.empty'),
              hint: t(`search:batch.empty-hint.${batch.kind}`),
            }}
          />
        </div>
      </div>
    </>
  );
}

function BatchProgress({ batch }: { readonly batch: Batch }) {
  const { t } = useTranslation();
  const { rows, done, refused, state } = batch;
  const told =
    rows === null && state === 'running'
      ? t('search:run.taking-apart')
      : t(`search:batch.state.${state}`, { done: done + refused, rows: rows ?? 0, refused });
  return (
    <Group gap="sm" wrap="nowrap">
      {state === 'running' && (
        <Progress
          value={rows === null || rows === 0 ? 0 : (100 * (done + refused)) / rows}
          className={classes.progress}
          aria-label={t('search:batch.progress')}
        />
      )}
      <Text size="sm" c="dimmed" role="status">
        {told}
      </Text>
    </Group>
  );
}

function SaveBatch({ batch }: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation();
  const save = useAction(api.batches.save.mutationOptions(), {
    success: (saved) => (saved === null ? t('files:export.cancelled') : t('files:saved', { path: saved.path })),
  });
  const language = reportLanguage.safeParse(i18n.language).data ?? 'en';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" loading={save.busy} leftSection={<IconDownload size={16} aria-hidden />}>
          {t('search:save.title')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map((format) => (
          <Menu.Item key={format} onClick={() => save.run({ id: batch.id, format, language })}>
            {t(`search:save.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
