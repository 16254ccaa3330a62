import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary } from '../../../contract/casework';
import { ErrorAlert } from '../../app/errors/error-alert';
import { presentError } from '../../app/errors/present-error';
import { useScreenKeys } from '../../app/record/screen-keys';
import { useScreenCommands } from '../../app/search-everything/sources';
import { useMay } from '../../app/system-state';
import { api } from '../../app/wire/client';
import { DataList } from '../../components/data-list/data-list';
import { PageHeader } from '../../components/page-header';
import { RecordDrawer } from '../../components/record-drawer';
import { Screen } from '../../components/screen';
import { caseColumns } from './case-columns';
import { CaseForm } from './case-form';

const PAGE = 500;
const STATUSES = ['open', 'closed', 'all'] as const;
type Status = (typeof STATUSES)[number];

function useCases(text: string, status: Status) {
  const cases = useInfiniteQuery(
    api.casework.cases.list.infiniteOptions({
      input: (offset: number) => ({ offset, limit: PAGE, text, status: status === 'all' ? null : status }),
      initialPageParam: 0,
      getNextPageParam: ({ total }, pages) => {
        const seen = pages.reduce((sum, { items }) => sum + items.length, 0);
        return seen < total ? seen : undefined;
      },
      placeholderData: keepPreviousData,
    }),
  );
  const rows = useMemo(() => cases.data?.pages.flatMap(({ items }) => items), [cases.data]);
  return { cases, rows, total: cases.data?.pages[0]?.total ?? 0 };
}

/** Every case, the open ones first shown. While all of them fit in one page the window sorts and filters; beyond, the engine searches. */
export function CasesScreen() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayReceive = useMay('cases.receive');
  const [status, setStatus] = useState<Status>('open');
  const [text, setText] = useState('');
  const [quietText] = useDebouncedValue(text.trim(), 200);
  const [adding, setAdding] = useState(false);
  const { cases, rows, total } = useCases(quietText, status);
  const { fetchNextPage } = cases;
  const loadMore = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  const columns = useMemo(() => caseColumns(t), [t]);
  const add = (): void => setAdding(true);
  useScreenKeys(mayReceive ? [{ keys: 'shift+N', labelKey: 'casework:cases.add', run: add }] : []);
  useScreenCommands(mayReceive ? [{ id: 'new-case', labelKey: 'casework:cases.add', run: add }] : []);
  const searching = text !== '' || quietText !== '';
  const addLabel = t('casework:cases.add');
  return (
    <Screen fill>
      <PageHeader
        title={t('frame:rail.cases')}
        actions={
          mayReceive && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {addLabel}
            </Button>
          )
        }
      />
      {cases.error !== null ? (
        <ErrorAlert error={presentError(cases.error, t)} onRetry={() => void cases.refetch()} />
      ) : (
        <DataList<CaseSummary>
          id="cases"
          label={t('frame:rail.cases')}
          rows={rows}
          rowKey={({ id }) => id}
          columns={columns}
          initialSort={{ column: 'code', descending: true }}
          onOpen={({ id }) => void navigate({ to: '/cases/$caseId', params: { caseId: id } })}
          quiet={({ status: state }) => state === 'closed'}
          empty={{
            title: t(status === 'open' ? 'casework:cases.none-open' : 'casework:cases.none'),
            hint: t('casework:cases.none-hint'),
            action: mayReceive ? { label: addLabel, onClick: add } : undefined,
          }}
          tools={
            <SegmentedControl
              size="xs"
              aria-label={t('casework:cases.status')}
              value={status}
              onChange={(next) => setStatus(next as Status)}
              data={STATUSES.map((value) => ({ value, label: t(`casework:cases.shown.${value}`) }))}
            />
          }
          remote={total > PAGE || searching ? { total, loadMore, search: text, onSearch: setText } : undefined}
        />
      )}
      <RecordDrawer opened={adding} onClose={() => setAdding(false)} title={addLabel} size={560}>
        <CaseForm
          caseFile={null}
          onClose={() => setAdding(false)}
          onSaved={({ id }) => void navigate({ to: '/cases/$caseId', params: { caseId: id } })}
          onReload={async () => undefined}
        />
      </RecordDrawer>
    </Screen>
  );
}
