import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent, Refusal } from '../../spectrum/reading';
import { type BinaryFile, Refused, readBinary } from '../binary/binary-file';
import { refusal } from '../codes';
import type { DetectedLayout } from '../delimited-text/detect';
import { ColumnGatherer } from '../delimited-text/gather-columns';
import { RowGatherer } from '../delimited-text/gather-rows';
import { type HeaderLine, readField } from '../delimited-text/header';
import type { ReadOptions } from '../read';
import type { ReadLog } from '../read-log';
import { layoutOfSheet } from './layout';
import { SheetRow, sheetRows } from './sheet';
import { openWorkbook, type Workbook } from './workbook';

const SNIPPET = 60;
/** Characters of the sheet between two progress events. */
const PROGRESS_CHARACTERS = 524_288;

/** Reads the first sheet of a workbook as columns of numbers; other sheets are named. */
export function* readXlsx(source: ByteSource, options: ReadOptions): Generator<ReadEvent> {
  yield* readBinary(source, (file, log) => readSheet(source, file, log, options));
}

function* readSheet(source: ByteSource, file: BinaryFile, log: ReadLog, options: ReadOptions): Generator<number> {
  const book = yield* openWorkbook(source, file);
  yield 0;
  const stated = options.layout === undefined ? layoutOfSheet(book, file) : { layout: options.layout, doubts: [] };
  if (stated === undefined) return;
  if (book.otherSheets.length > 0) log.warn('part-unused', {}, { record: book.sheetName, part: book.otherSheets.join(', ') });
  const row = new SheetRow(stated.layout.decimal);
  const table = stated.layout.orientation === 'rows' ? new AlongRows(stated, log) : new DownColumns(source.name, stated, log);
  let told = 0;
  for (const walked of sheetRows(book, row, file)) {
    const refused = row.count === 0 ? undefined : table.row(row);
    if (refused !== undefined) throw new Refused(refused);
    if (walked - told < PROGRESS_CHARACTERS) continue;
    told = walked;
    yield Math.floor((source.size * walked) / book.sheet.length);
  }
  for (const _ of table.end()) yield source.size;
}

/** Finds the layout of a workbook's first sheet, for the preview; as `detectLayout` of a text. */
export function detectSheetLayout(source: ByteSource): DetectedLayout | Refusal {
  const found = withWorkbook(source, (book, file) => layoutOfSheet(book, file));
  return found ?? refusal('no-measurement', source.name, {}, {});
}

/** Runs `use` on the opened workbook; a refusal on the way is the result. */
export function withWorkbook<T>(source: ByteSource, use: (book: Workbook, file: BinaryFile) => T): T | Refusal {
  let result: T | Refusal | undefined;
  const events = readBinary(source, function* (file) {
    result = use(yield* openWorkbook(source, file), file);
    yield 0;
  });
  for (const event of events) if (event.type === 'refused' && result === undefined) return event.refusal;
  return result as T;
}

function headerLine(row: SheetRow): HeaderLine {
  const cells = row.texts();
  return { line: row.row, text: cells.join('\t'), cells };
}

function notUnderstood(row: SheetRow, log: ReadLog): void {
  const { line, text } = headerLine(row);
  log.warn('line-not-understood', { line }, { text: text.trim().slice(0, SNIPPET) });
}

class DownColumns {
  readonly #columns: ColumnGatherer;
  readonly #log: ReadLog;
  readonly #headerRows: number;
  readonly #header: HeaderLine[] = [];
  readonly #headerTaken = (): readonly HeaderLine[] => this.#header;

  constructor(file: string, stated: DetectedLayout, log: ReadLog) {
    this.#columns = new ColumnGatherer(file, stated, log);
    this.#log = log;
    this.#headerRows = stated.layout.headerRows;
  }

  row(row: SheetRow): Refusal | undefined {
    if (row.row <= this.#headerRows) {
      this.#header.push(headerLine(row));
      return undefined;
    }
    const taken = this.#columns.row(row, row.row, this.#headerTaken);
    if (typeof taken === 'object') return taken;
    if (!taken && row.kind(0) === 'text' && row.count === 2) this.#columns.keep(readField(headerLine(row)));
    else if (!taken) notUnderstood(row, this.#log);
    return undefined;
  }

  end(): Iterable<void> {
    return this.#columns.finish();
  }
}

class AlongRows {
  readonly #rows: RowGatherer;
  readonly #log: ReadLog;
  readonly #headerRows: number;
  readonly #header: HeaderLine[] = [];

  constructor(stated: DetectedLayout, log: ReadLog) {
    this.#rows = new RowGatherer(stated, log);
    this.#log = log;
    this.#headerRows = stated.layout.headerRows;
  }

  row(row: SheetRow): undefined {
    const at = { line: row.row };
    if (row.row < this.#headerRows) this.#header.push(headerLine(row));
    else if (!(this.#rows.begun ? this.#rows.row(row, at) : this.#rows.places(row, this.#header, at))) notUnderstood(row, this.#log);
    return undefined;
  }

  /** Every row was given out as it came. */
  end(): Iterable<void> {
    return [];
  }
}
