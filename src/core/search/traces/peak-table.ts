import { xyPeaks } from '../../processing/measures/xy-peaks';
import { PEAK_PARAMETERS } from './descriptors';
import type { Segments } from './segments';

/** Peaks of a prepared trace in ascending order of place. */
export interface PeakTable {
  /** In points of the grid, with fractions. */
  readonly places: Float64Array;
  /** Square roots of prominences relative to the most prominent one. */
  readonly weights: Float64Array;
}

/** Peaks of a trace on a grid (NaN where it has no value) of at least 3 % of the most prominent one, 60 at most. */
export function peakTable(values: Float64Array): PeakTable {
  const x = Float64Array.from(values, (_, i) => i);
  const peaks = xyPeaks({ x, y: values }, { limit: PEAK_PARAMETERS.mostPeaks });
  const highest = peaks.reduce((most, { prominence }) => Math.max(most, prominence), 0);
  const kept = peaks.filter(({ prominence }) => 100 * prominence >= PEAK_PARAMETERS.leastProminencePercent * highest);
  return {
    places: Float64Array.from(kept, ({ x: place }) => place),
    weights: Float64Array.from(kept, ({ prominence }) => Math.sqrt(prominence / highest)),
  };
}

/** What of two peak tables agrees, at places both traces have. */
export interface PeakAgreement {
  /** Weighted share of the query's peaks that the library entry has; NaN when the query has none. */
  readonly forward: number;
  /** Weighted share of the library entry's peaks that the query has; NaN when it has none. */
  readonly reverse: number;
  /** Peaks of the query and of the entry that belong together, by their numbers in the tables. */
  readonly pairs: readonly { readonly query: number; readonly library: number; readonly distance: number }[];
}

/**
 * Peaks within the tolerance belong together, the nearest first, each once. A pair counts its weight times 1 − ½·|Δ|/tolerance.
 */
export function comparePeakTables(query: PeakTable, library: PeakTable, common: Segments): PeakAgreement {
  const tolerance = PEAK_PARAMETERS.toleranceGridPoints;
  const near: { query: number; library: number; distance: number }[] = [];
  for (let q = 0, first = 0; q < query.places.length; q++) {
    if (!contains(common, query.places[q]!)) continue;
    while (first < library.places.length && library.places[first]! < query.places[q]! - tolerance) first++;
    for (let l = first; l < library.places.length && library.places[l]! <= query.places[q]! + tolerance; l++) {
      if (contains(common, library.places[l]!))
        near.push({ query: q, library: l, distance: Math.abs(query.places[q]! - library.places[l]!) });
    }
  }
  near.sort((a, b) => a.distance - b.distance || a.query - b.query || a.library - b.library);
  const queryTaken = new Uint8Array(query.places.length);
  const libraryTaken = new Uint8Array(library.places.length);
  const pairs = near.filter((pair) => {
    if (queryTaken[pair.query] === 1 || libraryTaken[pair.library] === 1) return false;
    queryTaken[pair.query] = 1;
    libraryTaken[pair.library] = 1;
    return true;
  });
  let forward = 0;
  let reverse = 0;
  for (const { query: q, library: l, distance } of pairs) {
    const credit = 1 - distance / (2 * tolerance);
    forward += credit * query.weights[q]!;
    reverse += credit * library.weights[l]!;
  }
  return { forward: forward / totalIn(query, common), reverse: reverse / totalIn(library, common), pairs };
}

function totalIn({ places, weights }: PeakTable, common: Segments): number {
  let total = 0;
  for (let i = 0; i < places.length; i++) if (contains(common, places[i]!)) total += weights[i]!;
  return total === 0 ? Number.NaN : total;
}

function contains(segments: Segments, place: number): boolean {
  for (let s = 0; s < segments.length; s += 2) if (place >= segments[s]! && place <= segments[s + 1]! - 1) return true;
  return false;
}
