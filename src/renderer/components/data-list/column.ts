import type { ReactNode } from 'react';

export type CellValue = string | number | null;

export interface Column<Row> {
  readonly id: string;
  /** Already translated, with the unit in it: `Mass / mg`. */
  readonly header: string;
  /** What the cell says: sorted, searched, copied and written to CSV. Dates as ISO text, numbers as numbers. */
  readonly value: (row: Row) => CellValue;
  /** How the cell looks, where that is more than its value. */
  readonly cell?: (row: Row) => ReactNode;
  /** `end` for numbers; everything else at the start. */
  readonly align?: 'start' | 'end';
  /** Width in pixels, or a share of the room left (`grow`); 1 share when absent. */
  readonly width?: number | { readonly grow: number; readonly least: number };
  /** `choice` lets the person keep rows by this column's values. The shown word of a value is `label(value)`. */
  readonly filter?: { readonly kind: 'choice'; readonly label?: (value: string) => string };
  /** False for columns whose order says nothing. */
  readonly sortable?: boolean;
  /** Off until the person chooses it. */
  readonly hiddenAtFirst?: boolean;
}

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Values kept per column id; a column that is absent keeps all. */
export type ChoiceFilters = Readonly<Record<string, readonly string[]>>;

export interface ListView {
  readonly search: string;
  readonly filters: ChoiceFilters;
  readonly sort: Sort | null;
}
