import type { Finding } from './comparison';

/** Abundance of one diagnostic ion in the two spectra, each on its own scale. */
export interface IonPair {
  readonly mz: number;
  readonly sample: number;
  readonly reference: number;
}

export interface IonComparison {
  readonly ions: readonly IonPair[];
  /** m/z of the ion the ratios are taken to; one of `ions`. */
  readonly baseMz: number;
  /** Largest relative deviation of a ratio from the reference's, percent; set by the method, commonly 20 to 30. */
  readonly relativeTolerancePercent: number;
  /** @default 3 */
  readonly minimumIons?: number;
}

/**
 * Diagnostic ions: at least three, the ratio of each to the base ion within a relative tolerance of the reference's ratio.
 * One finding for the number of ions and one per ratio. The numbers are the laboratory's: SWGDRUG sets none; measured
 * spreads in Davidson et al., Forensic Chem. 10 (2018), doi:10.1016/j.forc.2018.07.001.
 */
export function compareIons(data: IonComparison): readonly Finding[] {
  const minimum = Math.max(data.minimumIons ?? 3, 3);
  const usable = new Map(data.ions.filter((ion) => ion.reference > 0 && Number.isFinite(ion.reference)).map((ion) => [ion.mz, ion]));
  const counted: Finding = {
    kind: 'ions',
    code: usable.size >= minimum ? 'ions-enough' : 'ions-too-few',
    params: { ions: usable.size, minimum },
    met: usable.size >= minimum,
  };
  const base = usable.get(data.baseMz);
  if (base === undefined || !(base.sample > 0)) {
    return [counted, { kind: 'ions', code: 'ions-base-absent', params: { mz: data.baseMz }, met: false }];
  }
  const ratios = [...usable.values()]
    .filter((ion) => ion.mz !== data.baseMz)
    .map((ion) => ratioFinding(ion, base, data.relativeTolerancePercent));
  return [counted, ...ratios];
}

function ratioFinding(ion: IonPair, base: IonPair, tolerance: number): Finding {
  const sample = (100 * ion.sample) / base.sample;
  const reference = (100 * ion.reference) / base.reference;
  const deviation = (100 * Math.abs(sample - reference)) / reference;
  // An ion that is not there is never within any tolerance.
  const met = ion.sample > 0 && deviation <= tolerance + 1e-9;
  const params = { mz: ion.mz, base: base.mz, sample: tenth(sample), reference: tenth(reference), deviation: tenth(deviation), tolerance };
  return { kind: 'ions', code: met ? 'ion-ratio-within' : 'ion-ratio-outside', params, met };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
