import type { Conditions } from '../../spectrum/conditions';
import type { VerbatimField } from '../../spectrum/mass-spectrum';
import { limits } from '../limits';

type Term = keyof Conditions;

/**
 * Sorts the fields of a record into the terms of `Conditions`; what has no term, or comes a second time with another value, is kept verbatim.
 * Bounded in fields and text: what is over is counted in `dropped`.
 */
export class ConditionDraft {
  readonly #conditions: { -readonly [T in Term]?: string } = {};
  readonly #others: VerbatimField[] = [];
  #text = 0;
  dropped = 0;

  /** Puts a value under a term; `field` is the file's own name for it. Empty values are nothing. */
  put(term: Term | undefined, field: string, value: string): void {
    if (value === '') return;
    const earlier = term === undefined ? undefined : this.#conditions[term];
    if (earlier === value) return;
    if (this.#others.length >= limits.fieldsPerRecord || this.#text > limits.textPerRecord) {
      this.dropped++;
      return;
    }
    this.#text += field.length + value.length;
    if (term !== undefined && earlier === undefined) this.#conditions[term] = value;
    else this.#others.push({ field, value });
  }

  keep(field: string, value: string): void {
    this.put(undefined, field, value);
  }

  get conditions(): Conditions {
    return { ...this.#conditions };
  }

  get otherFields(): readonly VerbatimField[] {
    return [...this.#others];
  }
}

/** ISO 8601 of a local time without zone, or undefined when these are no date (year 1900 to 2199). */
export function isoDate(year: number, month: number, day: number, hour: number, minute: number, second?: number): string | undefined {
  const time = Date.UTC(year, month - 1, day, hour, minute, second ?? 0);
  const date = new Date(time);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  if (!real || year < 1900 || year > 2199 || hour > 23 || minute > 59 || (second ?? 0) > 60) return undefined;
  return date.toISOString().slice(0, second === undefined ? 16 : 19);
}
