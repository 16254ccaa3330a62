/** A local maximum and how far it stands out. */
export interface Summit {
  readonly point: number;
  readonly prominence: number;
}

/**
 * Every local maximum (inside the curve; a plateau at its middle, the lower of two) with its prominence: height over the higher of the lowest
 * points on the ways left and right to ground higher than it, or to the end. In O(n) with a stack of the maxima still in sight. No NaN.
 */
export function prominences(y: Float64Array): Summit[] {
  const points = localMaxima(y);
  const left = lowestOnTheWay(y, points);
  const mirrored = Float64Array.from(y).reverse();
  const right = lowestOnTheWay(mirrored, points.map((i) => y.length - 1 - i).reverse()).reverse();
  return points.map((point, k) => ({ point, prominence: y[point]! - Math.max(left[k]!, right[k]!) }));
}

function localMaxima(y: Float64Array): number[] {
  const points: number[] = [];
  for (let i = 1; i < y.length - 1; i++) {
    if (!(y[i]! > y[i - 1]!)) continue;
    let end = i;
    while (end + 1 < y.length && y[end + 1] === y[i]) end++;
    if (end + 1 < y.length && y[end + 1]! < y[i]!) points.push((i + end) >> 1);
    i = end;
  }
  return points;
}

/** For each maximum the lowest value between it and the nearest higher value before it (or the beginning). */
function lowestOnTheWay(y: Float64Array, points: readonly number[]): number[] {
  // Values that nothing behind them has yet topped, with the lowest value since the one before; heights fall along the stack.
  const heights: number[] = [];
  const lows: number[] = [];
  const result: number[] = [];
  let next = 0;
  for (let i = 0; i < y.length && next < points.length; i++) {
    let low = y[i]!;
    while (heights.length > 0 && heights.at(-1)! <= y[i]!) {
      heights.pop();
      low = Math.min(low, lows.pop()!);
    }
    heights.push(y[i]!);
    lows.push(low);
    if (i === points[next]) {
      result.push(low);
      next++;
    }
  }
  return result;
}
