import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useJob } from '../../../app/tasks/jobs-state';
import { api } from '../../../app/wire/client';

/** No batch has more rows. */
const ALL = 1000;

/** A batch and its rows as they are done; what was shown stays in its place, for rows are numbered before they are searched. */
export function useBatchRows(id: string) {
  const [pages, setPages] = useState(1);
  const batch = useQuery(api.batches.get.queryOptions({ input: { id }, meta: { topics: ['search_batch', 'search_batch_row'] } }));
  const rows = useQuery(
    api.batches.rows.queryOptions({
      input: { id, offset: 0, limit: Math.min(ALL, pages * 200) },
      placeholderData: keepPreviousData,
      meta: { topics: ['search_batch', 'search_batch_row'] },
    }),
  );
  const job = useJob(batch.data?.jobId ?? undefined);
  const running = batch.data?.state === 'running';
  const { refetch: refetchBatch } = batch;
  const { refetch: refetchRows } = rows;
  const told = job?.progress?.done ?? 0;
  const ended = job !== undefined && job.state !== 'running';
  // biome-ignore lint/correctness/useExhaustiveDependencies: each word of progress means that there are more rows
  useEffect(() => {
    if (!running) return;
    void refetchBatch();
    void refetchRows();
  }, [told, ended, running, refetchBatch, refetchRows]);
  return { batch, rows, job, loadMore: () => setPages((shown) => shown + 1) };
}
