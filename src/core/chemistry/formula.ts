/** How many atoms of one element, or of one named isotope of it, a formula has. */
export interface AtomCount {
  readonly symbol: string;
  /** Present when the formula names the isotope. */
  readonly massNumber?: number;
  readonly count: number;
}

/** A molecular formula: atoms in Hill order, all components of a salt or solvate added up, and the total charge. */
export interface Formula {
  readonly atoms: readonly AtomCount[];
  /** In units of the elementary charge. */
  readonly charge: number;
}

/** Atoms added up and put into Hill order: C, H, then by the alphabet; without C all by the alphabet; light isotopes first. */
export function hillOrdered(atoms: Iterable<AtomCount>): readonly AtomCount[] {
  const totals = new Map<string, AtomCount>();
  for (const atom of atoms) {
    const key = `${atom.symbol}/${atom.massNumber ?? 0}`;
    totals.set(key, { ...atom, count: atom.count + (totals.get(key)?.count ?? 0) });
  }
  const kept = [...totals.values()].filter(({ count }) => count > 0);
  const organic = kept.some(({ symbol }) => symbol === 'C');
  const place = (symbol: string): string => (organic && symbol === 'C' ? '0' : organic && symbol === 'H' ? '1' : symbol);
  return kept.sort((a, b) => {
    const one = place(a.symbol);
    const other = place(b.symbol);
    return one < other ? -1 : one > other ? 1 : (a.massNumber ?? 0) - (b.massNumber ?? 0);
  });
}

/** A formula as text in Hill order: `C22H28N2O`, `C5H14NO+`, `C17H14[2H]5N`, `Ca+2`. */
export function formatFormula(formula: Formula): string {
  const atoms = formula.atoms.map(({ symbol, massNumber, count }) => {
    const name = massNumber === undefined ? symbol : `[${massNumber}${symbol}]`;
    return count === 1 ? name : `${name}${count}`;
  });
  const size = Math.abs(formula.charge);
  return `${atoms.join('')}${formula.charge === 0 ? '' : formula.charge > 0 ? '+' : '-'}${size > 1 ? size : ''}`;
}

/** How many atoms of one element, or isotope, `b` has over `a` (negative: fewer). */
export type AtomDifference = AtomCount;

export interface FormulaComparison {
  readonly same: boolean;
  /** Equal when isotopes are taken as their element: a labelled standard and its substance. */
  readonly sameUnlabelled: boolean;
  /** b − a, without zeros. */
  readonly difference: readonly AtomDifference[];
  readonly chargeDifference: number;
}

/** Compares two formulas atom by atom. */
export function compareFormulas(a: Formula, b: Formula): FormulaComparison {
  const difference = atomDifference(a.atoms, b.atoms);
  const unlabelled = (formula: Formula) => formula.atoms.map(({ symbol, count }) => ({ symbol, count }));
  const chargeDifference = b.charge - a.charge;
  return {
    same: difference.length === 0 && chargeDifference === 0,
    sameUnlabelled: atomDifference(unlabelled(a), unlabelled(b)).length === 0 && chargeDifference === 0,
    difference,
    chargeDifference,
  };
}

function atomDifference(a: readonly AtomCount[], b: readonly AtomCount[]): readonly AtomDifference[] {
  const totals = new Map<string, AtomCount>();
  const add = (atom: AtomCount, sign: 1 | -1) => {
    const key = `${atom.symbol}/${atom.massNumber ?? 0}`;
    totals.set(key, { ...atom, count: (totals.get(key)?.count ?? 0) + sign * atom.count });
  };
  for (const atom of a) add(atom, -1);
  for (const atom of b) add(atom, 1);
  return [...totals.values()].filter(({ count }) => count !== 0);
}
