import { useDeferredValue, useMemo, useState } from 'react';
import type { ChoiceFilters, Column, Sort } from './column';
import { recallList, rememberList } from './list-memory';
import { nextSort, viewRows } from './list-view';

/** Search, filters, sort and chosen columns of one list, and the rows they leave. */
export function useListState<Row>(options: {
  readonly id: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly initialSort: Sort | null;
  readonly language: string;
  /** The rows come already searched, filtered and sorted. */
  readonly remote: boolean;
}) {
  const { id, rows, columns, language, remote } = options;
  const [memory, setMemory] = useState(() => recallList(id, localStorage));
  const [search, setSearch] = useState('');
  const [filters, setFilters] = useState<ChoiceFilters>({});
  const hidden = memory.hidden ?? columns.filter((column) => column.hiddenAtFirst).map((column) => column.id);
  const sort = memory.sort === undefined ? options.initialSort : memory.sort;
  const hiddenKey = hidden.join(' ');
  const shownColumns = useMemo(() => {
    const off = new Set(hiddenKey.split(' '));
    const shown = columns.filter((column) => !off.has(column.id));
    return shown.length > 0 ? shown : columns;
  }, [columns, hiddenKey]);
  const quietSearch = useDeferredValue(search);
  const viewed = useMemo(
    () => (remote ? rows : viewRows(rows, columns, { search: quietSearch, filters, sort }, language)),
    [remote, rows, columns, quietSearch, filters, sort, language],
  );
  const remember = (change: Partial<typeof memory>): void => {
    const next = { ...memory, ...change };
    setMemory(next);
    rememberList(id, next, localStorage);
  };
  return {
    viewed,
    shownColumns,
    hidden,
    sort,
    search,
    filters,
    setSearch,
    setFilters,
    toggleSort: (column: string) => remember({ sort: nextSort(sort, column) }),
    setHidden: (next: readonly string[]) => remember({ hidden: next }),
  };
}

export type ListState<Row> = ReturnType<typeof useListState<Row>>;
