import { ELECTRON_MASS, elementOf, isotopeOf } from './elements';
import type { Formula } from './formula';

/** Masses of one molecule or ion. */
export interface FormulaMasses {
  /** Relative molecular mass from standard atomic weights, g/mol. Named isotopes count with their own mass. */
  readonly average: number;
  /** Mass of the most abundant isotopes, Da; of an ion less or plus its electrons. */
  readonly monoisotopic: number;
  /** Sum of the mass numbers of the most abundant isotopes. */
  readonly nominal: number;
}

/** The masses of a formula from `parseFormula` or `readSmiles`. Throws RangeError for an element or isotope the table lacks. */
export function massesOf(formula: Formula): FormulaMasses {
  let average = 0;
  let monoisotopic = 0;
  let nominal = 0;
  for (const { symbol, massNumber, count } of formula.atoms) {
    const isotope = isotopeOf(symbol, massNumber);
    const weight = massNumber === undefined ? elementOf(symbol)?.weight : isotope?.mass;
    if (isotope === undefined || weight === undefined) throw new RangeError(`no mass for ${massNumber ?? ''}${symbol}`);
    average += count * weight;
    monoisotopic += count * isotope.mass;
    nominal += count * isotope.massNumber;
  }
  const electrons = formula.charge * ELECTRON_MASS;
  return { average: average - electrons, monoisotopic: monoisotopic - electrons, nominal };
}
