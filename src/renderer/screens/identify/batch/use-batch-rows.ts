import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useJob } from '../../../app/tasks/jobs-state';
import { api } from '../../../app/wire/client';

const PAGE = 1000;
const TOPICS = { topics: ['search_batch', 'search_batch_row'] } as const;

/** A batch and all its rows as they are done: the list sorts and filters the whole of it. */
export function useBatchRows(id: string) {
  const batch = useQuery(api.batches.get.queryOptions({ input: { id }, meta: TOPICS }));
  const pages = useInfiniteQuery(
    api.batches.rows.infiniteOptions({
      input: (offset: number) => ({ id, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: (last, all) => {
        const seen = all.reduce((sum, { items }) => sum + items.length, 0);
        return seen < last.total && last.items.length > 0 ? seen : undefined;
      },
      placeholderData: keepPreviousData,
      meta: TOPICS,
    }),
  );
  const { hasNextPage, isFetching, fetchNextPage } = pages;
  useEffect(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage]);
  const job = useJob(batch.data?.jobId ?? undefined);
  const ended = job !== undefined && job.state !== 'running';
  const { refetch } = batch;
  useEffect(() => {
    // The rows announce themselves; that the work has ended is the job's word.
    if (ended) void refetch();
  }, [ended, refetch]);
  const rows = useMemo(() => pages.data?.pages.flatMap(({ items }) => items), [pages.data]);
  return { batch, rows, job };
}
