import type { NominalSpectrum } from '../scores/nominal-spectrum';

/**
 * A prepared spectrum in 2 bytes a peak: upper 6 bits the step in m/z since the last token, lower 10 bits the intensity.
 * Intensity 0 is no peak, only a step: it bridges gaps wider than 63.
 */
export const INTENSITY_BITS = 10;
export const INTENSITY_MASK = (1 << INTENSITY_BITS) - 1;
const LONGEST_STEP = (1 << (16 - INTENSITY_BITS)) - 1;

/** How many tokens a prepared spectrum takes. */
export function packedLength(spectrum: NominalSpectrum): number {
  let tokens = spectrum.mz.length;
  let at = 0;
  for (let i = 0; i < spectrum.mz.length; i++) {
    tokens += Math.max(0, Math.ceil((spectrum.mz[i]! - at) / LONGEST_STEP) - 1);
    at = spectrum.mz[i]!;
  }
  return tokens;
}

/** Writes a prepared spectrum into `tokens` from `offset`; returns the offset after it. */
export function packPeaks(spectrum: NominalSpectrum, tokens: Uint16Array, offset: number): number {
  let next = offset;
  let at = 0;
  for (let i = 0; i < spectrum.mz.length; i++) {
    let step = spectrum.mz[i]! - at;
    for (; step > LONGEST_STEP; step -= LONGEST_STEP) tokens[next++] = LONGEST_STEP << INTENSITY_BITS;
    tokens[next++] = (step << INTENSITY_BITS) | spectrum.intensity[i]!;
    at = spectrum.mz[i]!;
  }
  return next;
}

/** Reads the spectrum at tokens[from … to) into `into`, whose arrays are long enough; returns how many peaks it has. */
export function unpackPeaks(tokens: Uint16Array, from: number, to: number, into: NominalSpectrum): number {
  let mz = 0;
  let count = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    mz += token >> INTENSITY_BITS;
    const intensity = token & INTENSITY_MASK;
    if (intensity === 0) continue;
    into.mz[count] = mz;
    into.intensity[count++] = intensity;
  }
  return count;
}
