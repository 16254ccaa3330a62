/** Runs of points of a grid, flat: from, to (excluded), from, to, ... ascending and apart. What a trace covers, and what two have in common. */
export type Segments = Int32Array;

/** The runs of points that have a value. */
export function segmentsOf(values: Float64Array): Segments {
  const bounds: number[] = [];
  let open = false;
  for (let i = 0; i <= values.length; i++) {
    const present = i < values.length && Number.isFinite(values[i]!);
    if (present !== open) bounds.push(i);
    open = present;
  }
  return Int32Array.from(bounds);
}

export function intersection(a: Segments, b: Segments): Segments {
  const bounds: number[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i]!, b[j]!);
    const to = Math.min(a[i + 1]!, b[j + 1]!);
    if (from < to) bounds.push(from, to);
    if (a[i + 1]! < b[j + 1]!) i += 2;
    else j += 2;
  }
  return Int32Array.from(bounds);
}

/** Number of points. */
export function pointsOf(segments: Segments): number {
  let points = 0;
  for (let s = 0; s < segments.length; s += 2) points += segments[s + 1]! - segments[s]!;
  return points;
}

export function segmentsKey(segments: Segments): string {
  return segments.join(' ');
}
