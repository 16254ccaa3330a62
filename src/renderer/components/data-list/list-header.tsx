import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Column, Sort } from './column';
import classes from './data-list.module.css';

function HeaderCell<Row>(props: {
  readonly column: Column<Row>;
  readonly index: number;
  readonly sort: Sort | null;
  readonly sortable: boolean;
  readonly onSort: (column: string) => void;
}) {
  const { column, index, sort, sortable, onSort } = props;
  const sorted = sort?.column === column.id ? sort : null;
  const ariaSort = sorted === null ? undefined : sorted.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-colindex={index + 1} aria-sort={ariaSort} className={classes.headerCell}>
      {sortable && column.sortable !== false ? (
        <UnstyledButton
          className={classes.sortButton}
          data-end={column.align === 'end' || undefined}
          data-sorted={sorted !== null || undefined}
          onClick={() => onSort(column.id)}
        >
          {column.header}
          {sorted !== null && (sorted.descending ? <IconArrowDown size={13} aria-hidden /> : <IconArrowUp size={13} aria-hidden />)}
        </UnstyledButton>
      ) : (
        <span className={classes.headerLabel} data-end={column.align === 'end' || undefined}>
          {column.header}
        </span>
      )}
    </th>
  );
}

/** The row of column headers; a click sorts rising, falling, as it came. */
export function ListHeader<Row>(props: {
  readonly columns: readonly Column<Row>[];
  readonly template: string;
  readonly sort: Sort | null;
  readonly sortable: boolean;
  readonly onSort: (column: string) => void;
}) {
  const { columns, template, ...rest } = props;
  return (
    <thead className={classes.headGroup}>
      <tr className={classes.header} aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {columns.map((column, index) => (
          <HeaderCell key={column.id} column={column} index={index} {...rest} />
        ))}
      </tr>
    </thead>
  );
}
