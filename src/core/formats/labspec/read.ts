import type { Abscissa } from '../../spectrum/axis';
import type { ByteSource } from '../../spectrum/byte-source';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { Place, ReadEvent, Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { Growing } from '../delimited-text/growing';
import { ByteCells } from '../delimited-text/row-cells';
import { limits } from '../limits';
import { type LineContext, type LineFormat, readLines } from '../read-lines';
import { type LabSpecHeader, labSpecField, readLabSpecHeader } from './header';

const SNIPPET = 60;
const HASH = 35;

/** Reads Horiba LabSpec text: one spectrum as two columns, or a map or series as rows behind one row of places. */
export function* readLabSpec(source: ByteSource): Generator<ReadEvent> {
  yield* readLines(source, (context) => new LabSpecLines(context));
}

type Coordinates = readonly { readonly name: string; readonly value: number; readonly unit: string }[];

class LabSpecLines implements LineFormat {
  readonly #context: LineContext;
  readonly #cells: ByteCells;
  readonly #fields: VerbatimField[] = [];
  #header: LabSpecHeader | undefined;
  /** Of a map: the places, and how many cells stand before the points of a row. */
  #places: Abscissa | undefined;
  #before = 0;
  /** Of a single spectrum: its columns. */
  #columns: readonly Growing[] = [];
  #firstRow: Place = {};
  #taken = false;

  constructor(context: LineContext) {
    this.#context = context;
    this.#cells = new ByteCells('\t', { decimal: '.', grouping: null }, context.decoder);
  }

  line(): Refusal | undefined {
    const { lines } = this.#context;
    this.#taken = false;
    if (lines.bytes[lines.start] === HASH && lines.end > lines.start) {
      this.#field();
      return undefined;
    }
    this.#cells.split(lines.bytes, lines.start, lines.end);
    if (this.#cells.count < 2 && this.#cells.kind(0) === 'missing') return undefined;
    if (this.#header === undefined) return this.#begin();
    return this.#places === undefined ? this.#point() : this.#row(this.#places, this.#header);
  }

  #field(): void {
    const { lines, decoder } = this.#context;
    const field = labSpecField(decoder.decode(lines.bytes, lines.start, lines.end), lines.line);
    if (field === undefined || this.#fields.length >= limits.fieldsPerRecord) this.#notUnderstood();
    else this.#fields.push(field);
  }

  /** The first row of numbers: with empty cells before the numbers it holds the places of a map. */
  #begin(): Refusal | undefined {
    const cells = this.#cells;
    const { log, lines } = this.#context;
    const header = readLabSpecHeader(this.#fields);
    this.#header = header;
    this.#firstRow = { line: lines.line };
    for (const { field, value } of header.assumed) log.warn('value-assumed', this.#firstRow, { record: this.#label(header), field, value });
    for (const { value, line } of header.stated.ambiguousDates) {
      log.warn('date-ambiguous', line === undefined ? {} : { line }, { record: this.#label(header), text: value });
    }
    while (this.#before < cells.count && cells.kind(this.#before) === 'missing') this.#before++;
    if (this.#before === 0) {
      this.#columns = Array.from({ length: cells.count }, () => new Growing());
      return this.#point();
    }
    const values = new Float64Array(cells.count - this.#before);
    for (let i = 0; i < values.length; i++) values[i] = cells.kind(this.#before + i) === 'number' ? cells.value : Number.NaN;
    if (values.length === 0 || values.some(Number.isNaN)) {
      const byte = lines.place().byte ?? 0;
      return refusal('structure-damaged', this.#context.file, { line: lines.line, byte }, { part: 'row of places' });
    }
    this.#places = { kind: 'explicit', axis: header.x, values };
    return undefined;
  }

  #point(): Refusal | undefined {
    const cells = this.#cells;
    const columns = this.#columns;
    for (let i = 0; i < columns.length; i++) {
      const kind = cells.kind(i);
      if (cells.count !== columns.length || kind === 'text' || (i === 0 && kind !== 'number')) {
        for (const column of columns.slice(0, i)) column.pop();
        this.#notUnderstood();
        return undefined;
      }
      columns[i]?.push(kind === 'number' ? cells.value : Number.NaN);
    }
    this.#taken = true;
    const cellsRead = columns.length * (columns[0]?.length ?? 0);
    if (cellsRead <= limits.cellsPerTable) return undefined;
    return refusal('too-many-points', this.#context.file, { line: this.#context.lines.line }, { limit: limits.cellsPerTable });
  }

  #row(x: Abscissa, header: LabSpecHeader): undefined {
    const cells = this.#cells;
    const y = new Float64Array(x.kind === 'explicit' ? x.values.length : 0);
    let fits = cells.count === this.#before + y.length;
    for (let i = 0; i < y.length && fits; i++) {
      const kind = cells.kind(this.#before + i);
      if (kind === 'text') fits = false;
      y[i] = kind === 'number' ? cells.value : Number.NaN;
    }
    if (!fits) return this.#notUnderstood();
    this.#taken = true;
    const position = Array.from({ length: this.#before }, (_, i) => {
      const { name, unit } = header.coordinates[i] ?? { name: '', unit: '' };
      return { name, unit, value: cells.kind(i) === 'number' ? cells.value : Number.NaN };
    });
    this.#give(header, x, [y], position, { line: this.#context.lines.line });
    return undefined;
  }

  #give(header: LabSpecHeader, x: Abscissa, values: readonly Float64Array[], position: Coordinates, at: Place): void {
    const { log } = this.#context;
    const { identity, conditions, otherFields } = header.stated;
    const missing = values.reduce((sum, y) => sum + y.reduce((count, value) => (Number.isNaN(value) ? count + 1 : count), 0), 0);
    if (missing > 0) log.warn('points-missing', at, { record: this.#label(header), count: missing });
    const traces = values.map((y) => ({ label: '', role: 'measured', form: 'line', x, y: { axis: header.y, values: y } }) as const);
    log.curves(
      { technique: header.technique, identity, conditions, traces, ...(position.length > 0 ? { position } : {}), otherFields },
      at,
    );
  }

  #label(header: LabSpecHeader): string {
    return header.stated.identity.name || `#${this.#context.log.records + 1}`;
  }

  #notUnderstood(): undefined {
    const { lines, decoder, log } = this.#context;
    const text = decoder.decode(lines.bytes, lines.start, Math.min(lines.end, lines.start + SNIPPET));
    log.warn('line-not-understood', { line: lines.line }, { text });
    return undefined;
  }

  end(): Refusal | undefined {
    const { file, lines, log } = this.#context;
    const [first, ...rest] = this.#columns.map((column) => column.finish());
    if (this.#header !== undefined && first !== undefined && first.length > 0 && rest.length > 0) {
      this.#give(this.#header, { kind: 'explicit', axis: this.#header.x, values: first }, rest, this.#header.stage, this.#firstRow);
    }
    if (log.records === 0) return refusal('no-measurement', file, {}, {});
    if (this.#taken && !lines.terminated) log.warn('last-line-unterminated', { line: lines.line }, {});
    return undefined;
  }
}
