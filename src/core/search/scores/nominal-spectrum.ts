/** Peaks by pairs of equally long arrays: m/z (unitless) and intensity (any scale, not negative). */
export interface PeakArrays {
  readonly mz: ArrayLike<number>;
  readonly intensity: ArrayLike<number>;
}

/**
 * A spectrum made ready for the nominal-mass scores: integer m/z strictly ascending, integer intensity 1 to 999, base peak 999.
 * An empty spectrum has two empty arrays.
 */
export interface NominalSpectrum {
  readonly mz: Uint16Array;
  readonly intensity: Uint16Array;
}

/** The highest nominal m/z that is compared; peaks above it are left out. */
export const NOMINAL_MZ_MAX = 65_535;

/** Intensity of the base peak after preparation (NIST's scale). */
export const BASE_PEAK = 999;

/**
 * Prepares a spectrum as the NIST programs do: m/z to the integer floor(m + 0.5); of several peaks on one integer the largest
 * stays; base peak 999; intensities rounded to integers; zeros dropped. Peaks may come in any order. Values that are not
 * finite, not positive, or outside m/z 1 to 65,535 are left out. Nothing is thrown.
 *
 * Source: Stein & Scott, J. Am. Soc. Mass Spectrom. 5 (1994) 859; the rounding as observed in the engine's output
 * (docs/methods/identity-match-factor.md).
 */
export function prepareNominal(peaks: PeakArrays): NominalSpectrum {
  const { mz, intensity } = peaks;
  const length = Math.min(mz.length, intensity.length);
  // m/z 0 marks what is no peak.
  const nominal = new Uint16Array(length);
  let previous = 0;
  let ascending = true;
  let base = 0;
  for (let i = 0; i < length; i++) {
    const value = intensity[i]!;
    const m = Math.floor(mz[i]! + 0.5);
    if (!(value > 0 && value < Number.POSITIVE_INFINITY && m >= 1 && m <= NOMINAL_MZ_MAX)) continue;
    if (value > base) base = value;
    if (m < previous) ascending = false;
    previous = m;
    nominal[i] = m;
  }
  return ascending ? mergeAscending(nominal, intensity, base) : prepareNominal(sortedByMz(peaks, length));
}

function mergeAscending(nominal: Uint16Array, intensity: ArrayLike<number>, base: number): NominalSpectrum {
  const mz = new Uint16Array(nominal.length);
  const scaled = new Uint16Array(nominal.length);
  let last = -1;
  for (let i = 0; i < nominal.length; i++) {
    const m = nominal[i]!;
    if (m === 0) continue;
    const value = Math.floor((intensity[i]! / base) * BASE_PEAK + 0.5);
    if (value === 0) continue;
    if (last >= 0 && mz[last] === m) {
      if (value > scaled[last]!) scaled[last] = value;
    } else {
      last++;
      mz[last] = m;
      scaled[last] = value;
    }
  }
  const count = last + 1;
  return count === nominal.length ? { mz, intensity: scaled } : { mz: mz.slice(0, count), intensity: scaled.slice(0, count) };
}

function sortedByMz(peaks: PeakArrays, length: number): PeakArrays {
  const kept = Array.from({ length }, (_, i) => [peaks.mz[i] ?? 0, peaks.intensity[i] ?? 0] as const)
    .filter(([mz, intensity]) => Number.isFinite(mz) && intensity > 0)
    .sort((a, b) => a[0] - b[0]);
  return { mz: kept.map(([mz]) => mz), intensity: kept.map(([, intensity]) => intensity) };
}
