/** What part of the abscissa is shown, from and to. */
export type Range = readonly [number, number];

/** A window narrower than this shows nothing more; of mass spectra, in m/z. */
const NARROWEST = 2;

function within([from, to]: Range, extent: Range): Range {
  const width = Math.min(to - from, extent[1] - extent[0]);
  const start = Math.min(Math.max(from, extent[0]), extent[1] - width);
  return [start, start + width];
}

/** The range scaled about an anchor that keeps its place in the picture; a factor below 1 zooms in. Stays inside the extent. */
export function zoomed([from, to]: Range, factor: number, anchor: number, extent: Range, narrowest = NARROWEST): Range {
  const least = Math.min(narrowest, extent[1] - extent[0]);
  const width = Math.min(Math.max((to - from) * factor, least), extent[1] - extent[0]);
  const share = to === from ? 0.5 : (anchor - from) / (to - from);
  const start = anchor - share * width;
  return within([start, start + width], extent);
}

/** The range moved by a distance in m/z, stopped at the ends of the extent. */
export function panned([from, to]: Range, distance: number, extent: Range): Range {
  return within([from + distance, to + distance], extent);
}

/** What a drag from one place to another selects. */
export function dragged(a: number, b: number, extent: Range, narrowest?: number): Range {
  const [low, high] = a < b ? [a, b] : [b, a];
  return zoomed([low, high], 1, (low + high) / 2, extent, narrowest);
}

export function isWhole([from, to]: Range, extent: Range): boolean {
  return from <= extent[0] && to >= extent[1];
}

/** What is shown: from and to on the abscissa; of the ordinate where it is zoomed by hand. */
export interface PlotViewport {
  readonly range: Range;
  readonly yRange?: Range | undefined;
}

/** The ordinate scaled about an anchor; as much as there is, or more, is no zoom. */
export function stretched([from, to]: Range, factor: number, anchor: number, heights: Range): Range | undefined {
  const whole = heights[1] - heights[0];
  const height = Math.max((to - from) * factor, whole * 1e-6);
  if (!(height < whole)) return undefined;
  const share = to === from ? 0.5 : (anchor - from) / (to - from);
  const start = anchor - share * height;
  return [start, start + height];
}
