/**
 * Vertex of the parabola through point k and its neighbours, which may stand unevenly; the point itself at an end, on a plateau, or where the
 * vertex would not lie between the neighbours. For maxima.
 */
export function parabolaVertex(x: Float64Array, y: Float64Array, k: number): { readonly x: number; readonly y: number } {
  const point = { x: x[k]!, y: y[k]! };
  if (k === 0 || k === y.length - 1) return point;
  const left = x[k - 1]! - point.x;
  const right = x[k + 1]! - point.x;
  const slopeLeft = (y[k - 1]! - point.y) / left;
  const slopeRight = (y[k + 1]! - point.y) / right;
  const curvature = (slopeRight - slopeLeft) / (right - left);
  if (!(curvature < 0)) return point;
  const slope = slopeLeft - curvature * left;
  const offset = -slope / (2 * curvature);
  if (!(offset > Math.min(left, right) && offset < Math.max(left, right))) return point;
  return { x: point.x + offset, y: point.y + slope * offset + curvature * offset * offset };
}
