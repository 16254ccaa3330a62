import type { ComparisonTolerances } from '../../../../contract/laboratory';
import { abundanceAt, pickDiagnosticIons } from '../../../../core/identification/comparison/diagnostic-ions';
import type { IonPair } from '../../../../core/identification/comparison/ions';
import type { Scan } from './scan';

/** As many diagnostic ions as a method usually names, and more where it asks for more. */
const DIAGNOSTIC_IONS = 4;

/** The diagnostic ions of a reference spectrum and the one the ratios are taken to. */
export function diagnosticIons(
  reference: Scan,
  tolerances: ComparisonTolerances,
): { readonly ions: readonly number[]; readonly base: number } {
  const ions = pickDiagnosticIons(reference, { count: Math.max(DIAGNOSTIC_IONS, tolerances.diagnosticIonsNeeded) });
  const base = ions.reduce((best, mz) => (abundanceAt(reference, mz) > abundanceAt(reference, best) ? mz : best), ions[0] ?? 0);
  return { ions, base };
}

export function ionPairs(ions: readonly number[], sample: Scan, reference: Scan): readonly IonPair[] {
  return ions.map((mz) => ({ mz, sample: abundanceAt(sample, mz), reference: abundanceAt(reference, mz) }));
}

/**
 * The spectra of a blank that speak of a retention time: those within the method's tolerance of it, and those without a retention
 * time, which may have been taken anywhere. The most that any of them shows counts.
 */
export function blankAt(blank: readonly Scan[], minutes: number | null, { retentionTimeMinutes }: ComparisonTolerances): readonly Scan[] {
  return blank.filter((scan) => scan.minutes === null || minutes === null || Math.abs(scan.minutes - minutes) <= retentionTimeMinutes);
}

/** Abundance of each ion in the blank (the most of its spectra) and in the sample; empty when the blank was not measured there. */
export function blankIons(ions: readonly number[], sample: Scan, blank: readonly Scan[]) {
  if (blank.length === 0) return [];
  return ions.map((mz) => ({ mz, blank: Math.max(...blank.map((scan) => abundanceAt(scan, mz))), sample: abundanceAt(sample, mz) }));
}
