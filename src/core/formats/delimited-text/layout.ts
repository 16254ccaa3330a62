import type { Quantity, Unit } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';

/** How a text of columns is laid out; found by looking at it, shown, and correctable by a person. Columns and rows count from 0. */
export interface DelimitedLayout {
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** A blank stands for any run of blanks and tabs. */
  readonly separator: ',' | ';' | '\t' | ' ' | '|';
  readonly decimal: '.' | ',';
  /** The sign between groups of three digits, where numbers have one. */
  readonly grouping: ',' | '.' | null;
  /** Rows before the first row of numbers (of `rows`: with the row of places). */
  readonly headerRows: number;
  /** `columns`: a spectrum runs down a column; `rows`: along a row, its places in the last header row. */
  readonly orientation: 'columns' | 'rows';
  /** Null: the file has no column of places; points are numbered from 0. Of `rows` always null. */
  readonly xColumn: number | null;
  /** Columns of values, the one to show first; of `rows` the columns of the points, in file order. */
  readonly yColumns: readonly number[];
  /** Each column of values has its places in the column before it (Cary and other exports of several samples). */
  readonly pairs: boolean;
  /** Columns that say where or when a point was taken (maps and series in one long table); a change begins a record. */
  readonly positionColumns: readonly number[];
  /** Of `rows`: the column with the name of each row. */
  readonly nameColumn: number | null;
  /** Whether several columns of values are traces of one measurement (dark, reference, sample) or records of their own. */
  readonly seriesAre: 'traces' | 'records';
  readonly technique: Technique;
  readonly x: { readonly quantity: Quantity; readonly unit: Unit };
  /** Of the first column of values; the others follow their own header words, else this. */
  readonly y: { readonly quantity: Quantity; readonly unit: Unit };
}

/** What of a layout was assumed, to be looked at by a person; codes of the window's catalogue. */
export type LayoutDoubt =
  | 'encoding'
  | 'separator'
  | 'decimal'
  | 'orientation'
  | 'x-column'
  | 'x-quantity'
  | 'x-unit'
  | 'y-quantity'
  | 'y-unit'
  | 'technique';
