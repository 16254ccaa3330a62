import { pointsOf, type Segments } from './segments';

/** Mean of a row over some places, and its length when centred: 0 for a row that is level there. */
export interface RowSums {
  readonly mean: number;
  readonly length: number;
}

/** Below this a row of length 1 is what its rounding to 32 bits leaves of a level one. */
const LEVEL = 1e-6;

/** Sums of the row that starts at `start`, over the given places. */
export function plainRowSums(rows: Float32Array, start: number, segments: Segments): RowSums {
  let sum = 0;
  let squares = 0;
  for (let s = 0; s < segments.length; s += 2) {
    for (let i = start + segments[s]!, end = start + segments[s + 1]!; i < end; i++) {
      const value = rows[i]!;
      sum += value;
      squares += value * value;
    }
  }
  return centred(sum, squares, pointsOf(segments));
}

/** The same of the differences of neighbours inside each segment. */
export function differenceRowSums(rows: Float32Array, start: number, segments: Segments): RowSums {
  let sum = 0;
  let squares = 0;
  for (let s = 0; s < segments.length; s += 2) {
    const first = start + segments[s]!;
    const end = start + segments[s + 1]!;
    sum += rows[end - 1]! - rows[first]!;
    for (let i = first + 1; i < end; i++) {
      const difference = rows[i]! - rows[i - 1]!;
      squares += difference * difference;
    }
  }
  return centred(sum, squares, pointsOf(segments) - segments.length / 2);
}

function centred(sum: number, squares: number, count: number): RowSums {
  const rest = squares - (sum * sum) / count;
  return { mean: sum / count, length: rest > LEVEL * LEVEL ? Math.sqrt(rest) : 0 };
}
