import { type IonNoise, noiseAt } from './noise-factor';

/** A peak in the chromatogram of one ion; places in scans from 0, intensities in the unit of the run. */
export interface IonPeak {
  readonly ion: number;
  /** Vertex of the parabola fitted to the upper part, a part of a scan. */
  readonly apex: number;
  /** Standard deviation of `apex`, from the noise and the curvature. */
  readonly precision: number;
  /** First and last scan of the peak. */
  readonly from: number;
  readonly to: number;
  /** Over the straight line from `from` to `to`. */
  readonly height: number;
  /** Full width at half height. */
  readonly width: number;
  readonly signalToNoise: number;
  /** How steeply it rises against its noise, a scan: `signalToNoise` over half the width. Pure ions of a substance are the sharpest. */
  readonly sharpness: number;
}

/** Share of the height to which a peak must come down. */
const FOOT = 0.02;
/** No apex is known better than this, in scans: instruments do not hold their shape more exactly. */
const BEST_PRECISION = 0.02;

/**
 * Peaks of one ion in the order of time: between two valleys of the smoothed trace the signal must rise and fall by `minSignalToNoise` times the noise at its
 * height.
 * @param y the trace itself, which gives heights and apexes
 * @param smooth the trace that peaks are looked for in
 */
export function ionPeaks(ion: number, y: Float64Array, smooth: Float64Array, noise: IonNoise, minSignalToNoise: number): IonPeak[] {
  const peaks: IonPeak[] = [];
  for (const { left, top, right } of risesAndFalls(smooth, (level) => minSignalToNoise * noiseAt(noise, level))) {
    const peak = measure(ion, y, smooth, noise, left, top, right);
    if (peak !== undefined && peak.signalToNoise >= minSignalToNoise) peaks.push(peak);
  }
  return peaks;
}

interface Rise {
  readonly left: number;
  readonly top: number;
  readonly right: number;
}

function risesAndFalls(y: Float64Array, least: (level: number) => number): Rise[] {
  const found: { left: number; top: number; right: number }[] = [];
  let lowAt = 0;
  let highAt = 0;
  let rising = true;
  for (let i = 1; i < y.length; i++) {
    const value = y[i]!;
    if (rising) {
      if (value <= y[lowAt]!) {
        lowAt = i;
        highAt = i;
      } else if (value > y[highAt]!) highAt = i;
      const high = y[highAt]!;
      const step = least(high);
      if (high - value >= step && high - y[lowAt]! >= step) {
        found.push({ left: lowAt, top: highAt, right: i });
        rising = false;
        lowAt = i;
      }
    } else {
      const last = found.at(-1)!;
      if (value < y[lowAt]!) {
        lowAt = i;
        last.right = i;
      }
      if (value - y[lowAt]! >= least(value)) {
        rising = true;
        highAt = i;
      } else if (value <= y[lowAt]!) lowAt = i;
    }
  }
  return found;
}

function measure(
  ion: number,
  y: Float64Array,
  smooth: Float64Array,
  noise: IonNoise,
  left: number,
  top: number,
  right: number,
): IonPeak | undefined {
  const slope = (smooth[right]! - smooth[left]!) / (right - left);
  const line = (i: number): number => smooth[left]! + slope * (i - left);
  const height = smooth[top]! - line(top);
  if (!(height > 0)) return undefined;
  const level = noiseAt(noise, y[top]!);
  const foot = Math.max(FOOT * height, Math.min(level, 0.1 * height));
  let from = top;
  while (from > left && smooth[from]! - line(from) > foot) from--;
  let to = top;
  while (to < right && smooth[to]! - line(to) > foot) to++;
  const before = crossing(smooth, line, top, from, height / 2);
  const after = crossing(smooth, line, top, to, height / 2);
  const width = Math.max(1, after - before);
  const { apex, precision } = vertex(y, top, Math.max(1, Math.round(width / 3)), level);
  const signalToNoise = height / level;
  return { ion, apex, precision, from, to, height, width, signalToNoise, sharpness: (2 * signalToNoise) / width };
}

function crossing(y: Float64Array, line: (i: number) => number, top: number, end: number, level: number): number {
  const step = end < top ? -1 : 1;
  for (let i = top; i !== end; i += step) {
    const here = y[i]! - line(i);
    const next = y[i + step]! - line(i + step);
    if (next <= level) return i + (step * (here - level)) / (here - next);
  }
  return end;
}

/** Parabola by least squares through the points up to `half` scans from the highest. */
function vertex(y: Float64Array, top: number, half: number, noise: number): { readonly apex: number; readonly precision: number } {
  const h = Math.min(half, top, y.length - 1 - top);
  if (h < 1) return { apex: top, precision: 0.5 };
  let [s2, s4, sy, sy1, sy2] = [0, 0, 0, 0, 0];
  for (let k = -h; k <= h; k++) {
    s2 += k * k;
    s4 += k ** 4;
    sy += y[top + k]!;
    sy1 += k * y[top + k]!;
    sy2 += k * k * y[top + k]!;
  }
  const n = 2 * h + 1;
  const curvature = (n * sy2 - s2 * sy) / (n * s4 - s2 * s2);
  const slope = sy1 / s2;
  if (!(curvature < 0)) return { apex: top, precision: 0.5 };
  const offset = -slope / (2 * curvature);
  const precision = noise / Math.sqrt(s2) / (2 * -curvature);
  if (Math.abs(offset) > h) return { apex: top, precision: 0.5 };
  return { apex: top + offset, precision: Math.min(1, Math.max(BEST_PRECISION, precision)) };
}
