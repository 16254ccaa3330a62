import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from 'react';
import { copyText } from '../copy-text';
import type { Column, Sort } from './column';
import classes from './data-list.module.css';
import { toClipboardTable } from './delimited';
import { ListHeader } from './list-header';
import { movedIndex } from './list-keys';
import { ListRow } from './list-row';

const ROW_HEIGHT = 36;
/** Rows from the end at which the next page is asked for. */
const NEAR_END = 30;

const LEAST_WIDTH = 120;

function templateOf<Row>(columns: readonly Column<Row>[]): string {
  return columns
    .map(({ width }) => (typeof width === 'number' ? `${width}px` : `minmax(${width?.least ?? LEAST_WIDTH}px, ${width?.grow ?? 1}fr)`))
    .join(' ');
}

/** Below this many pixels the grid scrolls sideways instead of squeezing its columns. */
function leastWidthOf<Row>(columns: readonly Column<Row>[]): number {
  return columns.reduce((sum, { width }) => sum + (typeof width === 'number' ? width : (width?.least ?? LEAST_WIDTH)), 0);
}

/** The rows themselves: virtual, with one focus for the whole grid that names its current row. */
export function ListGrid<Row>(props: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly total: number;
  readonly rowKey: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  readonly sort: Sort | null;
  readonly onSort: ((column: string) => void) | null;
  readonly currentKey: string | undefined;
  readonly onCurrent: (row: Row) => void;
  readonly onOpen: ((row: Row) => void) | undefined;
  readonly onSpace: ((row: Row) => void) | undefined;
  readonly onReach: ((row: Row) => void) | undefined;
  readonly quiet: ((row: Row) => boolean) | undefined;
  readonly loadMore: (() => void) | undefined;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}) {
  const { label, rows, total, rowKey, columns, sort, onSort, currentKey, onCurrent, onOpen, onSpace, onReach } = props;
  const { quiet, loadMore, searchRef } = props;
  const scrollRef = useRef<HTMLDivElement>(null);
  const domId = useId();
  const current = currentKey === undefined ? -1 : rows.findIndex((row) => rowKey(row) === currentKey);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    // The header scrolls with the rows and stays on top: a row ends lower by its height than the virtual body says.
    scrollPaddingEnd: ROW_HEIGHT,
  });
  const items = virtual.getVirtualItems();
  const unfinished = rows.length < total && (items.at(-1)?.index ?? -1) >= rows.length - NEAR_END;
  useEffect(() => {
    if (unfinished) loadMore?.();
  }, [unfinished, loadMore]);

  const found = current >= 0;
  const height = virtual.scrollRect?.height ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new sorting must not move the rows under the reader's eyes; another current row or another height of the list must
  useEffect(() => {
    if (found && height > 0) virtual.scrollToIndex(current);
  }, [currentKey, found, height]);

  const makeCurrent = (index: number): void => {
    const row = rows[index];
    if (row === undefined) return;
    onCurrent(row);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.target !== event.currentTarget) return;
    const row = rows[current];
    const page = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const moved = movedIndex(event.key, current, rows.length, page);
    if (moved !== null) makeCurrent(moved);
    else if (event.key === 'Enter' && row !== undefined) onOpen?.(row);
    else if (event.key === ' ' && row !== undefined) (event.shiftKey ? onReach : onSpace)?.(row);
    else if (event.key === '/') searchRef.current?.focus();
    else if (event.key === 'c' && (event.ctrlKey || event.metaKey) && row !== undefined) copyText(toClipboardTable([row], columns));
    else return;
    event.preventDefault();
  };
  const click = (index: number, row: Row, held: 'control' | 'shift' | null): void => {
    makeCurrent(index);
    if (held === 'shift' && onReach !== undefined) onReach(row);
    else if (held === 'control') onSpace?.(row);
    else onOpen?.(row);
  };
  const template = templateOf(columns);
  return (
    <div ref={scrollRef} className={classes.scroll}>
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose rows are walked and opened by keys is the ARIA grid pattern
        role="grid"
        tabIndex={0}
        className={classes.grid}
        style={{ minWidth: leastWidthOf(columns) }}
        aria-label={label}
        aria-rowcount={total + 1}
        aria-colcount={columns.length}
        aria-activedescendant={current >= 0 ? `${domId}-${current}` : undefined}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          if (event.target === event.currentTarget && current < 0 && event.target.matches(':focus-visible')) makeCurrent(0);
        }}
      >
        <ListHeader columns={columns} template={template} sort={sort} sortable={onSort !== null} onSort={(column) => onSort?.(column)} />
        <tbody className={classes.rows} style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const row = rows[index];
            if (row === undefined) return null;
            return (
              <ListRow
                key={rowKey(row)}
                domId={`${domId}-${index}`}
                row={row}
                columns={columns}
                index={index}
                start={start}
                template={template}
                current={index === current}
                opens={onOpen !== undefined}
                quiet={quiet?.(row) ?? false}
                onClick={(held) => click(index, row, held)}
              />
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
