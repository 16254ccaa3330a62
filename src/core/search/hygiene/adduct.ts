import { ELECTRON_MASS } from '../../chemistry/elements';
import { massesOf } from '../../chemistry/masses';
import { parseFormula } from '../../chemistry/parse-formula';

/** What an adduct does to a molecule: ion m/z = (molecules · M + shift) / |charge|. */
export interface Adduct {
  readonly molecules: number;
  /** Da, the electrons counted in. */
  readonly shift: number;
  /** Signed, in elementary charges. */
  readonly charge: number;
}

/** Words that stand for a group in adducts. */
const GROUPS: Readonly<Record<string, string>> = { ACN: 'C2H3N', FA: 'CH2O2', HAc: 'C2H4O2', MeOH: 'CH4O', TFA: 'C2HF3O2', Hac: 'C2H4O2' };

/**
 * Reads an adduct as MassBank, MSP and MGF files write it: `[M+H]+`, `[2M+Na]+`, `[M-2H]2-`, `[M+2H]++`, `[M]+*`, `[M+H-NH3]+`.
 * `undefined` for what is none, or for two ions in one field.
 */
export function readAdduct(text: string): Adduct | undefined {
  const [, count, changes, charge] = /^\[(\d*)M([^\]]*)\](\d*[+-]+)[*.•]?$/.exec(text.replaceAll(' ', '')) ?? [];
  if (count === undefined || changes === undefined || charge === undefined) return undefined;
  const sign = charge.endsWith('-') ? -1 : 1;
  const written = Number.parseInt(charge, 10);
  const size = Number.isFinite(written) && /^\d/.test(charge) ? written : charge.length;
  let shift = -sign * size * ELECTRON_MASS;
  let rest = changes;
  for (const [whole, direction, times, name] of changes.matchAll(/([+-])(\d*)([A-Z][A-Za-z0-9]*)/g)) {
    const reading = parseFormula(GROUPS[name ?? ''] ?? name ?? '');
    if (!reading.ok) return undefined;
    shift += (direction === '-' ? -1 : 1) * (times === '' ? 1 : Number(times)) * massesOf(reading.formula).monoisotopic;
    rest = rest.replace(whole, '');
  }
  return rest === '' && size > 0 ? { molecules: count === '' ? 1 : Number(count), shift, charge: sign * size } : undefined;
}
