import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { OpenedFileSummary } from '../../../../contract/measurements';
import { api } from '../../../app/wire/client';

const PAGE = 200;

/** The records of a file, found by name and paged by the engine. */
export function useItems(fileId: string, text: string) {
  const query = useInfiniteQuery(
    api.measurements.items.infiniteOptions({
      input: (offset: number) => ({ fileId, text, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
      placeholderData: keepPreviousData,
      meta: { topics: [] },
    }),
  );
  return usePages(query);
}

/** The opened files of a batch, or all of them, newest first. */
export function useFiles(narrowing: {
  readonly text: string;
  readonly batchId: string | null;
  readonly technique?: OpenedFileSummary['techniques'][number] | null;
}) {
  const query = useInfiniteQuery(
    api.measurements.files.infiniteOptions({
      input: (offset: number) => ({ ...narrowing, offset, limit: PAGE }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
      placeholderData: keepPreviousData,
      meta: { topics: ['opened_file'] },
    }),
  );
  return usePages(query);
}

interface Page<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

function nextOffset<Row>(last: Page<Row>, pages: readonly Page<Row>[]): number | undefined {
  const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
  return seen < last.total && last.items.length > 0 ? seen : undefined;
}

function usePages<Row>(query: {
  readonly data: { readonly pages: readonly Page<Row>[] } | undefined;
  readonly error: unknown;
  readonly refetch: () => unknown;
  readonly fetchNextPage: (options: { cancelRefetch: boolean }) => unknown;
}) {
  const { fetchNextPage, refetch } = query;
  const loadMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const rows = useMemo(() => query.data?.pages.flatMap(({ items }) => items), [query.data]);
  return { rows, total: query.data?.pages[0]?.total ?? 0, loadMore, error: query.error, refetch: () => void refetch() };
}
