import type { Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { limits } from '../limits';
import type { PeakProblem } from '../peaks/peak-line';
import { PeakList } from '../peaks/peak-list';
import type { LineContext } from '../read-lines';
import { NumberScanner } from '../text/number';
import { MassbankRecord } from './record';

const SPACE = 32;
const TAB = 9;
const SLASH = 47;
const SNIPPET = 60;
const TAG = /^([A-Z]{2}\$[A-Z_/]{1,40}|[A-Z][A-Z_]{1,40}):[ \t]*(.*)$/s;

/** Sorts the lines of MassBank records. */
export class MassbankLines {
  readonly #context: LineContext;
  readonly #peaks = new PeakList();
  readonly #numbers = new NumberScanner();
  #record: MassbankRecord | undefined;
  #records = 0;
  /** The tag whose lines are being continued. */
  #tag = '';

  constructor(context: LineContext) {
    this.#context = context;
  }

  line(): void {
    const { lines } = this.#context;
    const { bytes, start } = lines;
    let { end } = lines;
    while (end > start && (bytes[end - 1] as number) <= SPACE) end--;
    if (start === end) return;
    const continues = bytes[start] === SPACE || bytes[start] === TAB;
    if (continues && this.#record !== undefined) this.#continue(this.#record, start, end);
    else if (bytes[start] === SLASH && bytes[start + 1] === SLASH && end === start + 2) this.#finish();
    else this.#field(start, end);
  }

  #field(start: number, end: number): void {
    const { lines, log } = this.#context;
    const [, tag, value = ''] = TAG.exec(this.#text(start, end)) ?? [];
    if (tag === undefined) {
      this.#problem('line-not-understood', start, end);
      this.#record?.draft.keep('', this.#text(start, end), lines.line);
      return;
    }
    if (tag === 'ACCESSION' && this.#record !== undefined) {
      log.warn('part-damaged', lines.place(), { record: this.#record.draft.label, part: '//' });
      this.#finish();
    }
    this.#record ??= new MassbankRecord(log, ++this.#records, lines.place());
    this.#tag = tag;
    if (tag !== 'PK$PEAK' && tag !== 'PK$ANNOTATION') this.#record.field(tag, value, lines.line);
    else if (tag === 'PK$ANNOTATION') this.#record.draft.keep(tag, value, lines.line);
  }

  #continue(record: MassbankRecord, from: number, end: number): void {
    const { bytes, line } = this.#context.lines;
    let start = from;
    while (start < end && (bytes[start] === SPACE || bytes[start] === TAB)) start++;
    if (this.#tag === 'PK$PEAK') {
      record.found++;
      const problem = this.#readPeak(bytes, start, end);
      if (problem !== undefined) this.#problem(problem, start, end);
    } else record.draft.keep(this.#tag, this.#text(start, end), line);
  }

  /** `m/z int. rel.int.`: the third is the second over the largest, per mille, and is not kept. */
  #readPeak(bytes: Uint8Array, start: number, end: number): PeakProblem | undefined {
    const numbers = this.#numbers;
    const values: number[] = [];
    for (let at = start; at < end; ) {
      const state = numbers.scan(bytes, at, end);
      if (state === 'too-long') return 'number-too-long';
      if (state === 'none' || values.length === 3) return 'peak-not-a-number';
      values.push(numbers.value + 0);
      at = numbers.end;
      if (at < end && bytes[at] !== SPACE && bytes[at] !== TAB) return 'peak-not-a-number';
      while (at < end && (bytes[at] === SPACE || bytes[at] === TAB)) at++;
    }
    const [mz = 0, intensity] = values;
    if (intensity === undefined) return 'peak-line-odd';
    if (mz < 0 || intensity < 0) return 'peak-negative';
    if (mz === 0 || mz > limits.mz || intensity > Number.MAX_VALUE) return 'peak-out-of-range';
    this.#peaks.push(mz, intensity);
    return undefined;
  }

  #finish(): void {
    this.#record?.finish(this.#peaks);
    this.#record = undefined;
    this.#tag = '';
    this.#peaks.clear();
  }

  /** At the end, a record that `//` does not close is given only if it has the peaks it announced and its last line is whole. */
  end(): Refusal | undefined {
    const record = this.#record;
    if (record === undefined) return undefined;
    const { lines, log, file } = this.#context;
    const { at, draft, stated, found } = record;
    if (stated === undefined || found === 0) return refusal('block-truncated', file, at, { record: draft.label });
    if (found < stated || !lines.terminated) return refusal('record-truncated', file, at, { record: draft.label, stated, found });
    log.warn('part-damaged', lines.place(), { record: draft.label, part: '//' });
    this.#finish();
    return undefined;
  }

  #problem(problem: PeakProblem, start: number, end: number): void {
    this.#context.log.warn(problem, { line: this.#context.lines.line }, { text: this.#text(start, Math.min(end, start + SNIPPET)) });
  }

  #text(start: number, end: number): string {
    return this.#context.decoder.decode(this.#context.lines.bytes, start, end);
  }
}
