interface Stamp {
  readonly width: number;
  readonly height: number;
  /** Places fall to the right. */
  readonly falls: boolean;
}

/**
 * The path of a small picture of a curve: for each pixel of its width the least and the greatest value that lie there, so that no peak is lost however
 * many points there are. Missing values break nothing: their pixels are passed over.
 */
export function smallCurve(x: Float64Array, y: Float64Array, { width, height, falls }: Stamp): string {
  const [left, right] = extentOf(x);
  const [low, high] = extentOf(y);
  const lows = new Float64Array(width).fill(Number.NaN);
  const highs = new Float64Array(width).fill(Number.NaN);
  for (let i = 0; i < y.length; i++) {
    const value = y[i] ?? Number.NaN;
    const share = ((x[i] ?? Number.NaN) - left) / (right - left || 1);
    if (Number.isNaN(value) || Number.isNaN(share)) continue;
    const pixel = Math.min(width - 1, Math.floor((falls ? 1 - share : share) * width));
    // Nothing is less, or more, than no value yet.
    if (!((lows[pixel] ?? 0) <= value)) lows[pixel] = value;
    if (!((highs[pixel] ?? 0) >= value)) highs[pixel] = value;
  }
  const topOf = (value: number): string => (height - 2 - ((value - low) / (high - low || 1)) * (height - 4)).toFixed(1);
  let path = '';
  for (let pixel = 0; pixel < width; pixel++) {
    const least = lows[pixel] ?? Number.NaN;
    const greatest = highs[pixel] ?? Number.NaN;
    if (Number.isNaN(least)) continue;
    path += `${path === '' ? 'M' : 'L'}${pixel} ${topOf(least)}`;
    if (greatest > least) path += `L${pixel} ${topOf(greatest)}`;
  }
  return path;
}

function extentOf(values: Float64Array): readonly [least: number, greatest: number] {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
