import { Alert, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconChecks, IconDroplet, IconFlask, IconHelpCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ComponentProps, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sequence } from '../../../../contract/measurements';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { api } from '../../../app/wire/client';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import { StatusBadge } from '../../../components/status-badge';
import classes from '../files.module.css';

type Injection = Sequence['injections'][number];

const MARKS: Readonly<Record<Injection['kind'], Pick<ComponentProps<typeof StatusBadge>, 'tone' | 'icon'>>> = {
  blank: { tone: 'info', icon: IconDroplet },
  control: { tone: 'good', icon: IconChecks },
  sample: { tone: 'neutral', icon: IconFlask },
  unknown: { tone: 'attention', icon: IconHelpCircle },
};
/** Files named in one note; the rest are counted. */
const NAMED = 8;

/** The runs of a batch in the order they were injected, so that a blank before a sample is seen before it. */
export function SequenceDrawer(props: {
  readonly batchId: string;
  readonly fileId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { batchId, fileId, opened, onClose } = props;
  const query = useQuery(api.measurements.sequence.queryOptions({ input: { batchId }, enabled: opened, meta: { topics: [] } }));
  const columns = useMemo((): readonly Column<Injection>[] => {
    const reason = ({ kindReason: { by, text } }: Injection) => t(`files:sequence.because.${by}`, { text });
    return [
      { id: 'order', header: t('files:sequence.order'), value: ({ order }) => order, align: 'end', width: 60 },
      {
        id: 'sample',
        header: t('files:condition.sample'),
        value: ({ sample, name }) => (sample === '' ? name : sample),
        width: { grow: 2, least: 140 },
      },
      {
        id: 'kind',
        header: t('files:sequence.kind'),
        value: ({ kind }) => t(`files:sequence.kinds.${kind}`),
        cell: (injection) => (
          <Tooltip label={reason(injection)} openDelay={300}>
            <span>
              <StatusBadge {...MARKS[injection.kind]} label={t(`files:sequence.kinds.${injection.kind}`)} />
            </span>
          </Tooltip>
        ),
        width: 120,
      },
      { id: 'reason', header: t('files:sequence.reason'), value: reason, width: { grow: 3, least: 190 } },
      { id: 'vial', header: t('files:condition.vial'), value: ({ vial }) => vial, width: 70 },
      { id: 'method', header: t('files:condition.method'), value: ({ method }) => method, width: 130 },
      { id: 'injected', header: t('files:sequence.injected'), value: ({ injectedAt }) => injectedAt, width: 175 },
      { id: 'place', header: t('files:sequence.place'), value: ({ place }) => place, width: 120, hiddenAtFirst: true },
      { id: 'scans', header: t('files:scans'), value: ({ scans }) => scans, align: 'end', width: 70, hiddenAtFirst: true },
      { id: 'path', header: t('files:file.name'), value: ({ path }) => path, width: { grow: 2, least: 120 } },
    ];
  }, [t]);
  return (
    <RecordDrawer opened={opened} title={t('files:sequence.title')} onClose={onClose} size={1180}>
      {query.error !== null && <ErrorAlert error={presentError(query.error, t)} onRetry={() => void query.refetch()} />}
      <div className={classes.sequence}>
        {query.data !== undefined && <SequenceNotes notes={query.data.notes} />}
        <Text size="sm" c="dimmed" mb={6} flex="none">
          {t('files:sequence.guessed')}
        </Text>
        <DataList<Injection>
          id="sequence"
          label={t('files:sequence.title')}
          rows={query.data?.injections}
          rowKey={({ fileId: file, index }) => `${file} ${index}`}
          columns={columns}
          currentKey={`${fileId} 0`}
          onOpen={({ fileId: file, index }) => {
            onClose();
            void navigate({ to: '/library/files/$fileId', params: { fileId: file }, search: { batch: batchId, item: index } });
          }}
          empty={{ title: t('files:sequence.empty') }}
        />
      </div>
    </RecordDrawer>
  );
}

/** What must be known before the order is relied on. */
function SequenceNotes({ notes }: { readonly notes: Sequence['notes'] }) {
  const { t } = useTranslation();
  if (notes.length === 0) return null;
  const named = (files: readonly string[]): string => {
    const names = files.slice(0, NAMED).join(', ');
    return files.length > NAMED ? t('files:sequence.and-more', { files: names, count: files.length - NAMED }) : names;
  };
  return (
    <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />} mb="sm" flex="none">
      {notes.map(({ code, files }) => (
        <Text key={code} size="sm" className={classes.breakable}>
          {t(`files:sequence.note.${code}`, { files: named(files) })}
        </Text>
      ))}
    </Alert>
  );
}
