import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place, Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { Growing } from './growing';
import { type Header, type HeaderLine, readHeader } from './header';
import { logRecord, type Meaning, recordLabel, type TableRecord, type Values } from './record';
import type { RowCells } from './row-cells';
import { type StatedLayout, warnAssumed } from './stated-layout';
import type { TableLayout } from './table';
import type { ColumnWords } from './words';

type Columns = TableLayout & { readonly decimal: '.' | ',' };

const NO_WORDS: ColumnWords = { written: '' };
/** Fields in which makers state how many rows there are. */
const STATED_ROWS = /^(number of pixels in processed spectrum|npoints|pixel[ _]num|(number of )?(data )?points)$/i;

/** Fields with a factor for the values (Shimadzu): it is not applied, and that is said. */
const FACTOR = /^((intensity|y) ?)?(multiplier|factor)$/i;

/** Gathers the columns of a table whose spectra run down them, row by row, from a text or a sheet. */
export class ColumnGatherer {
  readonly #file: string;
  readonly #log: ReadLog;
  readonly #stated: StatedLayout<Columns>;
  readonly #xs: readonly (number | null)[];
  readonly #x: Growing[];
  readonly #y: Growing[];
  readonly #scratch: Float64Array;
  #place = Number.NaN;
  readonly #position: number[] = [];
  #header: Header = { fields: [], columns: [] };
  #columns = 0;
  #cells = 0;
  #rows = 0;
  #withoutPlace = 0;
  #at: Place = {};
  #label = '';
  readonly #fields: VerbatimField[] = [];

  constructor(file: string, stated: StatedLayout<Columns>, log: ReadLog) {
    const { yColumns, pairs, xColumn } = stated.layout;
    this.#file = file;
    this.#log = log;
    this.#stated = stated;
    this.#xs = pairs ? yColumns.map((column) => column - 1) : [xColumn];
    this.#x = this.#xs.map(() => new Growing());
    this.#y = yColumns.map(() => new Growing());
    this.#scratch = new Float64Array(yColumns.length);
  }

