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
  const left = lowestOnTheWay(y, points, 1);
  const right = lowestOnTheWay(y, points, -1);
  const summits: Summit[] = [];
  for (let k = 0; k < points.length; k++) {
    const point = points[k]!;
    summits.push({ point, prominence: y[point]! - Math.max(left[k]!, right[k]!) });
  }
  return summits;
}

function localMaxima(y: Float64Array): Int32Array {
  const points = new Int32Array(y.length >> 1);
  let count = 0;
  for (let i = 1; i < y.length - 1; i++) {
    if (!(y[i]! > y[i - 1]!)) continue;
    let end = i;
    while (end + 1 < y.length && y[end + 1] === y[i]) end++;
    if (end + 1 < y.length && y[end + 1]! < y[i]!) points[count++] = (i + end) >> 1;
    i = end;
  }
  return points.subarray(0, count);
}

/** For each maximum the lowest value between it and the nearest higher value on its way in: from the beginning (1) or from the end (−1). */
function lowestOnTheWay(y: Float64Array, points: Int32Array, step: 1 | -1): Float64Array {
  // A stack of values that nothing behind them has yet topped, with the lowest value since the one before; heights fall along the stack.
  const heights = new Float64Array(y.length);
  const lows = new Float64Array(y.length);
  let depth = 0;
  const result = new Float64Array(points.length);
  let next = step === 1 ? 0 : points.length - 1;
  for (let i = step === 1 ? 0 : y.length - 1; next >= 0 && next < points.length; i += step) {
    const value = y[i]!;
    let low = value;
    while (depth > 0 && heights[depth - 1]! <= value) {
      depth--;
      if (lows[depth]! < low) low = lows[depth]!;
    }
    heights[depth] = value;
    lows[depth++] = low;
    if (i === points[next]) {
      result[next] = low;
      next += step;
    }
  }
  return result;
}
