import type { VerbatimField } from '../../spectrum/mass-spectrum';
import type { ReadLog } from '../read-log';
import { readStamp } from './date';
import type { AttributeValue, NetcdfType } from './netcdf/header';

const BLANK = new Set(['', 'none', 'unknown']);
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/;

/** The texts and numbers that describe a file, each given out once: what nobody takes stays as a verbatim field. */
export class DescribingFields {
  readonly #values = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(attributes: ReadonlyMap<string, AttributeValue>) {
    for (const [name, value] of attributes) this.add(name, typeof value === 'object' ? value.join(' ') : (value ?? ''));
  }

  /** Adds a text; one that is blank says nothing, one with control characters is no text. */
  add(name: string, value: string): void {
    if (value !== '' && !CONTROL.test(value)) this.#values.set(name, value);
  }

  /** The value of the first of these names that has one; it then has its place. */
  take(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const value = this.#values.get(name);
      if (value === undefined || BLANK.has(value.toLowerCase())) continue;
      this.#taken.add(name);
      return value;
    }
    return undefined;
  }

  /** The value of a name that stays a verbatim field too. */
  peek(name: string): string | undefined {
    return this.#values.get(name);
  }

  /** A date as ISO 8601; one of another form as written, with a warning. */
  takeDate(name: string, record: string, log: ReadLog): string | undefined {
    const text = this.take(name);
    if (text === undefined) return undefined;
    const iso = readStamp(text);
    if (iso === undefined) log.warn('date-ambiguous', {}, { record, text });
    return iso ?? text;
  }

  /** What nobody took, in file order. */
  rest(): readonly VerbatimField[] {
    return [...this.#values].filter(([name]) => !this.#taken.has(name)).map(([field, value]) => ({ field, value }));
  }
}

/** An object of those members that have a value. */
export function present<K extends string>(members: Readonly<Record<K, string | undefined>>): { readonly [P in K]?: string } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as { readonly [P in K]?: string };
}

/** A number in the fewest digits that give it back in its own type; '' for a missing one. */
export function numberText(value: number, type: NetcdfType): string {
  if (Number.isNaN(value)) return '';
  if (type === 'float') {
    for (let digits = 6; digits < 9; digits++)
      if (Math.fround(Number(value.toPrecision(digits))) === value) return String(Number(value.toPrecision(digits)));
  }
  return String(value);
}
