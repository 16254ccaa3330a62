import type { Conditions } from '../../spectrum/conditions';
import type { Curves } from '../../spectrum/curves';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import { limits } from '../limits';
import type { LineContext } from '../read-lines';

/** The text of the current line, without blanks around it. */
export function lineText({ lines, decoder }: LineContext): string {
  return decoder.decode(lines.bytes, lines.start, lines.end).trim();
}

const DECIMAL = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;

/** A number written with a decimal point; NaN when it is none or too large to be one. */
export function decimalOf(text: string): number {
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}

/** Numbers of the points of a table, bounded. */
export class PointColumn {
  #values = new Float64Array(1024);
  length = 0;

  get full(): boolean {
    return this.length >= limits.pointsPerTrace;
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const wider = new Float64Array(2 * this.length);
      wider.set(this.#values);
      this.#values = wider;
    }
    this.#values[this.length++] = value;
  }

  /** The numbers; the column gives them up. */
  take(): Float64Array {
    const taken = this.#values.slice(0, this.length);
    this.#values = new Float64Array(0);
    this.length = 0;
    return taken;
  }
}

/** A record of one trace. */
export function oneTrace(
  technique: Curves['technique'],
  name: string,
  trace: Pick<Curves['traces'][number], 'x' | 'y'>,
  conditions: Conditions,
  otherFields: readonly VerbatimField[],
): Curves {
  return {
    technique,
    identity: { name, synonyms: [] },
    conditions,
    traces: [{ label: '', role: 'measured', form: 'line', ...trace }],
    otherFields,
  };
}
