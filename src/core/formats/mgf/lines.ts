import type { Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { limits } from '../limits';
import type { PeakProblem } from '../peaks/peak-line';
import { PeakList } from '../peaks/peak-list';
import type { LineContext } from '../read-lines';
import { indexWithin } from '../text/index-within';
import { MgfPeakLine } from './peak-line';
import { type MgfField, MgfRecord } from './record';

const EQUALS = 61;
const SNIPPET = 60;
/** Longest name of a field, bytes. */
const KEY_BYTES = 80;

/** First bytes of a line: 1 a peak, 2 a comment, 3 blank. */
const FIRST = new Uint8Array(256);
for (const character of '0123456789.+-') FIRST[character.charCodeAt(0)] = 1;
for (const character of '#;!/') FIRST[character.charCodeAt(0)] = 2;
for (const character of ' \t\f\v\x1a') FIRST[character.charCodeAt(0)] = 3;

/** Sorts the lines of an MGF file into records. */
export class MgfLines {
  readonly #context: LineContext;
  readonly #peaks = new PeakList();
  readonly #peakLine: MgfPeakLine;
  readonly #header: MgfField[] = [];
  #record: MgfRecord | undefined;
  #records = 0;

  constructor(context: LineContext) {
    this.#context = context;
    this.#peakLine = new MgfPeakLine(this.#peaks);
  }

  line(): void {
    const { lines } = this.#context;
    const { bytes } = lines;
    let { start, end } = lines;
    while (start < end && FIRST[bytes[start] as number] === 3) start++;
    while (end > start && FIRST[bytes[end - 1] as number] === 3) end--;
    if (start === end) return;
    const first = FIRST[bytes[start] as number];
    if (first === 1 && this.#record !== undefined) this.#readPeak(this.#record, start, end);
    else if (first === 2) this.#record?.draft.keep('#', this.#text(start, end), lines.line);
    else this.#readWords(start, end);
  }

  #readPeak(record: MgfRecord, start: number, end: number): void {
    const { lines, log } = this.#context;
    record.found++;
    const peak = this.#peakLine.read(lines.bytes, start, end);
    if (peak === 'peak-with-rest') {
      record.draft.keep('Peak annotation', `${this.#peaks.lastMz()}: ${this.#text(this.#peakLine.restAt, end)}`, lines.line);
    } else if (peak !== 'peak') this.#problem(peak, start, end);
    if (this.#peakLine.decimalComma) {
      log.warnOnce('decimal-comma-assumed', { line: lines.line }, { record: record.draft.label });
    }
  }

  #readWords(start: number, end: number): void {
    const { lines, log } = this.#context;
    const equals = indexWithin(lines.bytes, EQUALS, start, Math.min(end, start + KEY_BYTES));
    if (lines.bytes[equals] === EQUALS && equals < end && equals > start) {
      const field = { key: this.#text(start, equals).trim(), value: this.#text(equals + 1, end).trim(), line: lines.line };
      if (this.#record !== undefined) this.#record.field(field);
      else if (this.#header.length < limits.linkFields) this.#header.push(field);
      else log.warnOnce('part-unused', { line: lines.line }, { record: '#0', part: `${field.key}=` });
      return;
    }
    const word = end - start > SNIPPET ? '' : this.#text(start, end).toUpperCase();
    if (/^BEGIN\s+IONS$/.test(word)) {
      if (this.#record !== undefined) {
        log.warn('part-damaged', lines.place(), { record: this.#record.draft.label, part: 'END IONS' });
        this.#finish();
      }
      this.#record = new MgfRecord(log, ++this.#records, lines.place());
    } else if (/^END\s+IONS$/.test(word)) {
      if (this.#record === undefined) this.#problem('line-not-understood', start, end);
      this.#finish();
    } else {
      this.#problem('line-not-understood', start, end);
      this.#record?.draft.keep('', this.#text(start, end), lines.line);
    }
  }

  #finish(): void {
    this.#record?.finish(this.#peaks, this.#header);
    this.#record = undefined;
    this.#peaks.clear();
  }

  /** At the end, a record that nothing closed was cut off: its last numbers may lack digits, so it is not given. */
  end(): Refusal | undefined {
    if (this.#record === undefined) return undefined;
    const { lines, file } = this.#context;
    return refusal(
      'file-truncated',
      file,
      { ...this.#record.at, byte: lines.consumed },
      { part: `BEGIN IONS … END IONS (${this.#record.draft.label})` },
    );
  }

  #problem(problem: PeakProblem, start: number, end: number): void {
    this.#context.log.warn(problem, { line: this.#context.lines.line }, { text: this.#text(start, Math.min(end, start + SNIPPET)) });
  }

  #text(start: number, end: number): string {
    return this.#context.decoder.decode(this.#context.lines.bytes, start, end);
  }
}