  /** Takes a row of numbers; false when it is none of this table. `header` makes the lines before the first row. */
  row(cells: RowCells, line: number, header: () => readonly HeaderLine[]): boolean | Refusal {
    if (!this.#fits(cells)) return false;
    if (this.#columns === 0) this.#begin(cells, { line }, header());
    this.#rows++;
    this.#cells += this.#x.length + this.#y.length;
    if (this.#cells > limits.cellsPerTable) return refusal('too-many-points', this.#file, { line }, { limit: limits.cellsPerTable });
    if (this.#stated.layout.pairs) this.#takePairs(cells);
    else this.#take(cells, line);
    return true;
  }

  /** A line beside the numbers that is kept. */
  keep(field: VerbatimField): void {
    if (this.#fields.length < limits.fieldsPerRecord) this.#fields.push(field);
  }

  get begun(): boolean {
    return this.#columns > 0;
  }

  #fits(cells: RowCells): boolean {
    const { layout } = this.#stated;
    for (let column = this.#columns; this.#columns > 0 && column < cells.count; column++)
      if (cells.kind(column) !== 'missing') return false;
    let numbers = 0;
    // Indexed, not iterated: this runs for every row of a file of a hundred megabytes.
    for (let i = 0; i < layout.yColumns.length; i++) {
      const column = layout.yColumns[i] as number;
      const kind = layout.pairs && column >= cells.count ? 'missing' : cells.kind(column);
      if (kind === 'text') return false;
      if (kind === 'number') numbers++;
      this.#scratch[i] = kind === 'number' ? cells.value : Number.NaN;
    }
    const place = layout.xColumn === null || layout.pairs ? 'number' : cells.kind(layout.xColumn);
    this.#place = place === 'number' ? cells.value : Number.NaN;
    return place === 'number' ? numbers > 0 || layout.xColumn !== null : place !== 'text' && numbers > 0;
  }

  #begin(cells: RowCells, at: Place, lines: readonly HeaderLine[]): void {
    const { layout } = this.#stated;
    this.#columns = cells.count;
    this.#header = readHeader(lines, cells.count);
    this.#at = at;
    this.#label = recordLabel(this.#header.over ?? '', this.#log);
    const label = this.#label;
    warnAssumed(this.#stated, label, cells.text(layout.xColumn ?? layout.yColumns[0] ?? 0), at, this.#log);
    const used = new Set([...layout.yColumns, ...this.#xs, ...layout.positionColumns]);
    const unused = this.#header.columns.flatMap(({ written }, i) => (used.has(i) || written === '' ? [] : [written]));
    if (unused.length > 0) this.#log.warn('part-unused', at, { record: label, part: unused.join(', ') });
  }

  #take(cells: RowCells, line: number): void {
    const { xColumn, positionColumns } = this.#stated.layout;
    if (positionColumns.length > 0) this.#move(cells, line);
    if (xColumn !== null) {
      if (Number.isNaN(this.#place)) {
        this.#withoutPlace++;
        return;
      }
      this.#x[0]?.push(this.#place);
    }
    for (let i = 0; i < this.#y.length; i++) this.#y[i]?.push(this.#scratch[i] as number);
  }

  #takePairs(cells: RowCells): void {
    for (const [i, column] of this.#stated.layout.yColumns.entries()) {
      if (column >= cells.count || cells.kind(column - 1) !== 'number') continue;
      this.#x[i]?.push(cells.value);
      this.#y[i]?.push(this.#scratch[i] as number);
    }
  }

  /** Begins a record when the position changes: such records are short, so that nobody need look while one is given. */
  #move(cells: RowCells, line: number): void {
    const { positionColumns } = this.#stated.layout;
    const here = positionColumns.map((column) => (cells.kind(column) === 'number' ? cells.value : Number.NaN));
    const same = here.every((value, i) => Object.is(value, this.#position[i]));
    if (!same && (this.#y[0]?.length ?? 0) > 0) {
      Array.from(this.#give());
      this.#at = { line };
      this.#cells = 0;
    }
    this.#position.splice(0, this.#position.length, ...here);
  }

  /** Gives the records out, a column at a step; to be called once, behind the last row. */
  *finish(): Generator<void> {
    if (!this.begun) return;
    yield* this.#give();
    const label = this.#label;
    if (this.#withoutPlace > 0) this.#log.warn('rows-without-place', this.#at, { record: label, count: this.#withoutPlace });
    for (const { field, value, line } of [...this.#header.fields, ...this.#fields]) {
      if (!STATED_ROWS.test(field) || !/^\d+$/.test(value) || Number(value) === this.#rows) continue;
      this.#log.warn('value-differs', line === undefined ? {} : { line }, { record: label, field, stated: value, found: this.#rows });
    }
    for (const { field, value, line } of this.#header.fields) {
      if (!FACTOR.test(field) || Number(value.replace(',', '.')) === 1) continue;
      this.#log.warn('part-unused', line === undefined ? {} : { line }, { record: label, part: `${field} = ${value}` });
    }
  }

  *#give(): Generator<void> {
    const { layout } = this.#stated;
    const shared = layout.pairs ? undefined : this.#places(0, this.#y[0]?.length ?? 0);
    const values: Values[] = [];
    for (const [i, column] of layout.yColumns.entries()) {
      yield;
      const y = (this.#y[i] as Growing).finish();
      values.push({ words: this.#header.columns[column] ?? NO_WORDS, x: shared ?? this.#places(i, y.length), y });
    }
    yield;
    const position = layout.positionColumns.map((column, i) => {
      const words = this.#header.columns[column];
      return { name: (words?.written ?? '').replace(/^#/, ''), value: this.#position[i] as number, unit: words?.unit ?? '' };
    });
    const fields = [...this.#header.fields, ...this.#fields];
    const over = this.#header.over ?? '';
    const record = (name: string, traces: readonly Values[]): TableRecord => ({ name, traces, fields, position, at: this.#at });
    const empty = values.filter(({ y }) => y.every(Number.isNaN));
    const filled = values.filter((one) => !empty.includes(one));
    if (empty.length > 0)
      this.#log.warn('part-unused', this.#at, { record: this.#label, part: empty.map(({ words }) => words.written).join(', ') });
    if (filled.length === 0) return;
    if (layout.seriesAre === 'traces') logRecord(record(over, filled), layout, this.#log);
    else {
      const named = !layout.pairs && filled.length > 1 && new Set(filled.map(({ words }) => words.written)).size === filled.length;
      for (const one of filled) {
        const above = layout.pairs ? (this.#header.pairNames?.[(layout.yColumns[values.indexOf(one)] as number) - 1] ?? over) : over;
        const name = named || one.words.y === undefined ? one.words.written : above;
        logRecord(record(name, [one]), meaningOfPair(one.words, values, layout), this.#log);
        yield;
      }
    }
  }

  #places(i: number, count: number): Values['x'] {
    const column = this.#xs[i] ?? null;
    const { x } = this.#stated.layout;
    const written = column === null ? '' : (this.#header.columns[column]?.written ?? '');
    const axis = { ...x, written };
    return column === null
      ? { kind: 'regular', axis, first: 0, last: Math.max(0, count - 1), count }
      : { kind: 'explicit', axis, values: (this.#x[i] as Growing).finish() };
  }
}

/** What a record of a table measures: as the layout says of the first, unless the words over this one name another quantity (a baseline in %T beside absorbances). */
function meaningOfPair(words: ColumnWords, values: readonly Values[], layout: Columns): Meaning {
  const { y } = words;
  if (!layout.pairs || y === undefined || y === 'unknown' || y === values[0]?.words.y) return layout;
  return { ...layout, y: { quantity: y, unit: words.unit ?? (y === 'absorbance' ? '1' : 'unknown') } };
}
