import type { Curves, Technique, Trace } from '../../spectrum/curves';
import { limits } from '../limits';
import type { LineContext } from '../read-lines';
import { SpectrumDraft } from '../spectrum-draft';
import { techniqueOf, techniqueOfAxes } from './axes';
import type { LabelledRecord } from './block';
import { splitSymbols } from './form';
import { AXIS_LABELS, describedSlot } from './labels';
import { MOST_POINTS } from './ordinate-lines';
import { OrdinateReader } from './ordinates';
import { isPartOfOne, type JcampPage, type PageReader, pageCoordinate, putRecords, recordName, reportExceeded } from './page';
import { hasDecimalComma, readStated } from './stated';
import { ordinateTraces, tupleTraces } from './traces';
import { TupleReader } from './tuples';
import { declaredSymbols, listOf } from './variables';

const SNIPPET = 60;
const DOLLAR = 36;
const COMMA = 44;
const POINT = 46;

interface WaitingCurves {
  readonly page: JcampPage;
  readonly technique: Technique;
  readonly traces: Trace[];
  readonly trailing: LabelledRecord[];
  points: number;
}

/** Makes curves of the tables of a block: pages of one measurement (real and imaginary part) become traces of one record. */
export class CurvePages implements PageReader {
  readonly #context: LineContext;
  readonly #ordinates = new OrdinateReader();
  readonly #tuples: TupleReader;
  #page: JcampPage | undefined;
  #symbols: readonly string[] = [];
  /** The ordinates at hand have decimal commas. */
  #pointsForCommas = false;
  #waiting: WaitingCurves | undefined;

  constructor(context: LineContext) {
    this.#context = context;
    this.#tuples = new TupleReader((start, end) => context.decoder.decode(context.lines.bytes, start, end));
  }

  get found(): number {
    return this.#page?.form.kind === 'ordinates' ? this.#ordinates.length : this.#tuples.length;
  }

  begin(page: JcampPage): void {
    this.#page = page;
    const { form } = page;
    const decimalComma = hasDecimalComma(page.records);
    this.#pointsForCommas = decimalComma && form.kind === 'ordinates';
    if (decimalComma) this.#context.log.warn('decimal-comma-assumed', page.at, { record: page.block.label });
    if (form.kind === 'ordinates') {
      this.#ordinates.clear();
      return;
    }
    this.#symbols = splitSymbols(form.symbols, declaredSymbols(page.records));
    const words = this.#symbols.map((symbol) => form.kind === 'assignments' && !/^[XYZW]$/.test(symbol));
    this.#tuples.begin(words, decimalComma);
  }

