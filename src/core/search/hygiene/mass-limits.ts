import type { Formula } from '../../chemistry/formula';
import type { FormulaMasses } from '../../chemistry/masses';
import { type Adduct, readAdduct } from './adduct';
import { type Finding, finding } from './finding';
import type { MassEntry } from './library-entry';

/** Peaks below this share of the base peak are left to noise, %. */
const WEAK_PERCENT = 1;
/** From here on a peak above the molecular mass cannot be noise or column bleed, %. */
const STRONG_PERCENT = 10;
/** Nominal units above M for ¹³C and a proton picked up in the source. */
const CARBON_ALLOWANCE = 2;
/** Mass units that the heavier isotopes of one atom reach above the one counted. */
const ISOTOPE_SPAN: Readonly<Record<string, number>> = { Cl: 2, Br: 2, S: 2, Si: 2, K: 2, Cr: 2, Cu: 2, Ca: 4, Se: 4, Sn: 4, Ni: 6, Zn: 6 };
/** A formula with elements that Aliquot's table lacks, or none: mercury reaches so far above the mass that files state. */
const UNKNOWN_SPAN = 8;
/** Beyond this a precursor is another ion, Da; within it is stated nominal, or made of average masses. */
const SAME_ION = 0.7;

/** Peaks against the molecular mass (EI), against the precursor (tandem), and the precursor against formula and adduct. */
export function massLimitFindings(entry: MassEntry, formula: Formula | undefined, masses: FormulaMasses | undefined): readonly Finding[] {
  const { acquisition } = entry;
  if (acquisition.ionisation === 'EI' && acquisition.msLevel <= 1) return molecularFindings(entry, formula, masses);
  return acquisition.msLevel > 1 ? precursorFindings(entry, formula, masses) : [];
}

function molecularFindings(entry: MassEntry, formula: Formula | undefined, masses: FormulaMasses | undefined): readonly Finding[] {
  const nominal = masses?.nominal ?? (entry.identity.molecularMass === undefined ? undefined : Math.round(entry.identity.molecularMass));
  if (nominal === undefined || nominal <= 0) return [];
  const limit = nominal + CARBON_ALLOWANCE + (formula === undefined ? UNKNOWN_SPAN : isotopeSpan(formula));
  const above = peaksAbove(entry, limit + 0.5);
  const seen = percentNear(entry, nominal) >= WEAK_PERCENT;
  return [
    ...(above === undefined
      ? []
      : [
          finding(above.percent >= STRONG_PERCENT ? 'strong-peaks-above-molecular-mass' : 'peaks-above-molecular-mass', {
            ...above,
            mass: nominal,
            limit,
          }),
        ]),
    ...(seen ? [] : [finding('molecular-ion-absent', { mz: nominal })]),
  ];
}

function precursorFindings(entry: MassEntry, formula: Formula | undefined, masses: FormulaMasses | undefined): readonly Finding[] {
  const { precursorMz, adduct: written } = entry.acquisition;
  const adduct = written === undefined || written === '' ? undefined : readAdduct(written);
  const expected = adduct === undefined || masses === undefined || formula === undefined ? undefined : ionMz(adduct, formula, masses);
  const charge = Math.abs(adduct?.charge ?? 1);
  const ion = precursorMz ?? expected;
  const limit = ion === undefined ? undefined : ion * charge + CARBON_ALLOWANCE + 1 + isotopeSpan(formula);
  const above = limit === undefined ? undefined : peaksAbove(entry, limit);
  const off = precursorMz === undefined || expected === undefined ? 0 : Math.abs(precursorMz - expected);
  const inexact = off > Math.max(0.02, (precursorMz ?? 0) * 20e-6);
  const compared = { stated: precursorMz ?? 0, expected: rounded(expected ?? 0), adduct: written ?? '' };
  return [
    ...(precursorMz === undefined ? [finding('precursor-missing')] : []),
    ...(written === undefined || written === ''
      ? [finding('adduct-missing')]
      : adduct === undefined
        ? [finding('adduct-unreadable', { adduct: written })]
        : []),
    ...(inexact ? [finding(off > SAME_ION ? 'precursor-differs' : 'precursor-inexact', compared)] : []),
    ...(above === undefined || limit === undefined ? [] : [finding('peaks-above-precursor', { ...above, limit: rounded(limit) })]),
  ];
}

/** A formula that already carries the ion's charge is the ion's own under the adduct `[M]+`. */
function ionMz(adduct: Adduct, formula: Formula, masses: FormulaMasses): number {
  const electronsCounted = formula.charge !== 0 && adduct.molecules === 1 && Math.abs(adduct.shift) < 0.01;
  const total = adduct.molecules * masses.monoisotopic + (electronsCounted ? 0 : adduct.shift);
  return total / Math.abs(adduct.charge);
}

function isotopeSpan(formula: Formula | undefined): number {
  return (formula?.atoms ?? []).reduce((sum, { symbol, massNumber, count }) => {
    const span = massNumber === undefined ? (ISOTOPE_SPAN[symbol] ?? 0) : 0;
    return sum + (symbol === 'S' || symbol === 'Si' ? Math.min(count, 2) : Math.min(count, 6)) * span;
  }, 0);
}

/** The strongest peak above a limit, as long as it is not weak, and how many such there are. */
function peaksAbove(
  { mz, intensity }: MassEntry,
  limit: number,
): { readonly mz: number; readonly percent: number; readonly count: number } | undefined {
  const base = highest(intensity);
  let strongest = -1;
  let count = 0;
  for (let i = mz.length - 1; i >= 0 && mz[i]! > limit; i--) {
    if (intensity[i]! < (base * WEAK_PERCENT) / 100) continue;
    count++;
    if (strongest < 0 || intensity[i]! > intensity[strongest]!) strongest = i;
  }
  return strongest < 0
    ? undefined
    : { mz: rounded(mz[strongest]!), percent: Math.round((1000 * intensity[strongest]!) / base) / 10, count };
}

function percentNear({ mz, intensity }: MassEntry, nominal: number): number {
  const base = highest(intensity);
  let most = 0;
  for (let i = 0; i < mz.length; i++) if (Math.floor(mz[i]! + 0.5) === nominal) most = Math.max(most, intensity[i]!);
  return base > 0 ? (100 * most) / base : 0;
}

function highest(values: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! > most) most = values[i]!;
  return most;
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
