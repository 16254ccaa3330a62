import { Tabs } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { searchSummary } from '../../../contract/identify';
import { QueryState } from '../../app/errors/query-state';
import { api } from '../../app/wire/client';
import type { Column } from '../../components/data-list/column';
import { DataList } from '../../components/data-list/data-list';
import { DateText } from '../../components/date-text';
import { RecordDrawer } from '../../components/record-drawer';
import { BatchHistory } from './batch/batch-history';
import classes from './identify.module.css';

type Summary = z.infer<typeof searchSummary>;
const PAGE = 100;

function historyColumns(t: TFunction): readonly Column<Summary>[] {
  return [
    { id: 'at', header: t('identify:history.at'), value: ({ at }) => at, cell: ({ at }) => <DateText instant={at} />, width: 185 },
    { id: 'unknown', header: t('identify:history.unknown'), value: ({ queryName }) => queryName, width: { grow: 2, least: 150 } },
    { id: 'first', header: t('identify:history.first'), value: ({ first }) => first, width: { grow: 2, least: 150 } },
    { id: 'score', header: t('identify:history.score'), value: ({ score }) => t(`identify:score.${score}.name`), width: 120 },
    {
      id: 'chosen',
      header: t('identify:history.chosen'),
      value: ({ chosenRank }) => chosenRank,
      cell: ({ chosenRank }) => (chosenRank === null ? '–' : t('identify:history.rank', { rank: chosenRank })),
      width: 90,
    },
    { id: 'by', header: t('identify:history.by'), value: ({ by }) => by, width: 140, hiddenAtFirst: true },
  ];
}

function HistoryList({
  currentId,
  exhibitId,
  onOpened,
}: {
  readonly currentId: string | undefined;
  readonly exhibitId: string | undefined;
  readonly onOpened: () => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMemo(() => historyColumns(t), [t]);
  const query = useInfiniteQuery(
    api.identify.list.infiniteOptions({
      input: (offset: number) => ({ offset, limit: PAGE, exhibitId: exhibitId ?? null }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
        return seen < last.total ? seen : undefined;
      },
      meta: { topics: ['search'] },
    }),
  );
  const { fetchNextPage } = query;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <QueryState query={query}>
      {({ pages }) => (
        <DataList<Summary>
          id="searches"
          label={t('identify:history.title')}
          rows={pages.flatMap(({ items }) => items)}
          rowKey={({ id }) => id}
          columns={columns}
          currentKey={currentId}
          onOpen={({ id, exhibitId: exhibit }) => {
            onOpened();
            void navigate({ to: '/identify', search: { search: id, exhibit: exhibit ?? undefined } });
          }}
          remote={{ total: pages[0]?.total ?? 0, loadMore }}
          empty={{ title: t('identify:history.empty'), hint: t('identify:history.empty-hint') }}
        />
      )}
    </QueryState>
  );
}

/** The laboratory's stored searches, newest first; of an exhibit where Identify was opened from one. */
export function HistoryDrawer(props: {
  readonly opened: boolean;
  readonly currentId: string | undefined;
  readonly exhibitId: string | undefined;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { opened, onClose, ...rest } = props;
  return (
    <RecordDrawer
      opened={opened}
      title={rest.exhibitId === undefined ? t('identify:history.title') : t('identify:history.title-exhibit')}
      onClose={onClose}
      size={760}
    >
      <Tabs defaultValue="searches" className={classes.history}>
        <Tabs.List aria-label={t('identify:history.title')}>
          <Tabs.Tab value="searches">{t('search:history.searches')}</Tabs.Tab>
          <Tabs.Tab value="batches">{t('search:history.batches')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="searches" className={classes.history}>
          <HistoryList {...rest} onOpened={onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="batches" className={classes.history}>
          <BatchHistory exhibitId={rest.exhibitId} onOpened={onClose} />
        </Tabs.Panel>
      </Tabs>
    </RecordDrawer>
  );
}
