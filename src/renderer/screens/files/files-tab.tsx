import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { technique } from '../../../contract/curves';
import type { OpenedFileSummary } from '../../../contract/measurements';
import { formatBytes } from '../../../i18n/formats/numbers';
import { ErrorAlert } from '../../app/errors/error-alert';
import { presentError } from '../../app/errors/present-error';
import type { Column } from '../../components/data-list/column';
import { DataList } from '../../components/data-list/data-list';
import { DateText } from '../../components/date-text';
import { StatusBadge } from '../../components/status-badge';
import { useFiles } from './viewer/use-pages';

type Technique = OpenedFileSummary['techniques'][number];

function useFileColumns(): readonly Column<OpenedFileSummary>[] {
  const { t, i18n } = useTranslation();
  return useMemo(
    () => [
      { id: 'name', header: t('files:file.name'), value: ({ path }) => path, width: { grow: 3, least: 180 } },
      { id: 'title', header: t('files:items.name'), value: ({ title }) => title, width: { grow: 2, least: 140 } },
      { id: 'format', header: t('files:file.format'), value: ({ format }) => t(`files:format.${format}`), width: 150 },
      {
        id: 'techniques',
        header: t('files:technique-label'),
        value: ({ techniques }) => techniques.map((name) => t(`files:technique.${name}`)).join(', '),
        width: 150,
      },
      { id: 'items', header: t('files:items.count'), value: ({ items }) => items, align: 'end', width: 76 },
      {
        id: 'size',
        header: t('files:file.size'),
        value: ({ size }) => size,
        cell: ({ size }) => formatBytes(size, i18n.language),
        align: 'end',
        width: 90,
        hiddenAtFirst: true,
      },
      { id: 'sample', header: t('files:condition.sample'), value: ({ sample }) => sample, width: 130, hiddenAtFirst: true },
      { id: 'measured', header: t('files:condition.measuredAt'), value: ({ measuredAt }) => measuredAt, width: 150, hiddenAtFirst: true },
      {
        id: 'opened',
        header: t('files:file.opened'),
        value: ({ openedAt }) => openedAt,
        cell: ({ openedAt }) => <DateText instant={openedAt} />,
        width: 150,
      },
      { id: 'by', header: t('files:file.opened-by'), value: ({ openedBy }) => openedBy, width: 130, hiddenAtFirst: true },
      {
        id: 'state',
        header: t('files:file.state'),
        value: ({ refusal, warningTotal }) => (refusal === null ? warningTotal : -1),
        cell: ({ refusal, warningTotal }) =>
          refusal !== null ? (
            <StatusBadge tone="attention" label={t('files:reading.partly')} />
          ) : warningTotal > 0 ? (
            <StatusBadge tone="attention" label={t('files:reading.warnings', { count: warningTotal })} />
          ) : (
            <StatusBadge tone="good" label={t('files:reading.whole')} />
          ),
        width: 140,
      },
    ],
    [t, i18n.language],
  );
}

/** Every file that was opened here, kept byte for byte, newest first. */
export function FilesTab({ onOpen }: { readonly onOpen: (() => void) | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<Technique | null>(null);
  const [quietText] = useDebouncedValue(text.trim(), 150);
  const { rows, total, loadMore, error, refetch } = useFiles({ text: quietText, batchId: null, technique: kind });
  const columns = useFileColumns();
  if (error !== null) return <ErrorAlert error={presentError(error, t)} onRetry={refetch} />;
  return (
    <DataList<OpenedFileSummary>
      id="opened-files"
      label={t('files:tab.title')}
      rows={rows}
      rowKey={({ id }) => id}
      columns={columns}
      onOpen={({ id }) => void navigate({ to: '/library/files/$fileId', params: { fileId: id }, search: {} })}
      remote={{ total, loadMore, search: text, onSearch: setText, narrowed: kind !== null }}
      empty={{
        title: t('files:tab.empty'),
        hint: t('files:tab.empty-hint'),
        action: onOpen === undefined ? undefined : { label: t('files:open'), onClick: onOpen },
      }}
      tools={
        <Select
          size="xs"
          w={180}
          clearable
          aria-label={t('files:technique-label')}
          placeholder={t('files:tab.any-technique')}
          data={technique.options.map((value) => ({ value, label: t(`files:technique.${value}`) }))}
          value={kind}
          onChange={(next) => setKind(next as Technique | null)}
        />
      }
    />
  );
}
