import type { Refusal } from '../../spectrum/reading';
import { axis } from '../binary/axes';
import { techniqueOfRange } from '../binary/optical-range';
import { refusal } from '../codes';
import { limits } from '../limits';
import type { LineContext, LineFormat } from '../read-lines';
import { decimalOf, lineText, oneTrace, PointColumn } from './points';
import { TABLE_HEADER } from './recognises';

/** `.asp`: number of points, x of the first and last, three codes, then one value a line. No line says what is measured. */
export class TableSpectrum implements LineFormat {
  readonly #context: LineContext;
  readonly #head: string[] = [];
  readonly #y = new PointColumn();

  constructor(context: LineContext) {
    this.#context = context;
  }

  line(): Refusal | undefined {
    const text = lineText(this.#context);
    const { log, lines, file } = this.#context;
    if (this.#head.length < TABLE_HEADER) this.#head.push(text);
    else if (text !== '') {
      const value = decimalOf(text);
      // The point keeps its place: without it all that follow would move.
      if (Number.isNaN(value)) log.warn('line-not-understood', { line: lines.line }, { text: text.slice(0, 60) });
      if (this.#y.full) return refusal('too-many-points', file, lines.place(), { limit: limits.pointsPerTrace });
      this.#y.push(value);
    }
    return undefined;
  }

  end(): Refusal | undefined {
    const { log, file, lines } = this.#context;
    const [count = '', first = '', last = '', ...codes] = this.#head;
    const found = this.#y.length;
    if (found === 0 || Number.isNaN(decimalOf(first)) || Number.isNaN(decimalOf(last))) {
      return refusal('structure-damaged', file, { line: 1 }, { part: 'header' });
    }
    // Without places of their own the points cannot be told from one another when one is missing.
    if (found < Number(count)) return refusal('file-truncated', file, lines.place(), { part: `spectrum (${found} / ${count})` });
    if (found > Number(count)) return refusal('structure-damaged', file, lines.place(), { part: `spectrum (${found} / ${count})` });
    log.warn('value-assumed', { line: 2 }, { record: file, field: 'unit of x', value: 'cm-1' });
    log.warn('unit-unknown', { line: 6 }, { record: file, text: codes.join(' ') });
    const x = { kind: 'regular', axis: axis('wavenumber', 'cm-1', ''), first: Number(first), last: Number(last), count: found } as const;
    const y = { axis: axis('unknown', 'unknown', ''), values: this.#y.take() };
    const fields = codes.map((value, i) => ({ field: `line ${i + 4}`, value, line: i + 4 }));
    log.curves(oneTrace(techniqueOfRange(x.axis, x.first, x.last), '', { x, y }, {}, fields), { line: 1 });
    return undefined;
  }
}
