import type { DrugClass } from './facts/classes';
import { NAME_RULES } from './facts/name-rules';

const GREEK: Readonly<Record<string, string>> = { α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ω: 'omega', Δ: 'delta' };

/** Longer names are judged by their beginning: some patterns take time by the cube of a hostile one's length. */
const LONGEST = 500;

/** The class that a name states by a stem, code or generic name; `undefined` where it states none. Not looked at where a structure is known. */
export function classOfName(name: string): DrugClass | undefined {
  const plain = nameForRules(name);
  return NAME_RULES.find(({ any, none = [] }) => any.some((stem) => stem.test(plain)) && !none.some((stem) => stem.test(plain)))?.drugClass;
}

/** Lower case, Greek letters spelt out without the points of older libraries (`.alpha.`), all dashes one, one blank between words. */
function nameForRules(name: string): string {
  return name
    .slice(0, LONGEST)
    .replaceAll(/[αβγδωΔ]/g, (letter) => GREEK[letter] ?? letter)
    .toLowerCase()
    .replaceAll(/\.(alpha|beta|gamma|delta|omega)\./g, '$1')
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
