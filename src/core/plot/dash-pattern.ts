import { GrowingPoints } from './growing-points';

/** Solid, dashed, dotted, dash and dot: told apart without colour. The five colours come round before the next pattern begins. */
export const DASH_PATTERNS: readonly (readonly number[] | undefined)[] = [undefined, [7, 3], [2, 2.5], [8, 3, 2, 3]];
export const COLOURS_OF_SERIES = 5;

export function patternOf(series: number): readonly number[] | undefined {
  return DASH_PATTERNS[Math.floor(series / COLOURS_OF_SERIES) % DASH_PATTERNS.length];
}

/** A piece of line is steep when it rises by more than this many times its width, and by more than so many px. */
const STEEP_SLOPE = 2;
const STEEP_HEIGHT = 3;

/**
 * Cuts a line into the dashes of a pattern, along its length. A steep piece that turns back at either end stays whole: a narrow peak must
 * never fall into a gap, noise would show no pattern, and a hundred thousand dashes in a band of noise cost more than all the rest of a
 * picture.
 * @param points px, x and y in turn, pairs of NaN between lines
 */
export function dashed(points: Float64Array, pattern: readonly number[] | undefined): Float64Array {
  const period = pattern?.reduce((sum, length) => sum + length, 0) ?? 0;
  if (pattern === undefined || !(period > 0)) return points;
  const out = new GrowingPoints();
  let entry = 0;
  let left = pattern[0]!;
  /** The last point written is where the pen is. */
  let joined = false;
  for (let i = 2; i + 1 < points.length; i += 2) {
    const x1 = points[i - 2]!;
    const y1 = points[i - 1]!;
    const dx = points[i]! - x1;
    const dy = points[i + 1]! - y1;
    if (Number.isNaN(dx)) {
      joined = false;
      continue;
    }
    const whole = Math.abs(dy) > Math.max(STEEP_HEIGHT, STEEP_SLOPE * Math.abs(dx)) && turns(points, i, dy);
    const length = whole ? 1 : Math.sqrt(dx * dx + dy * dy);
    let done = 0;
    while (done < length) {
      const step = whole ? length : Math.min(left, length - done);
      const drawn = whole || entry % 2 === 0;
      if (drawn) {
        if (!joined) {
          out.lift();
          out.push(x1 + (done / length) * dx, y1 + (done / length) * dy);
        }
        const to = (done + step) / length;
        out.push(x1 + to * dx, y1 + to * dy);
      }
      done += step;
      joined = drawn;
      if (whole) break;
      left -= step;
      if (left > 1e-9) continue;
      entry = (entry + 1) % pattern.length;
      left = pattern[entry]!;
      joined = false;
    }
  }
  return out.points();
}

/** Whether the piece that ends at `i` goes up where a neighbour goes down, or has none. */
function turns(points: Float64Array, i: number, dy: number): boolean {
  const before = points[i - 1]! - points[i - 3]!;
  const after = points[i + 3]! - points[i + 1]!;
  return !(before * dy > 0 && after * dy > 0);
}
