import { type AtomDifference, compareFormulas, type Formula } from '../../chemistry/formula';
import { COMMON_DIFFERENCES, type CommonDifference } from './facts/differences';

/** What the unknown has more (count > 0) or less (count < 0) than the parent; `code` is a key of the message catalogue. */
export interface DifferencePart {
  readonly code: string;
  readonly count: number;
}

export interface DifferenceExplanation {
  readonly parts: readonly DifferencePart[];
  /** The atoms gained and given up by these parts. */
  readonly atoms: readonly AtomDifference[];
  /** `formula`: it accounts for the difference of two known formulas; `mass`: of the masses alone. */
  readonly basis: 'formula' | 'mass';
}

/**
 * Explanations of a difference of nominal masses (query less parent, Da) by common changes: one kind of change, or two, the simplest
 * and commonest first. With both formulas known only those that account for every atom. Empty where the table has none.
 */
export function explainDifference(
  deltaMass: number,
  formulas: { readonly query: Formula; readonly parent: Formula } | undefined,
  most = 4,
): readonly DifferenceExplanation[] {
  if (deltaMass === 0 && formulas === undefined) return [];
  const wanted = formulas === undefined ? undefined : atomKey(compareFormulas(formulas.parent, formulas.query).difference);
  const found: { readonly explanation: DifferenceExplanation; readonly cost: number }[] = [];
  const offer = (changes: readonly Change[]): void => {
    if (changes.reduce((sum, { difference, count }) => sum + count * difference.mass, 0) !== deltaMass) return;
    const atoms = sumOfAtoms(changes);
    if (atoms.length === 0 || (wanted !== undefined && atomKey(atoms) !== wanted)) return;
    const parts = changes.map(({ difference, count }) => ({ code: difference.code, count }));
    const cost = changes.reduce((sum, { difference, count }) => sum + difference.commonness + Math.abs(count), 3 * (changes.length - 1));
    found.push({ explanation: { parts, atoms, basis: wanted === undefined ? 'mass' : 'formula' }, cost });
  };
  for (const change of CHANGES) offer([change]);
  // Two kinds of change explain nearly any mass: from masses alone they are offered only where one kind does not.
  if (found.length === 0) {
    CHANGES.forEach((one, i) => {
      for (const other of CHANGES.slice(i + 1)) if (other.difference !== one.difference) offer([one, other]);
    });
  }
  return found
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, most)
    .map(({ explanation }) => explanation);
}

interface Change {
  readonly difference: CommonDifference;
  readonly count: number;
}

const CHANGES: readonly Change[] = COMMON_DIFFERENCES.flatMap((difference) =>
  Array.from({ length: difference.most }, (_, i) => i + 1).flatMap((count) => [
    { difference, count },
    { difference, count: -count },
  ]),
);

function sumOfAtoms(changes: readonly Change[]): readonly AtomDifference[] {
  const totals = new Map<string, AtomDifference>();
  for (const { difference, count } of changes) {
    for (const atom of difference.atoms) {
      const key = `${atom.massNumber ?? ''}${atom.symbol}`;
      totals.set(key, { ...atom, count: (totals.get(key)?.count ?? 0) + count * atom.count });
    }
  }
  return [...totals.values()].filter(({ count }) => count !== 0);
}

function atomKey(atoms: readonly AtomDifference[]): string {
  return atoms
    .map(({ symbol, massNumber, count }) => `${massNumber ?? ''}${symbol}${count}`)
    .sort()
    .join(' ');
}
