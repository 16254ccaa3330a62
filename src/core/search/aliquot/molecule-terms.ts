import { parseFormula } from '../../chemistry/parse-formula';
import type { NominalSpectrum } from '../scores/nominal-spectrum';

/** Intensity of a prepared spectrum at one m/z, 0 without a peak. */
export function intensityAt(spectrum: NominalSpectrum, mz: number): number {
  let low = 0;
  let high = spectrum.mz.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = spectrum.mz[middle]!;
    if (found === mz) return spectrum.intensity[middle]!;
    if (found < mz) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** The highest m/z with at least this intensity, 0 for none. */
export function highestIon(spectrum: NominalSpectrum, intensity: number): number {
  for (let i = spectrum.mz.length - 1; i >= 0; i--) if (spectrum.intensity[i]! >= intensity) return spectrum.mz[i]!;
  return 0;
}

/** Share of Σ m·√I that lies above an m/z. */
export function shareAbove(spectrum: NominalSpectrum, mz: number): number {
  let above = 0;
  let total = 0;
  for (let i = 0; i < spectrum.mz.length; i++) {
    const weight = spectrum.mz[i]! * Math.sqrt(spectrum.intensity[i]!);
    total += weight;
    if (spectrum.mz[i]! > mz) above += weight;
  }
  return total > 0 ? above / total : 0;
}

/** Isotope peaks of a molecule. */
export interface MoleculeIsotopes {
  /** Expected (M+2)/M: chlorine, bromine, sulphur, silicon, oxygen and two ¹³C (IUPAC abundances). */
  readonly second: number;
  /** How far above M its isotope peaks reach: 2, and 2 more for each chlorine and bromine. */
  readonly span: number;
}

/** `null` for a formula that cannot be read. */
export function isotopesOf(formula: string): MoleculeIsotopes | null {
  const reading = parseFormula(formula);
  if (!reading.ok) return null;
  const count = (symbol: string): number =>
    reading.formula.atoms.reduce((sum, atom) => (atom.symbol === symbol && atom.massNumber === undefined ? sum + atom.count : sum), 0);
  const first = 0.0108 * count('C') + 0.0037 * count('N') + 0.0079 * count('S') + 0.051 * count('Si');
  const second = 0.32 * count('Cl') + 0.973 * count('Br') + 0.0447 * count('S') + 0.0335 * count('Si') + 0.0021 * count('O');
  return { second: first ** 2 / 2 + second, span: 2 + 2 * (count('Cl') + count('Br')) };
}
