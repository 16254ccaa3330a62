import type { Abscissa } from '../../spectrum/axis';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place } from '../../spectrum/reading';
import type { ReadLog } from '../read-log';
import { type Header, type HeaderLine, readHeader } from './header';
import { logRecord, recordLabel } from './record';
import type { RowCells } from './row-cells';
import { type StatedLayout, warnAssumed } from './stated-layout';
import type { TableLayout } from './table';
import { readColumnWords } from './words';

/** Gives out a record for each row of a table whose spectra run along rows. */
export class RowGatherer {
  readonly #log: ReadLog;
  readonly #stated: StatedLayout<TableLayout & { readonly decimal: '.' | ',' }>;
  readonly #points: ReadonlySet<number>;
  #names: readonly string[] = [];
  #header: Header = { fields: [], columns: [] };
  #x: Abscissa | undefined;

  constructor(stated: StatedLayout<TableLayout & { readonly decimal: '.' | ',' }>, log: ReadLog) {
    this.#stated = stated;
    this.#log = log;
    this.#points = new Set(stated.layout.yColumns);
  }

  get begun(): boolean {
    return this.#x !== undefined;
  }

  /** Takes the row of places; false when it is none. `lines` are those before it. */
  places(cells: RowCells, lines: readonly HeaderLine[], at: Place): boolean {
    const { layout } = this.#stated;
    const values = new Float64Array(layout.yColumns.length);
    for (const [i, column] of layout.yColumns.entries()) {
      if (cells.kind(column) !== 'number') return false;
      values[i] = cells.value;
    }
    this.#names = Array.from({ length: cells.count }, (_, column) => (this.#points.has(column) ? '' : cells.text(column)));
    this.#header = readHeader(lines, 0);
    this.#x = { kind: 'explicit', axis: { ...layout.x, written: '' }, values };
    warnAssumed(this.#stated, recordLabel('', this.#log), cells.text(layout.yColumns[0] ?? 0), at, this.#log);
    return true;
  }

  /** Takes the row of one spectrum; false when it is none. */
  row(cells: RowCells, at: Place): boolean {
    const { layout } = this.#stated;
    const x = this.#x;
    const y = new Float64Array(layout.yColumns.length);
    let numbers = 0;
    for (const [i, column] of layout.yColumns.entries()) {
      const kind = cells.kind(column);
      if (kind === 'text') return false;
      if (kind === 'number') numbers++;
      y[i] = kind === 'number' ? cells.value : Number.NaN;
    }
    if (x === undefined || numbers === 0) return false;
    const position = layout.positionColumns.flatMap((column) => {
      if (cells.kind(column) !== 'number') return [];
      const written = this.#names[column] ?? '';
      return [{ name: written, value: cells.value, unit: readColumnWords(written).unit ?? '' }];
    });
    const name = layout.nameColumn === null ? '' : cells.text(layout.nameColumn);
    const traces = [this.#trace(x, y)];
    logRecord({ name, traces, fields: [...this.#header.fields, ...this.#beside(cells, at)], position, at }, layout, this.#log);
    return true;
  }

  /** In a table of mass spectra a zero stands where there is no peak. */
  #trace(x: Abscissa, y: Float64Array): { readonly words: { readonly written: string }; readonly x: Abscissa; readonly y: Float64Array } {
    const words = { written: '' };
    if (this.#stated.layout.technique !== 'mass-spectrometry' || x.kind === 'regular') return { words, x, y };
    const mz = x.values.filter((_, i) => y[i] !== 0);
    return { words, x: { ...x, values: mz }, y: y.filter((value) => value !== 0) };
  }

  #beside(cells: RowCells, at: Place): readonly VerbatimField[] {
    const { nameColumn, positionColumns } = this.#stated.layout;
    const line = at.line === undefined ? {} : { line: at.line };
    return this.#names.flatMap((field, column) => {
      if (this.#points.has(column) || column === nameColumn || positionColumns.includes(column)) return [];
      const value = cells.text(column);
      return value === '' ? [] : [{ field, value, ...line }];
    });
  }
}
