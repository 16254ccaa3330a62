import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../contract/reports';
import { ErrorAlert } from '../../app/errors/error-alert';
import { presentError } from '../../app/errors/present-error';
import { useAction } from '../../app/errors/use-action';
import { api } from '../../app/wire/client';
import { DataList } from '../../components/data-list/data-list';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';
import { reportColumns } from './report-columns';

const PAGE = 300;

/** Every draft that was made, the newest first. */
export function ReportsScreen() {
  const { t, i18n } = useTranslation();
  const asked = (useSearch({ strict: false }) as { readonly text?: unknown }).text;
  const [text, setText] = useState(typeof asked === 'string' ? asked : '');
  const [quietText] = useDebouncedValue(text.trim(), 200);
  const reports = useInfiniteQuery(
    api.reports.list.infiniteOptions({
      input: (offset: number) => ({ offset, limit: PAGE, text: quietText }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
        return seen < total ? seen : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => reports.data?.pages.flatMap(({ items }) => items), [reports.data]);
  const columns = useMemo(() => reportColumns(t, i18n.language, true), [t, i18n.language]);
  const open = useAction(api.reports.open.mutationOptions());
  const { fetchNextPage } = reports;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return (
    <Screen fill>
      <PageHeader title={t('frame:rail.reports')} hint={t('reports:screen.hint')} />
      {reports.error !== null ? (
        <ErrorAlert error={presentError(reports.error, t)} onRetry={() => void reports.refetch()} />
      ) : (
        <DataList<Report>
          id="reports"
          label={t('frame:rail.reports')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          onOpen={({ id }) => open.run({ id })}
          empty={{ title: t('reports:screen.none'), hint: t('reports:screen.none-hint') }}
          remote={{ total: reports.data?.pages[0]?.total ?? 0, loadMore, search: text, onSearch: setText }}
        />
      )}
    </Screen>
  );
}
