import type { Column } from './column';
import classes from './data-list.module.css';

/** One row of the list, at its place in the virtual body. */
export function ListRow<Row>(props: {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
  readonly domId: string;
  readonly index: number;
  readonly start: number;
  readonly template: string;
  readonly current: boolean;
  readonly opens: boolean;
  readonly quiet: boolean;
  readonly onClick: (held: 'control' | 'shift' | null) => void;
}) {
  const { row, columns, domId, index, start, template, current, opens, quiet, onClick } = props;
  return (
    // The grid holds the focus and takes the keys for its rows (aria-activedescendant).
    <tr
      id={domId}
      className={classes.row}
      style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
      aria-rowindex={index + 2}
      aria-selected={current}
      data-current={current || undefined}
      data-opens={opens || undefined}
      data-quiet={quiet || undefined}
      onClick={(event) => onClick(event.shiftKey ? 'shift' : event.ctrlKey || event.metaKey ? 'control' : null)}
    >
      {columns.map((column, columnIndex) => {
        const value = column.value(row);
        return (
          <td
            key={column.id}
            aria-colindex={columnIndex + 1}
            className={classes.cell}
            data-end={column.align === 'end' || undefined}
            title={column.cell === undefined && typeof value === 'string' ? value : undefined}
          >
            {column.cell === undefined ? value : column.cell(row)}
          </td>
        );
      })}
    </tr>
  );
}
