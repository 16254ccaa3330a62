import { sha256Hex } from './sha256';

/** Points as pairs of equally long arrays; for mass spectra m/z and intensity, any scale, any order. */
interface Points {
  readonly mz: ArrayLike<number>;
  readonly intensity: ArrayLike<number>;
}

/** Against decimal fractions that binary numbers cannot hold, as the reference implementations add it. */
const EPSILON = 1e-7;
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz';

/**
 * SPLASH, version 1, of a mass spectrum: `splash10-` prefix - histogram - hash. Intensities are scaled to a base peak of 100 first, so
 * that a copy of a spectrum on another scale has the same SPLASH (up to rounding of its numbers). Peaks of intensity 0 belong to
 * the hash, as in the reference implementations. `undefined` when no peak has any intensity.
 *
 * Source: Wohlgemuth et al., Nat. Biotechnol. 34 (2016) 1099, and the authors' reference implementations; docs/methods/library-hygiene.md.
 */
export function splashOf(peaks: Points): string | undefined {
  const { mz, intensity } = relative(peaks);
  if (mz.length === 0) return undefined;
  const strongest = strongestTen(mz, intensity);
  const prefix = histogram(strongest.mz, strongest.intensity, 5, 3);
  return `splash10-${Number.parseInt(prefix, 3).toString(36).padStart(4, '0')}-${histogram(mz, intensity, 100, 10)}-${hash(mz, intensity)}`;
}

/** The last block of a SPLASH as two numbers of 32 bits (of its 80), for tables that hold many. */
export function splashBits(splash: string): readonly [number, number] {
  const block = splash.slice(splash.lastIndexOf('-') + 1);
  return [Number.parseInt(block.slice(0, 8), 16), Number.parseInt(block.slice(8, 16), 16)];
}

interface Relative {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

function relative(peaks: Points): Relative {
  const length = Math.min(peaks.mz.length, peaks.intensity.length);
  const mz = new Float64Array(length);
  const intensity = new Float64Array(length);
  let count = 0;
  let base = 0;
  for (let i = 0; i < length; i++) {
    const value = peaks.intensity[i]!;
    if (!(value >= 0 && value < Number.POSITIVE_INFINITY && peaks.mz[i]! >= 0)) continue;
    mz[count] = peaks.mz[i]!;
    intensity[count] = value;
    count++;
    if (value > base) base = value;
  }
  if (base === 0) return { mz: mz.subarray(0, 0), intensity: intensity.subarray(0, 0) };
  for (let i = 0; i < count; i++) intensity[i] = (intensity[i]! / base) * 100;
  return { mz: mz.subarray(0, count), intensity: intensity.subarray(0, count) };
}

/** Peaks of at least a tenth of the base peak, the ten strongest of them; equal ones by lower m/z. */
function strongestTen(mz: Float64Array, intensity: Float64Array): Relative {
  const strong = Array.from(mz, (_, i) => i).filter((i) => intensity[i]! >= 0.1 * 100);
  const ten = strong.sort((a, b) => intensity[b]! - intensity[a]! || mz[a]! - mz[b]!).slice(0, 10);
  return { mz: Float64Array.from(ten, (i) => mz[i]!), intensity: Float64Array.from(ten, (i) => intensity[i]!) };
}

/** Intensity summed over bins of `width` that wrap round after ten, the highest bin at `base` − 1; one digit a bin. */
function histogram(mz: Float64Array, intensity: Float64Array, width: number, base: number): string {
  const bins = new Float64Array(10);
  for (let i = 0; i < mz.length; i++) bins[Math.floor(mz[i]! / width) % 10]! += intensity[i]!;
  const top = bins.reduce((most, bin) => Math.max(most, bin), 0);
  return Array.from(bins, (bin) => DIGITS[Math.floor(EPSILON + ((base - 1) * bin) / top)]).join('');
}

/** First 20 hex digits of the SHA-256 of "m/z·10⁶:intensity …", both truncated; by m/z, then falling intensity. */
function hash(mz: Float64Array, intensity: Float64Array): string {
  const truncated = Array.from(mz, (value, i) => [Math.floor((value + EPSILON) * 1e6), Math.floor(intensity[i]! + EPSILON)] as const);
  truncated.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  return sha256Hex(asciiBytes(truncated.map(([m, i]) => `${m}:${i}`).join(' '))).slice(0, 20);
}

/** The bytes of a text of ASCII alone. */
export function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