  line(start: number, end: number): void {
    const page = this.#page;
    if (page === undefined) return;
    const { lines, log } = this.#context;
    const table = page.form.kind === 'ordinates' ? this.#ordinates : this.#tuples;
    const before = table.length;
    if (this.#pointsForCommas) commasToPoints(lines.bytes, start, end);
    if (!table.read(lines.bytes, start, end, lines.line)) {
      log.warn('line-not-understood', { line: lines.line }, { text: this.#text(start, Math.min(end, start + SNIPPET)) });
    }
    // A line of duplicates may cost far more than its bytes.
    log.findings += (table.length - before) >>> 14;
    if (table.remarkAt < 0 || page.remarks.length > limits.fieldsPerRecord) return;
    page.remarks.push({ field: '$$', value: this.#text(table.remarkAt + 2, end).trim(), line: lines.line });
  }

  endPage(trailing: readonly LabelledRecord[]): void {
    const page = this.#page;
    if (page === undefined) return;
    const { log } = this.#context;
    const record = recordName(page);
    if (reportExceeded(page, page.block.exceeded, log)) return;
    const table = page.form.kind === 'ordinates' ? this.#ordinates : this.#tuples;
    if (table === this.#tuples) this.#tuples.finish();
    const { overflowed, length } = table;
    const technique = techniqueOf(page.block.dataType);
    const traces =
      overflowed || length === 0
        ? []
        : page.form.kind === 'ordinates'
          ? ordinateTraces(page, technique, this.#ordinates, log)
          : tupleTraces(page, technique, this.#tuples, this.#symbols, log);
    this.#page = undefined;
    if (overflowed) log.warn('record-too-many-peaks', page.at, { record, limit: MOST_POINTS });
    else if (length === 0) log.warn('record-without-peaks', page.at, { record });
    else if (isPartOfOne(page)) this.#join(page, technique, traces, trailing);
    else {
      this.endBlock();
      this.#give({ page, technique, traces: [...traces], trailing: [...trailing], points: length });
    }
  }

  endBlock(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    if (waiting !== undefined) this.#give(waiting);
  }

  #join(page: JcampPage, technique: Technique, traces: readonly Trace[], trailing: readonly LabelledRecord[]): void {
    const points = traces.reduce((sum, trace) => sum + trace.y.values.length, 0);
    const open = this.#waiting;
    if (open !== undefined && open.page.block === page.block && open.points + points <= MOST_POINTS) {
      open.traces.push(...traces);
      open.trailing.push(...trailing);
      open.points += points;
      return;
    }
    this.endBlock();
    this.#waiting = { page, technique, traces: [...traces], trailing: [...trailing], points };
  }

  #give({ page, technique, traces, trailing }: WaitingCurves): void {
    const { log } = this.#context;
    const draft = new SpectrumDraft(log, page.number, page.at);
    putRecords(draft, page, [...page.records, ...trailing], describedSlot, AXIS_LABELS, log);
    for (const field of page.remarks) draft.keep(field.field, field.value, field.line ?? 0);
    if (page.block.dataType !== '') draft.keep('DATA TYPE', page.block.dataType, page.block.at.line ?? 0);
    if (reportExceeded(page, draft.exceeded, log)) return;
    const [shown] = traces;
    if (shown === undefined) return;
    const inferred = technique === 'unknown' ? techniqueOfAxes(shown.x.axis, shown.y.axis) : undefined;
    if (inferred !== undefined) log.warn('value-assumed', page.at, { record: draft.label, field: 'DATA TYPE', value: inferred });
    if (shown.x.axis.unit === 'other')
      log.warn('unit-unknown', page.at, { record: draft.label, text: shown.x.axis.written.slice(0, SNIPPET) });
    const position = positionOf(page);
    const curves: Curves = {
      technique: inferred ?? technique,
      ...draft.describe(),
      traces,
      ...(position === undefined ? {} : { position }),
    };
    log.curves(curves, page.at);
  }

  #text(start: number, end: number): string {
    return this.#context.decoder.decode(this.#context.lines.bytes, start, end);
  }
}

/** Makes points of commas between digits, in place: of the line only numbers are taken, and the remark behind them stays. */
function commasToPoints(bytes: Uint8Array, start: number, end: number): void {
  for (let at = start + 1; at + 1 < end; at++) {
    if (bytes[at] === DOLLAR && bytes[at + 1] === DOLLAR) return;
    if (bytes[at] === COMMA && isDigit(bytes[at - 1] as number) && isDigit(bytes[at + 1] as number)) bytes[at] = POINT;
  }
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function positionOf(page: JcampPage): Curves['position'] {
  const coordinate = pageCoordinate(page);
  if (coordinate === undefined || isPartOfOne(page)) return undefined;
  const stated = readStated('PAGE', coordinate.text, 0);
  if (stated === undefined) return undefined;
  const column = declaredSymbols(page.records).indexOf(coordinate.symbol);
  const name = listOf(page.records, 'VARNAME')[column] ?? '';
  return [{ name: name === '' ? coordinate.symbol : name, value: stated.value, unit: listOf(page.records, 'UNITS')[column] ?? '' }];
}
