import { Skeleton } from '@mantine/core';
import { type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '../copy-text';
import { EmptyState, type EmptyStateProps } from '../empty-state';
import type { Column, Sort } from './column';
import classes from './data-list.module.css';
import { toClipboardTable, toCsv } from './delimited';
import { ListGrid } from './list-grid';
import { ListToolbar } from './list-toolbar';
import { saveText } from './save-text';
import { useListState } from './use-list-state';

const SKELETON_ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];

export interface DataListProps<Row> {
  /** Names the list in what the window remembers (columns, sort) and the CSV file: `people`, `reference-lots`. */
  readonly id: string;
  /** What the list is, for a screen reader; translated. */
  readonly label: string;
  /** `undefined` while the first answer is on its way: skeleton rows are shown. */
  readonly rows: readonly Row[] | undefined;
  readonly rowKey: (row: Row) => string;
  /** Keep the array's identity between renders (useMemo). */
  readonly columns: readonly Column<Row>[];
  /** Enter or a click. Without it a row is only made current. */
  readonly onOpen?: ((row: Row) => void) | undefined;
  /** The current row changed (arrows, click); for screens that show its detail beside the list. */
  readonly onCurrent?: ((row: Row) => void) | undefined;
  /** The row shown as current from outside (the record that is open beside the list). */
  readonly currentKey?: string | undefined;
  /** Space on a row; a click with Ctrl does the same. */
  readonly onSpace?: ((row: Row) => void) | undefined;
  /** Shift and Space on a row, or a click with Shift: everything from the row that `onSpace` met last up to here. */
  readonly onReach?: ((row: Row) => void) | undefined;
  readonly initialSort?: Sort | undefined;
  /** What would be here, and the first step. */
  readonly empty: EmptyStateProps;
  /** The screen's own controls between filter and count. */
  readonly tools?: ReactNode;
  /** Rows drawn in the quiet colour: retired, disabled. */
  readonly quiet?: ((row: Row) => boolean) | undefined;
  /** When the engine searches and pages: rows are shown as they come, `loadMore` is called near the end (keep its identity: useCallback). */
  readonly remote?:
    | {
        readonly total: number;
        readonly loadMore: () => void;
        /** Omit both where the engine has no text search for this list. */
        readonly search?: string;
        readonly onSearch?: (text: string) => void;
        /** What the engine looks in: the words in the empty field. */
        readonly searchHint?: string;
        /** True while a filter of the screen's own narrows the list: an empty answer then says so. */
        readonly narrowed?: boolean;
      }
    | undefined;
}

/**
 * The one list of Aliquot: sort, filter, search, column choice, arrows / Page / Home / End / Enter / Space, virtual rows, count,
 * copy (toolbar, or Ctrl+C for the current row), CSV, skeleton, empty state. Fills the height its parent gives
 * (parent: a flex column with `min-height: 0`; `<Screen fill>` is one). Slash in the list puts the cursor in its search.
 *
 * ```tsx
 * const columns = useMemo((): readonly Column<Person>[] => [
 *   { id: 'name', header: t('administration:people.name'), value: (p) => p.fullName, width: { grow: 2, least: 160 } },
 *   { id: 'since', header: t('…'), value: (p) => p.createdAt, cell: (p) => <DateText instant={p.createdAt} />, width: 150 },
 *   { id: 'state', header: t('…'), value: (p) => p.state, cell: (p) => <StatusBadge … />, filter: { kind: 'choice', label: (v) => t(`…${v}`) } },
 * ], [t]);
 * <DataList id="people" label={t('…')} rows={people.data} rowKey={(p) => p.id} columns={columns} onOpen={(p) => …}
 *   empty={{ title: t('…'), hint: t('…'), action: { label: t('…'), onClick: … } }} />
 * ```
 */
export function DataList<Row>(props: DataListProps<Row>) {
  const { t, i18n } = useTranslation();
  const { id, label, rowKey, columns, remote, empty } = props;
  const rows = props.rows ?? [];
  const state = useListState({
    id,
    rows,
    columns,
    initialSort: props.initialSort ?? null,
    language: i18n.language,
    remote: remote !== undefined,
  });
  const { viewed, shownColumns } = state;
  const [ownKey, setOwnKey] = useState<string | undefined>();
  const searchRef = useRef<HTMLInputElement>(null);
  const localSearch = remote === undefined ? { value: state.search, onChange: state.setSearch } : null;
  const remoteSearch = remote?.onSearch === undefined ? null : { value: remote.search ?? '', onChange: remote.onSearch };
  const total = remote?.total ?? rows.length;
  const narrowed = remote === undefined ? rows.length > 0 : (remote.search ?? '') !== '' || remote.narrowed === true;
  const emptyState = narrowed ? { title: t('frame:list.nothing-matches'), hint: t('frame:list.nothing-matches-hint') } : empty;
  return (
    <section className={classes.list} aria-label={label} aria-busy={props.rows === undefined}>
      <ListToolbar
        rows={rows}
        columns={columns}
        state={state}
        total={total}
        search={localSearch ?? remoteSearch}
        searchRef={searchRef}
        searchHint={remote?.searchHint}
        tools={props.tools}
        filters={remote === undefined}
        onCopy={() => copyText(toClipboardTable(viewed, shownColumns))}
        onCsv={() => saveText(`${id}.csv`, 'text/csv', toCsv(viewed, shownColumns))}
      />
      {props.rows === undefined && SKELETON_ROWS.map((key) => <Skeleton key={key} height={20} m={8} width="auto" />)}
      {props.rows !== undefined && viewed.length === 0 && (
        <div className={classes.body}>
          <EmptyState {...emptyState} />
        </div>
      )}
      {viewed.length > 0 && (
        <ListGrid
          label={label}
          rows={viewed}
          total={remote === undefined ? viewed.length : total}
          rowKey={rowKey}
          columns={shownColumns}
          sort={remote === undefined ? state.sort : null}
          onSort={remote === undefined ? state.toggleSort : null}
          currentKey={props.currentKey ?? ownKey}
          onCurrent={(row) => {
            setOwnKey(rowKey(row));
            props.onCurrent?.(row);
          }}
          onOpen={props.onOpen}
          onSpace={props.onSpace}
          onReach={props.onReach}
          quiet={props.quiet}
          loadMore={remote?.loadMore}
          searchRef={searchRef}
        />
      )}
    </section>
  );
}
