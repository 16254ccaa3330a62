import type { Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { PeakLineReader, type PeakProblem } from '../peaks/peak-line';
import { PeakList } from '../peaks/peak-list';
import type { LineContext } from '../read-lines';
import { indexWithin } from '../text/index-within';
import { InternTable } from '../text/interned';
import { mspField } from './fields';
import { MspLabel } from './label';
import { MspRecord } from './record';

const TAB = 9;
const SUB = 26;
const SPACE = 32;
const HASH = 35;
const SLASH = 47;
const COLON = 58;
/** The letter of exponents, which a number may hold. */
const LETTER_E = 101;
const SEMICOLON = 59;
/** Longest field name; what is longer is a sentence with a colon in it. */
const LABEL_BYTES = 80;
const SNIPPET = 60;

/** First bytes of a line of peaks: digits, signs, point, brackets. */
const BEGINS_PEAK = new Uint8Array(256);
for (const character of '0123456789.+-([{') BEGINS_PEAK[character.charCodeAt(0)] = 1;

/** Sorts the lines of an MSP file into records. */
export class MspLines {
  readonly #context: LineContext;
  readonly #peaks = new PeakList();
  readonly #labels = new InternTable<MspLabel>();
  readonly #peakLine: PeakLineReader;
  #record: MspRecord | undefined;
  #records = 0;
  #labelBefore: MspLabel | undefined;
  /** The line read last ends in a number: were the file cut there, nobody could tell. */
  #endsInNumber = false;

  constructor(context: LineContext) {
    this.#context = context;
    this.#peakLine = new PeakLineReader(this.#peaks, {
      problem: (problem, start, end) => this.#problem(problem, start, end),
      annotation: (mz, start, end) => this.#record?.draft.keep('Peak annotation', `${mz}: ${this.#text(start, end)}`, context.lines.line),
    });
  }

  line(): void {
    const { lines } = this.#context;
    const { bytes } = lines;
    let { start, end } = lines;
    while (start < end && isBlank(bytes[start] as number)) start++;
    while (end > start && isBlank(bytes[end - 1] as number)) end--;
    this.#endsInNumber = false;
    if (start === end) {
      if (this.#record !== undefined) this.#record.closed = true;
      return;
    }
    const first = bytes[start] as number;
    if (BEGINS_PEAK[first] === 1 && this.#record !== undefined && !(this.#record.inPeaks === false && this.#hasLabel(start, end))) {
      this.#readPeaks(this.#record, start, end);
    } else if (first === HASH || (first === SLASH && bytes[start + 1] === SLASH)) {
      this.#current().draft.keep('#', this.#text(start, end), lines.line);
    } else this.#readField(start, end);
  }

  #readPeaks(record: MspRecord, start: number, end: number): void {
    record.inPeaks = true;
    record.closed = false;
    this.#peakLine.read(this.#context.lines.bytes, start, end);
    record.found += this.#peakLine.pairs;
    this.#endsInNumber = this.#context.lines.bytes[end - 1] !== SEMICOLON;
  }

  #readField(start: number, end: number): void {
    const { bytes, line } = this.#context.lines;
    const expected = this.#labelBefore?.next;
    let colon = expected === undefined ? -1 : expected.colonAt(bytes, start, end);
    let found = expected;
    if (found === undefined || colon < 0) {
      const labelLimit = Math.min(end, start + LABEL_BYTES);
      colon = indexWithin(bytes, COLON, start, labelLimit);
      if (colon === start || colon === labelLimit) {
        this.#readUnlabelled(start, end);
        return;
      }
      found = this.#labels.get(bytes, start, colon, () => this.#label(start, colon));
      if (this.#labelBefore !== undefined) this.#labelBefore.next = found;
    }
    this.#labelBefore = found;
    const { label, meaning } = found;
    const open = this.#record;
    const awaitsPeaks = open?.inPeaks === true && open.stated !== undefined && open.found < open.stated;
    if (meaning === undefined && awaitsPeaks && !open.closed) {
      this.#readUnlabelled(start, end);
      return;
    }
    const begins = open === undefined || (open.inPeaks && meaning !== 'peakCount') || (meaning === 'name' && open.draft.named);
    const record = begins ? this.#begin() : open;
    record.closed = false;
    record.field(meaning, label, found.value(this.#context.decoder, bytes, colon + 1, end), line);
  }

  #label(start: number, end: number): MspLabel {
    const label = this.#text(start, end).trimEnd();
    return new MspLabel(this.#context.lines.bytes.slice(start, end), label, mspField(label));
  }

  #readUnlabelled(start: number, end: number): void {
    this.#problem('line-not-understood', start, end);
    this.#record?.draft.keep('', this.#text(start, end), this.#context.lines.line);
  }

  /** Whether letters and then a colon stand on a line that begins like a number: a field such as `13C-NMR: none`. */
  #hasLabel(start: number, end: number): boolean {
    const { bytes } = this.#context.lines;
    for (let at = start; at < end && at - start <= LABEL_BYTES; at++) {
      const byte = bytes[at] as number;
      if (byte === COLON) return false;
      const letter = byte | 32;
      if (letter >= 97 && letter <= 122 && letter !== LETTER_E) return indexWithin(bytes, COLON, at, end) < end;
    }
    return false;
  }

  #current(): MspRecord {
    return this.#record ?? this.#begin();
  }

  #begin(): MspRecord {
    this.#record?.finish(this.#peaks);
    this.#peaks.clear();
    this.#record = new MspRecord(this.#context.log, ++this.#records, this.#context.lines.place());
    return this.#record;
  }

  /** At the end, a record that lacks all peaks or some of those it announced, and that no empty line closed, was cut off. */
  end(): Refusal | undefined {
    const record = this.#record;
    if (record === undefined) return undefined;
    const { stated, found } = record;
    if (stated !== undefined && found < stated && !record.closed) {
      return refusal('record-truncated', this.#context.file, record.at, { record: record.draft.label, stated, found });
    }
    const { lines, log, file } = this.#context;
    if (found === 0 && stated !== 0 && !record.closed) return refusal('block-truncated', file, record.at, { record: record.draft.label });
    if (this.#endsInNumber && !lines.terminated) log.warn('last-line-unterminated', { line: lines.line }, {});
    record.finish(this.#peaks);
    return undefined;
  }

  #problem(problem: PeakProblem, start: number, end: number): void {
    this.#context.log.warn(problem, { line: this.#context.lines.line }, { text: this.#text(start, Math.min(end, start + SNIPPET)) });
  }

  #text(start: number, end: number): string {
    return this.#context.decoder.decode(this.#context.lines.bytes, start, end);
  }
}

/** Blanks around a line; SUB (Ctrl-Z) is the end mark of DOS text files. */
function isBlank(byte: number): boolean {
  return byte === SPACE || byte === TAB || byte === SUB;
}
