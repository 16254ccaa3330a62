import { elementOf, isotopeOf } from './elements';
import { type AtomCount, type Formula, hillOrdered } from './formula';

export type FormulaFault = 'empty' | 'unexpected-character' | 'unknown-element' | 'unknown-isotope' | 'unbalanced' | 'too-large';

export type FormulaReading =
  | { readonly ok: true; readonly formula: Formula }
  /** `at` is the place in the text, from 0. */
  | { readonly ok: false; readonly fault: FormulaFault; readonly at: number };

/** No real formula of this field has more atoms of a kind, more text, or deeper brackets. */
const LARGEST_COUNT = 100_000;
const LONGEST_TEXT = 1_000;
const DEEPEST = 20;

/**
 * Reads a molecular formula: elements with counts, brackets, isotopes as `[2H]` (`D` and `T` too), components of salts and
 * solvates divided by `.`, `·`, `•` or `*` with a leading multiple (`C17H19NO3.HCl`, `2C9H13N.H2SO4`), subscript digits.
 * A charge stands at the end, its size after the sign (`C5H14NO+`, `Ca+2`) or between bracket and sign (`[Ca]2+`).
 * Never throws.
 */
export function parseFormula(text: string): FormulaReading {
  try {
    if (text.length > LONGEST_TEXT) throw new Fault('too-large', LONGEST_TEXT);
    return { ok: true, formula: new Parser(text).formula() };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault, at: error.at };
    throw error;
  }
}

class Fault extends Error {
  readonly fault: FormulaFault;
  readonly at: number;

  constructor(fault: FormulaFault, at: number) {
    super(fault);
    this.fault = fault;
    this.at = at;
  }
}

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    // One character for one, so that places stay true.
    this.#text = text.replace(/[₀-₉]/g, (digit) => String(digit.charCodeAt(0) - 0x2080)).replaceAll('−', '-');
  }

  formula(): Formula {
    const atoms: AtomCount[] = [];
    this.#take(/\s+/y);
    if (this.#done()) throw new Fault('empty', 0);
    do {
      this.#take(/\s+/y);
      const multiple = this.#count();
      for (const atom of this.#units(0)) atoms.push({ ...atom, count: atom.count * multiple });
      this.#take(/\s+/y);
    } while (this.#take(/[.·•*⋅]/y) !== '');
    const charge = this.#charge();
    this.#take(/\s+/y);
    if (!this.#done()) throw new Fault(/[)\]]/.test(this.#text[this.#at] ?? '') ? 'unbalanced' : 'unexpected-character', this.#at);
    const ordered = hillOrdered(atoms);
    if (ordered.some(({ count }) => count > LARGEST_COUNT)) throw new Fault('too-large', 0);
    return { atoms: ordered, charge };
  }

  #units(depth: number): readonly AtomCount[] {
    const atoms: AtomCount[] = [];
    const start = this.#at;
    for (;;) {
      const single = this.#isotope() ?? this.#element();
      const one = single ?? this.#group(depth);
      if (one === undefined) break;
      // `[Ca]2+`: after a bracket the digits before a sign at the end belong to the charge; `[2H]5+` is five deuteriums.
      const chargeAhead = single === undefined && this.#text[this.#at - 1] === ']' && /^\d+[+-]\s*$/.test(this.#text.slice(this.#at));
      const count = chargeAhead ? 1 : this.#count();
      for (const atom of one) atoms.push({ ...atom, count: atom.count * count });
    }
    if (atoms.length === 0) throw new Fault('unexpected-character', start);
    return atoms;
  }

  #isotope(): readonly AtomCount[] | undefined {
    const start = this.#at;
    const [, mass, symbol] = /^\[(\d{1,3})([A-Z][a-z]?)\]$/.exec(this.#take(/\[\d{1,3}[A-Z][a-z]?\]/y)) ?? [];
    if (mass !== undefined && symbol !== undefined) return [this.#known(symbol, Number(mass), start)];
    const label = this.#take(/[DT](?![a-z])/y);
    return label === '' ? undefined : [this.#known('H', label === 'D' ? 2 : 3, start)];
  }

  #group(depth: number): readonly AtomCount[] | undefined {
    const start = this.#at;
    const opening = this.#take(/[([]/y);
    if (opening === '') return undefined;
    if (depth >= DEEPEST) throw new Fault('too-large', start);
    const atoms = this.#units(depth + 1);
    if (this.#take(opening === '(' ? /\)/y : /\]/y) === '') throw new Fault('unbalanced', start);
    return atoms;
  }

  #element(): readonly AtomCount[] | undefined {
    const start = this.#at;
    const symbol = this.#take(/[A-Z][a-z]?/y);
    return symbol === '' ? undefined : [this.#known(symbol, undefined, start)];
  }

  #known(symbol: string, massNumber: number | undefined, at: number): AtomCount {
    if (elementOf(symbol) === undefined) throw new Fault('unknown-element', at);
    if (massNumber === undefined) return { symbol, count: 1 };
    if (isotopeOf(symbol, massNumber) === undefined) throw new Fault('unknown-isotope', at);
    return { symbol, massNumber, count: 1 };
  }

  #count(): number {
    const start = this.#at;
    const digits = this.#take(/\d+/y);
    if (digits === '') return 1;
    if (Number(digits) > LARGEST_COUNT) throw new Fault('too-large', start);
    if (Number(digits) === 0) throw new Fault('unexpected-character', start);
    return Number(digits);
  }

  #charge(): number {
    const start = this.#at;
    const [, before, sign, after] = /^(\d*)([+-]+)(\d*)$/.exec(this.#take(/\d*(?:\++|-+)\d*/y)) ?? [];
    if (sign === undefined) return 0;
    const size = Number(before || after || sign.length);
    if (size === 0) throw new Fault('unexpected-character', start);
    if (size > 20) throw new Fault('too-large', start);
    return sign.startsWith('+') ? size : -size;
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }

  #done(): boolean {
    return this.#at >= this.#text.length;
  }
}
