import type { AlignedPeaks } from './aligned-peaks';

/** Slopes of ln(intensity) with m/z, per unit of m/z, that may lie between two instruments (tuning, energy, scan across the peak). */
const TILTS: readonly number[] = [-0.014, -0.01, -0.0075, -0.005, -0.0025, 0, 0.0025, 0.005, 0.0075, 0.01, 0.014];

/** √ of the factor of intensity for each tilt at each m/z, 1 at m/z 150. */
const TILT_ROOTS: readonly Float64Array[] = TILTS.map((tilt) =>
  Float64Array.from({ length: 1501 }, (_, mz) => Math.exp((tilt * (mz - 150)) / 2)),
);

/** How many of the strongest ions are compared in order. */
const ORDERED = 20;

/** Nearness to 1 on a scale on which 0.99 and 0.98 differ as much as 0.9 and 0.83: ln(0.03 / (1.03 − x)), 0 for 1, −3.5 for 0. */
export function nearness(x: number): number {
  return Math.log(0.03 / (1.03 - Math.min(1, x)));
}

/** Cosine with weights m·√I, the largest over the tilts. */
export function tiltedCosine(peaks: AlignedPeaks): number {
  const { length, mz, query, library, queryRoot, libraryRoot, scratch } = peaks;
  // Only ions of the query change with the tilt: its m²·U, the product m²·√(U·L), and the place of m/z in the table, three by three.
  let normLibrary = 0;
  let end = 0;
  for (let i = 0; i < length; i++) {
    const square = mz[i]! * mz[i]!;
    normLibrary += square * library[i]!;
    if (query[i] === 0) continue;
    scratch[end] = square * query[i]!;
    scratch[end + 1] = square * queryRoot[i]! * libraryRoot[i]!;
    scratch[end + 2] = mz[i]! < 1500 ? mz[i]! : 1500;
    end += 3;
  }
  let best = 0;
  for (const roots of TILT_ROOTS) {
    let product = 0;
    let normQuery = 0;
    for (let at = 0; at < end; at += 3) {
      const root = roots[scratch[at + 2]!]!;
      normQuery += scratch[at]! * root * root;
      product += scratch[at + 1]! * root;
    }
    if (product > 0) best = Math.max(best, product / Math.sqrt(normQuery * normLibrary));
  }
  return best;
}

/** Cosine with weights m³·√I: the heavy ions, which tell homologues apart. */
export function heavyIonCosine(peaks: AlignedPeaks): number {
  let product = 0;
  let normQuery = 0;
  let normLibrary = 0;
  for (let i = 0; i < peaks.length; i++) {
    const weight = peaks.mz[i]! * peaks.mz[i]! * peaks.mz[i]!;
    const a = weight * peaks.queryRoot[i]!;
    const b = weight * peaks.libraryRoot[i]!;
    product += a * b;
    normQuery += a * a;
    normLibrary += b * b;
  }
  return product > 0 ? product / Math.sqrt(normQuery * normLibrary) : 0;
}

/**
 * Whether the strongest ions stand in the same order in both: over all pairs of the 20 strongest (by (√U + √L)·√m), the sum of the
 * smaller difference of roots, counted negative where the order is reversed, over the sum of the larger. 1 for equal spectra.
 */
export function orderAgreement(peaks: AlignedPeaks): number {
  const strongest = strongestOf(peaks);
  let agreed = 0;
  let total = 0;
  for (let i = 1; i < strongest.length; i++) {
    for (let j = 0; j < i; j++) {
      const ofQuery = peaks.queryRoot[strongest[i]!]! - peaks.queryRoot[strongest[j]!]!;
      const ofLibrary = peaks.libraryRoot[strongest[i]!]! - peaks.libraryRoot[strongest[j]!]!;
      const a = Math.abs(ofQuery);
      const b = Math.abs(ofLibrary);
      const small = a < b ? a : b;
      agreed += ofQuery * ofLibrary < 0 ? -small : small;
      total += a < b ? b : a;
    }
  }
  return total > 0 ? agreed / total : 0;
}

/** Places of the strongest ions, strongest first; of equal ones the lower m/z. */
function strongestOf(peaks: AlignedPeaks): readonly number[] {
  const places: number[] = [];
  const strengths: number[] = [];
  for (let i = 0; i < peaks.length; i++) {
    const strength = (peaks.queryRoot[i]! + peaks.libraryRoot[i]!) * Math.sqrt(peaks.mz[i]!);
    if (places.length === ORDERED && strength <= strengths[ORDERED - 1]!) continue;
    if (places.length === ORDERED) {
      places.pop();
      strengths.pop();
    }
    let at = places.length;
    while (at > 0 && strengths[at - 1]! < strength) at--;
    places.splice(at, 0, i);
    strengths.splice(at, 0, strength);
  }
  return places;
}
