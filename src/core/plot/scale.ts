/** A linear map from data to picture and back. */
export interface Scale {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
  /** Data to picture. */
  readonly at: (value: number) => number;
  /** Picture to data. */
  readonly valueAt: (position: number) => number;
}

/** A linear scale; a domain without extent is widened by 0.5 on either side. */
export function linearScale(domain: readonly [number, number], range: readonly [number, number]): Scale {
  const [low, high] = domain[0] === domain[1] ? [domain[0] - 0.5, domain[1] + 0.5] : domain;
  const factor = (range[1] - range[0]) / (high - low);
  return {
    domain: [low, high],
    range,
    at: (value) => range[0] + (value - low) * factor,
    valueAt: (position) => low + (position - range[0]) / factor,
  };
}

/**
 * Tick values at multiples of 1, 2 or 5 · 10ⁿ within [low, high], at most `most` of them (at least 2 asked for).
 * `wholeNumbers` keeps the step at 1 or more.
 */
export function niceTicks(low: number, high: number, most: number, options: { readonly wholeNumbers?: boolean } = {}): readonly number[] {
  const extent = high - low;
  if (!(extent > 0) || !Number.isFinite(extent)) return [];
  const limit = Math.max(2, Math.floor(most));
  let power = Math.floor(Math.log10(extent / limit));
  for (;;) {
    for (const multiple of [1, 2, 5]) {
      const step = multiple * 10 ** power;
      if (options.wholeNumbers && step < 1) continue;
      const first = Math.ceil(low / step - 1e-9);
      const last = Math.floor(high / step + 1e-9);
      if (last - first + 1 > limit) continue;
      // Multiplying whole numbers by the step, then cutting its noise, keeps 0.3 from becoming 0.30000000000000004.
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
    }
    power++;
  }
}
