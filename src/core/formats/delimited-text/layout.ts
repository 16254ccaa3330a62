import type { Quantity, Unit } from '../../spectrum/axis';
import type { Technique } from '../../spectrum/curves';

/** How a text of columns is laid out; found by looking at it, shown, and correctable by a person. Columns and rows count from 0. */
export interface DelimitedLayout {
  readonly encoding: 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';
  /** A blank stands for any run of blanks and tabs. */
  readonly separator: ',' | ';' | '\t' | ' ' | '|';
  readonly decimal: '.' | ',';
  /** Rows before the first row of numbers. */
  readonly headerRows: number;
  /** Null: the file has no column of places; points are numbered from 0. */
  readonly xColumn: number | null;
  readonly yColumns: readonly number[];
  readonly technique: Technique;
  readonly x: { readonly quantity: Quantity; readonly unit: Unit };
  readonly y: { readonly quantity: Quantity; readonly unit: Unit };
}
