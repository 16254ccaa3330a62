import type { Refusal } from '../../spectrum/reading';
import { limits } from '../limits';
import type { LineContext } from '../read-lines';
import { indexWithin } from '../text/index-within';
import { InternTable } from '../text/interned';
import type { LabelledRecord } from './block';
import { JcampBlocks } from './blocks';
import { DATA_LABELS, normalLabel } from './labels';

const TAB = 9;
const SPACE = 32;
const HASH = 35;
const EQUALS = 61;
const REMARK = '$$';
/** Shortest line whose `=` at the end can mean that the line was broken there. */
const BROKEN_LINE = 75;

interface JcampLabel {
  readonly written: string;
  readonly label: string;
}

/** Puts the lines of a JCAMP-DX file together to labelled records and hands the lines of tables on as bytes. */
export class JcampLines {
  readonly #context: LineContext;
  readonly #blocks: JcampBlocks;
  readonly #labels = new InternTable<JcampLabel>();
  #written = '';
  #label = '';
  #line = 0;
  #value: string[] = [];
  #valueLength = 0;
  #open = false;
  /** The last line of the value was too long and goes on in the next. */
  #broken = false;

  constructor(context: LineContext) {
    this.#context = context;
    this.#blocks = new JcampBlocks(context);
  }

  line(): Refusal | undefined {
    const { lines } = this.#context;
    const { bytes, end } = lines;
    let start = lines.start;
    while (start < end && (bytes[start] === SPACE || bytes[start] === TAB)) start++;
    if (bytes[start] === HASH && bytes[start + 1] === HASH && start + 1 < end) return this.#beginRecord(start + 2, end);
    if (this.#blocks.inTable) this.#blocks.tableLine(start, end);
    else if (this.#open) this.#continue(this.#text(lines.start, end));
    else if (start < end) this.#blocks.stray(this.#text(start, end), lines.line);
    return undefined;
  }

  end(): Refusal | undefined {
    return this.#flush() ?? this.#blocks.end();
  }

  #beginRecord(start: number, end: number): Refusal | undefined {
    const refused = this.#flush();
    if (refused !== undefined) return refused;
    const { lines } = this.#context;
    const labelEnd = indexWithin(lines.bytes, EQUALS, start, end);
    const { written, label } = this.#labels.get(lines.bytes, start, labelEnd, () => this.#readLabel(start, labelEnd));
    this.#written = written;
    this.#label = label;
    this.#line = lines.line;
    this.#value = [];
    this.#valueLength = 0;
    this.#broken = false;
    const value = this.#text(Math.min(labelEnd + 1, end), end);
    if (DATA_LABELS.has(this.#label)) {
      this.#blocks.beginTable(this.#record(this.#withoutRemark(value).trim()), lines.place());
      return undefined;
    }
    this.#blocks.endTable();
    this.#open = true;
    this.#continue(value);
    return undefined;
  }

  #readLabel(start: number, end: number): JcampLabel {
    const written = this.#text(start, end).trim();
    return { written, label: normalLabel(written) };
  }

  #continue(text: string): void {
    const part = this.#withoutRemark(text).trim();
    this.#valueLength += part.length + 1;
    if (this.#valueLength > limits.textPerRecord + limits.lineBytes) return;
    const last = this.#value.length - 1;
    if (this.#broken && last >= 0) this.#value[last] = (this.#value[last] as string).slice(0, -1) + part;
    else this.#value.push(part);
    this.#broken = part.endsWith('=') && this.#context.lines.end - this.#context.lines.start >= BROKEN_LINE;
  }

  /** Takes a remark off a value and keeps it as a field of its own. */
  #withoutRemark(text: string): string {
    const at = text.indexOf(REMARK);
    if (at < 0) return text;
    const remark = text.slice(at + REMARK.length).trim();
    if (remark !== '') this.#blocks.remark(remark, this.#context.lines.line, this.#label === 'TITLE');
    return text.slice(0, at);
  }

  #flush(): Refusal | undefined {
    if (!this.#open) return undefined;
    this.#open = false;
    return this.#blocks.record(this.#record(this.#value.join('\n').trim()), this.#line);
  }

  #record(value: string): LabelledRecord {
    return { written: this.#written, label: this.#label, value, line: this.#line };
  }

  #text(start: number, end: number): string {
    return this.#context.decoder.decode(this.#context.lines.bytes, start, end);
  }
}
