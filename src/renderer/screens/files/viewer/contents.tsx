import { useDebouncedValue } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, ItemSummary, OpenedFile, OpenedFileSummary } from '../../../../contract/measurements';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { api } from '../../../app/wire/client';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import type { FileAddress } from '../address';
import classes from '../files.module.css';
import { PassedOverList } from '../opening/passed-over-list';
import { RefusedList } from '../opening/refused-list';
import { distinctName, sharedStart } from './distinct-names';
import { useFiles, useItems } from './use-pages';

/** What lies beside the picture: the other files of the batch, the records of this file. Nothing for one file of one record. */
export function Contents({ file, address }: { readonly file: OpenedFile; readonly address: FileAddress }) {
  const { batch } = address;
  return (
    <div className={classes.contents}>
      {batch !== undefined && <BatchFiles batchId={batch} fileId={file.id} address={address} />}
      {(file.items > 1 || batch === undefined) && <FileItems file={file} address={address} />}
    </div>
  );
}

function Name({ name, shared }: { readonly name: string; readonly shared: number }) {
  return <bdi title={name}>{distinctName(name, shared)}</bdi>;
}

function BatchFiles(props: { readonly batchId: string; readonly fileId: string; readonly address: FileAddress }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { batchId, fileId, address } = props;
  const [text, setText] = useState('');
  const [quietText] = useDebouncedValue(text.trim(), 150);
  const { rows, total, loadMore, error, refetch } = useFiles({ text: quietText, batchId });
  const batch = useQuery(api.measurements.batch.queryOptions({ input: { id: batchId }, meta: { topics: [] } }));
  const shared = useMemo(() => sharedStart(rows?.map(({ path }) => path) ?? []), [rows]);
  const columns = useMemo(
    (): readonly Column<OpenedFileSummary>[] => [
      {
        id: 'path',
        header: t('files:file.name'),
        value: ({ path }) => path,
        cell: ({ path }) => (
          <span className={classes.fromEnd}>
            <Name name={path} shared={shared} />
          </span>
        ),
        width: { grow: 3, least: 120 },
      },
      { id: 'items', header: t('files:items.count'), value: ({ items }) => items, align: 'end', width: 84 },
    ],
    [t, shared],
  );
  if (error !== null) return <ErrorAlert error={presentError(error, t)} onRetry={refetch} />;
  return (
    <>
      <DataList<OpenedFileSummary>
        id="batch-files"
        label={t('files:batch.title')}
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        currentKey={fileId}
        onOpen={({ id }) =>
          void navigate({ to: '/library/files/$fileId', params: { fileId: id }, search: { batch: batchId, panel: address.panel } })
        }
        remote={{ total, loadMore, search: text, onSearch: setText }}
        empty={{ title: t('files:batch.empty') }}
      />
      {batch.data !== undefined && batch.data.refused.length + batch.data.passedOver.length > 0 && (
        <LeftOut refused={batch.data.refused} passedOver={batch.data.passedOver} />
      )}
    </>
  );
}

/** In a low window the files come first; what was left out is one line that opens. */
const LOW = '(max-height: 700px)';

function LeftOut({ refused, passedOver }: Pick<Batch, 'refused' | 'passedOver'>) {
  const { t } = useTranslation();
  return (
    <details className={classes.leftOut} open={!window.matchMedia(LOW).matches}>
      <summary data-refused={refused.length > 0 || undefined}>
        {refused.length > 0 && <IconAlertTriangle size={14} aria-hidden />}{' '}
        {t('files:batch.left-out', { count: refused.length + passedOver.length })}
      </summary>
      <RefusedList refused={refused} />
      <PassedOverList passedOver={passedOver} />
    </details>
  );
}

function FileItems({ file, address }: { readonly file: OpenedFile; readonly address: FileAddress }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [quietText] = useDebouncedValue(text.trim(), 150);
  const { rows, total, loadMore, error, refetch } = useItems(file.id, quietText);
  const shared = useMemo(() => sharedStart(rows?.map(({ name }) => name).filter((name) => name !== '') ?? []), [rows]);
  const columns = useMemo(
    (): readonly Column<ItemSummary>[] => [
      { id: 'index', header: t('files:items.number'), value: ({ index }) => index + 1, align: 'end', width: 56 },
      {
        id: 'name',
        header: t('files:items.name'),
        value: ({ name }) => name,
        // A record without a name is known by its time.
        cell: ({ name, retentionTime }) => (name === '' ? (retentionTime ?? '–') : <Name name={name} shared={shared} />),
        width: { grow: 3, least: 110 },
      },
      {
        id: 'technique',
        header: t('files:technique-label'),
        value: ({ technique }) => t(`files:technique.${technique}`),
        width: 120,
        hiddenAtFirst: true,
      },
      { id: 'points', header: t('files:items.points'), value: ({ points }) => points, align: 'end', width: 70 },
      { id: 'time', header: t('files:items.retention-time'), value: ({ retentionTime }) => retentionTime, width: 100, hiddenAtFirst: true },
    ],
    [t, shared],
  );
  if (error !== null) return <ErrorAlert error={presentError(error, t)} onRetry={refetch} />;
  return (
    <DataList<ItemSummary>
      id="file-items"
      label={t('files:items.title')}
      rows={rows}
      rowKey={({ index }) => String(index)}
      columns={columns}
      currentKey={String(address.item ?? 0)}
      onOpen={({ index }) =>
        void navigate({ to: '/library/files/$fileId', params: { fileId: file.id }, search: { ...address, item: index }, replace: true })
      }
      remote={{ total, loadMore, search: text, onSearch: setText }}
      empty={{ title: t('files:items.empty') }}
    />
  );
}
