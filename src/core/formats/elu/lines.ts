import type { Refusal } from '../../spectrum/reading';
import { refusal } from '../codes';
import { PeakLineReader, type PeakProblem } from '../peaks/peak-line';
import { PeakList } from '../peaks/peak-list';
import type { LineContext } from '../read-lines';
import { EluComponent } from './component';

const OPENING = 40;
const CLOSING = 41;
const SNIPPET = 60;
/** Longest beginning of a line turned into text to see which field it is; a line of names has some 300. */
const NAME_LINE_BYTES = 4096;

/** Sorts the lines of an ELU file into components. */
export class EluLines {
  readonly #context: LineContext;
  readonly #peaks = new PeakList();
  readonly #peakLine: PeakLineReader;
  #component: EluComponent | undefined;
  #components = 0;
  /** Whether what was read last is whole even if the file was cut after it. */
  #closed = true;

  constructor(context: LineContext) {
    this.#context = context;
    this.#peakLine = new PeakLineReader(this.#peaks, {
      problem: (problem, start, end) => this.#problem(problem, start, end),
      annotation: (mz, start, end) => this.#component?.draft.keep('Peak flag', `${mz}: ${this.#text(start, end)}`, context.lines.line),
    });
  }

  line(): void {
    const { lines } = this.#context;
    const { bytes } = lines;
    let { start, end } = lines;
    while (start < end && (bytes[start] as number) <= 32) start++;
    while (end > start && (bytes[end - 1] as number) <= 32) end--;
    if (start === end) return;
    const component = this.#component;
    if (bytes[start] === OPENING && component !== undefined) {
      this.#peakLine.read(bytes, start, end);
      component.found += this.#peakLine.pairs;
      this.#closed = bytes[end - 1] === CLOSING;
      return;
    }
    const text = this.#text(start, Math.min(end, start + NAME_LINE_BYTES));
    const [, label = '', value = ''] = /^(NAME|NUM PEAKS)\s*:\s*(.*)$/i.exec(text) ?? [];
    if (label.toUpperCase() === 'NAME') this.#begin(value);
    else if (component === undefined) this.#problem('line-not-understood', start, end);
    else if (label !== '') component.peakCount(value, lines.line);
    else if (text === 'RE') component.inProfile = true;
    else if (component.inProfile && /^[-+\d.\seE]+$/.test(text)) component.profile(text, lines.line);
    else {
      this.#problem('line-not-understood', start, end);
      component.draft.keep('', text, lines.line);
    }
  }

  #begin(value: string): void {
    const { log, lines } = this.#context;
    this.#component?.finish(this.#peaks);
    this.#peaks.clear();
    this.#component = new EluComponent(log, ++this.#components, lines.place());
    this.#component.values(value, lines.line);
    this.#closed = false;
  }

  /** At the end, a component that lacks peaks it announced, or whose last peak is not closed, was cut off. */
  end(): Refusal | undefined {
    const component = this.#component;
    if (component === undefined) return undefined;
    const { at, draft, stated, found } = component;
    const { file } = this.#context;
    if (stated !== undefined && (found < stated || !this.#closed)) {
      return refusal('record-truncated', file, at, { record: draft.label, stated, found });
    }
    if (found === 0 && stated !== 0) return refusal('block-truncated', file, at, { record: draft.label });
    component.finish(this.#peaks);
    return undefined;
  }

  #problem(problem: PeakProblem, start: number, end: number): void {
    this.#context.log.warn(problem, { line: this.#context.lines.line }, { text: this.#text(start, Math.min(end, start + SNIPPET)) });
  }

  #text(start: number, end: number): string {
    return this.#context.decoder.decode(this.#context.lines.bytes, start, end);
  }
}
