/** Value and gradient of a convex function; the gradient is written into `gradient`. */
export type Convex = (at: Float64Array, gradient: Float64Array) => number;

/**
 * Minimises a convex function by accelerated projected gradient (Nesterov 1983; Beck & Teboulle 2009 with restart), with backtracking.
 * Where `bounded[i]` the i-th value stays at or above 0. Deterministic.
 */
export function minimise(convex: Convex, start: Float64Array, bounded: (index: number) => boolean, iterations: number): Float64Array {
  const size = start.length;
  let at = start.slice();
  let ahead = start.slice();
  let momentum = 1;
  let step = 1e-3;
  const gradient = new Float64Array(size);
  const unused = new Float64Array(size);
  let value = convex(at, unused);
  for (let round = 0; round < iterations; round++) {
    const valueAhead = convex(ahead, gradient);
    step *= 1.5;
    let next = at;
    let valueNext = value;
    for (;;) {
      next = Float64Array.from(ahead, (x, i) => (bounded(i) ? Math.max(0, x - step * gradient[i]!) : x - step * gradient[i]!));
      valueNext = convex(next, unused);
      let model = valueAhead;
      for (let i = 0; i < size; i++) {
        const d = next[i]! - ahead[i]!;
        model += gradient[i]! * d + (d * d) / (2 * step);
      }
      if (valueNext <= model + 1e-9 * Math.abs(model) || step < 1e-12) break;
      step /= 2;
    }
    const restart = valueNext > value;
    const nextMomentum = restart ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const pull = restart ? 0 : (momentum - 1) / nextMomentum;
    const last = at;
    if (!restart) {
      const gain = value - valueNext;
      at = next;
      value = valueNext;
      if (round > 30 && gain < 1e-7 * Math.abs(value)) break;
    }
    ahead = Float64Array.from(at, (x, i) => x + pull * (x - last[i]!));
    momentum = nextMomentum;
  }
  return at;
}
