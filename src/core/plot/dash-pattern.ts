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
  const out: number[] = [];
  let entry = 0;
  let left = pattern[0]!;
  const start = (x: number, y: number): void => {
    if (out.length > 0) out.push(Number.NaN, Number.NaN);
    out.push(x, y);
  };
  /** The last point written is where the pen is. */
  let joined = false;
  for (let i = 2; i + 1 < points.length; i += 2) {
    const [x1, y1, x2, y2] = [points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!];
    if (Number.isNaN(x1) || Number.isNaN(x2)) {
      joined = false;
      continue;
    }
    const [dx, dy] = [x2 - x1, y2 - y1];
    if (Math.abs(dy) > Math.max(STEEP_HEIGHT, STEEP_SLOPE * Math.abs(dx)) && turns(points, i, dy)) {
      if (!joined) start(x1, y1);
      out.push(x2, y2);
      joined = true;
      continue;
    }
    const length = Math.hypot(dx, dy);
    let done = 0;
    while (done < length) {
      const step = Math.min(left, length - done);
      const from = done / length;
      done += step;
      left -= step;
      const drawn = entry % 2 === 0;
      if (drawn) {
        if (!joined) start(x1 + from * dx, y1 + from * dy);
        out.push(x1 + (done / length) * dx, y1 + (done / length) * dy);
      }
      joined = drawn;
      if (left > 1e-9) continue;
      entry = (entry + 1) % pattern.length;
      left = pattern[entry]!;
      joined = false;
    }
  }
  return Float64Array.from(out);
}

/** Whether the piece that ends at `i` goes up where a neighbour goes down, or has none. */
function turns(points: Float64Array, i: number, dy: number): boolean {
  const before = points[i - 1]! - points[i - 3]!;
  const after = points[i + 3]! - points[i + 1]!;
  return !(before * dy > 0 && after * dy > 0);
}
