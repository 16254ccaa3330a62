import type { Conditions } from '../../spectrum/conditions';
import type { Refusal } from '../../spectrum/reading';
import { ConditionDraft } from '../binary/condition-draft';
import { techniqueOfRange } from '../binary/optical-range';
import { extremesOf } from '../binary/points';
import { refusal } from '../codes';
import { limits } from '../limits';
import type { LineContext, LineFormat } from '../read-lines';
import { xAxis, yAxis } from './axes';
import { decimalOf, lineText, oneTrace, PointColumn } from './points';

/** Lines before `#HDR` with a term, counted from 0; the others stay verbatim under their number. Only infrared files are laid out so. */
const HEAD_TERMS: Readonly<Record<number, keyof Conditions>> = {
  7: 'operator',
  20: 'instrument',
  21: 'detector',
  22: 'source',
  23: 'beamsplitter',
  24: 'instrumentSerial',
  27: 'resolution',
  28: 'apodisation',
};
const NAME = 2;
const DATE = 3;
const TIME = 4;
/** Lines behind `#GR`: unit of x, unit of y, factor and offset of the binary form, first x, step, number of points, a code, greatest and least y. */
const GRID = ['x', 'y', 'factor', 'offset', 'first', 'step', 'count', 'code', 'max', 'min'] as const;
const SECTION = /^#(\w+)/;
const MOST_HEAD_LINES = 1000;

/** `PE IR SPECTRUM ASCII`: a head of lines by number, a grid, and the points as pairs of x and y, which need no factor. */
export class AsciiSpectrum implements LineFormat {
  readonly #context: LineContext;
  readonly #head: string[] = [];
  readonly #grid: string[] = [];
  readonly #x = new PointColumn();
  readonly #y = new PointColumn();
  #section = '';

  constructor(context: LineContext) {
    this.#context = context;
  }

  line(): Refusal | undefined {
    const text = lineText(this.#context);
    const section = SECTION.exec(text)?.[1];
    if (section !== undefined) this.#section = section;
    else if (this.#section === 'DATA') return this.#point(text);
    else if (this.#section === 'GR') this.#grid.push(text);
    else if (this.#section === '') this.#head.push(text);
    if (this.#head.length + this.#grid.length <= MOST_HEAD_LINES) return undefined;
    return refusal('structure-damaged', this.#context.file, this.#context.lines.place(), { part: 'header' });
  }

  #point(text: string): Refusal | undefined {
    if (text === '') return undefined;
    const [x = Number.NaN, y = Number.NaN, ...more] = text.split(/\s+/).map(decimalOf);
    if (more.length > 0 || Number.isNaN(x) || Number.isNaN(y)) {
      const { log, lines } = this.#context;
      log.warn('line-not-understood', { line: lines.line }, { text: text.slice(0, 60) });
    } else if (this.#x.full)
      return refusal('too-many-points', this.#context.file, this.#context.lines.place(), { limit: limits.pointsPerTrace });
    else {
      this.#x.push(x);
      this.#y.push(y);
    }
    return undefined;
  }

  end(): Refusal | undefined {
    const { log, file } = this.#context;
    if (this.#x.length === 0) return refusal('file-truncated', file, this.#context.lines.place(), { part: 'spectrum' });
    const record = (this.#head[NAME] ?? '').slice(0, 80) || file;
    const draft = new ConditionDraft();
    this.#sortHead(draft, record);
    const [x, y] = [this.#x.take(), this.#y.take()];
    this.#check(x, y, record);
    const [xLabel, yLabel] = [xAxis(this.#stated('x')), yAxis(this.#stated('y'))];
    for (const { unit, written } of [xLabel, yLabel]) if (unit === 'unknown') log.warn('unit-unknown', {}, { record, text: written });
    const technique = techniqueOfRange(xLabel, x[0] as number, x.at(-1) as number);
    const trace = { x: { kind: 'explicit', axis: xLabel, values: x }, y: { axis: yLabel, values: y } } as const;
    log.curves(oneTrace(technique, this.#head[NAME] ?? '', trace, draft.conditions, draft.otherFields), { line: 1 });
    return undefined;
  }

  #stated(field: (typeof GRID)[number]): string {
    return this.#grid[GRID.indexOf(field)] ?? '';
  }

  #sortHead(draft: ConditionDraft, record: string): void {
    const infrared = /^PE N?IR/.test(this.#head[0] ?? '');
    this.#head.forEach((text, i) => {
      if (i === NAME || i === DATE || i === TIME) return;
      draft.put(infrared ? HEAD_TERMS[i] : undefined, `line ${i + 1}`, text);
    });
    const date = `${this.#head[DATE] ?? ''} ${this.#head[TIME] ?? ''}`.trim();
    if (date === '') return;
    // Two digits each, in the order of the country.
    this.#context.log.warn('date-ambiguous', { line: DATE + 1 }, { record, text: date });
    draft.put('measuredAt', 'date', date);
  }

  #check(x: Float64Array, y: Float64Array, record: string): void {
    const [least, greatest] = extremesOf(y);
    const found = { count: x.length, first: x[0] as number, max: greatest, min: least };
    for (const [field, value] of Object.entries(found)) {
      const stated = this.#stated(field as keyof typeof found);
      const differs = stated !== '' && Math.abs(Number(stated) - value) > 2e-6 * Math.max(1, Math.abs(value));
      if (differs) this.#context.log.warn('value-differs', {}, { record, field, stated, found: value });
    }
  }
}
