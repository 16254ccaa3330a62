import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch } from '../../../../contract/batches';
import { QueryState } from '../../../app/errors/query-state';
import { api } from '../../../app/wire/client';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import { DateText } from '../../../components/date-text';

const PAGE = 100;

/** Batch searches and runs taken apart, newest first. */
export function BatchHistory({ exhibitId, onOpened }: { readonly exhibitId: string | undefined; readonly onOpened: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMemo(
    (): readonly Column<Batch>[] => [
      { id: 'at', header: t('identify:history.at'), value: ({ at }) => at, cell: ({ at }) => <DateText instant={at} />, width: 185 },
      { id: 'name', header: t('search:batch.column.name'), value: ({ name }) => name, width: { grow: 2, least: 180 } },
      { id: 'kind', header: t('search:history.kind'), value: ({ kind }) => t(`search:history.of.${kind}`), width: 140 },
      { id: 'rows', header: t('search:history.rows'), value: ({ rows }) => rows, align: 'end', width: 90 },
      { id: 'by', header: t('identify:history.by'), value: ({ by }) => by, width: 140 },
    ],
    [t],
  );
  const query = useInfiniteQuery(
    api.batches.list.infiniteOptions({
      input: (offset: number) => ({ offset, limit: PAGE, exhibitId: exhibitId ?? null }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
        return seen < last.total ? seen : undefined;
      },
      meta: { topics: ['search_batch'] },
    }),
  );
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <QueryState query={query}>
      {({ pages }) => (
        <DataList<Batch>
          id="search-batches"
          label={t('search:history.batches')}
          rows={pages.flatMap(({ items }) => items)}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => {
            onOpened();
            void navigate({ to: '/identify/batches/$batchId', params: { batchId: id } });
          }}
          remote={{ total: pages[0]?.total ?? 0, loadMore }}
          empty={{ title: t('search:history.no-batches'), hint: t('search:history.no-batches-hint') }}
        />
      )}
    </QueryState>
  );
}
