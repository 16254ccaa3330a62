import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { measurements } from '../../../../contract/measurements';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { api } from '../../../app/wire/client';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import { RecordDrawer } from '../../../components/record-drawer';
import classes from '../files.module.css';

type Procedure = (typeof measurements)['sequence'];
type Injection = z.infer<NonNullable<Procedure['~orpc']['outputSchema']>>[number];
interface Placed extends Injection {
  readonly order: number;
}

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
  const rows = useMemo(() => query.data?.map((injection, index): Placed => ({ ...injection, order: index + 1 })), [query.data]);
  const columns = useMemo(
    (): readonly Column<Placed>[] => [
      { id: 'order', header: t('files:sequence.order'), value: ({ order }) => order, align: 'end', width: 60 },
      {
        id: 'sample',
        header: t('files:condition.sample'),
        value: ({ sample, name }) => (sample === '' ? name : sample),
        width: { grow: 3, least: 150 },
      },
      { id: 'vial', header: t('files:condition.vial'), value: ({ vial }) => vial, width: 70 },
      { id: 'method', header: t('files:condition.method'), value: ({ method }) => method, width: 130 },
      { id: 'measured', header: t('files:sequence.injected'), value: ({ measuredAt }) => measuredAt, width: 160 },
      { id: 'scans', header: t('files:scans'), value: ({ scans }) => scans, align: 'end', width: 70 },
      { id: 'path', header: t('files:file.name'), value: ({ path }) => path, width: { grow: 2, least: 120 } },
      {
        id: 'orderedBy',
        header: t('files:sequence.ordered-by'),
        value: ({ orderedBy }) => t(`files:sequence.by.${orderedBy}`),
        width: 130,
      },
    ],
    [t],
  );
  return (
    <RecordDrawer opened={opened} title={t('files:sequence.title')} onClose={onClose} size={920}>
      {query.error !== null && <ErrorAlert error={presentError(query.error, t)} onRetry={() => void query.refetch()} />}
      <div className={classes.sequence}>
        <DataList<Placed>
          id="sequence"
          label={t('files:sequence.title')}
          rows={rows}
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
