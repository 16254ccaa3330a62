/**
 * Values at every x of the straight lines through `points` (in the order of x, either way); beyond the outermost points their line goes on.
 * One point gives a level line.
 */
export function xyThrough(x: Float64Array, points: readonly { readonly x: number; readonly y: number }[]): Float64Array {
  const line = new Float64Array(x.length);
  const rising = points.length < 2 || points[1]!.x > points[0]!.x ? 1 : -1;
  let k = 0;
  for (let i = 0; i < x.length; i++) {
    if (points.length === 1) {
      line[i] = points[0]!.y;
      continue;
    }
    while (k + 2 < points.length && (x[i]! - points[k + 1]!.x) * rising > 0) k++;
    const a = points[k]!;
    const b = points[k + 1]!;
    const share = (x[i]! - a.x) / (b.x - a.x);
    line[i] = share === 1 ? b.y : a.y + (b.y - a.y) * share;
  }
  return line;
}
