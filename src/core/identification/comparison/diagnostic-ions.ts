/** Peaks as the spectrum model keeps them: ascending m/z, one length. */
export interface PeakArrays {
  readonly mz: ArrayLike<number>;
  readonly intensity: ArrayLike<number>;
}

export interface DiagnosticIonOptions {
  /** How many ions to take. @default 4 */
  readonly count?: number;
  /** Weaker ions are passed over, percent of the base peak. @default 5 */
  readonly minimumRelativePercent?: number;
  /** Ions below say little (air, solvent). @default 40 */
  readonly minimumMz?: number;
}

/**
 * Diagnostic ions of a reference spectrum for methods that name none: the heaviest by m/z·√intensity, which favours ions that
 * few substances share (the weighting of the NIST dot product, Stein and Scott 1994). A laboratory's method may name its own.
 * Returned in ascending m/z, unitless.
 */
export function pickDiagnosticIons(reference: PeakArrays, options: DiagnosticIonOptions = {}): readonly number[] {
  const { count = 4, minimumRelativePercent = 5, minimumMz = 40 } = options;
  const peaks = Array.from(reference.mz, (mz, index) => ({ mz, intensity: reference.intensity[index] ?? 0 }));
  const floor = (peaks.reduce((most, peak) => Math.max(most, peak.intensity), 0) * minimumRelativePercent) / 100;
  return peaks
    .filter((peak) => peak.mz >= minimumMz && peak.intensity > 0 && peak.intensity >= floor)
    .sort((a, b) => b.mz * Math.sqrt(b.intensity) - a.mz * Math.sqrt(a.intensity) || a.mz - b.mz)
    .slice(0, count)
    .map((peak) => peak.mz)
    .sort((a, b) => a - b);
}

/** Sum of intensities within ±`halfWidth` of an m/z; 0.5 suits nominal-mass data. @default 0.5 */
export function abundanceAt(spectrum: PeakArrays, mz: number, halfWidth = 0.5): number {
  let sum = 0;
  for (let index = 0; index < spectrum.mz.length; index += 1) {
    const at = spectrum.mz[index] ?? Number.NaN;
    if (at > mz - halfWidth && at <= mz + halfWidth) sum += spectrum.intensity[index] ?? 0;
  }
  return sum;
}
