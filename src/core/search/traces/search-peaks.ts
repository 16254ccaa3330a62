import { TopHits } from '../index/top-hits';
import { overlapOf } from './coverages';
import { comparePeakTables, type PeakTable, peakTable } from './peak-table';
import type { PreparedTrace } from './prepare-trace';
import { hitsOf, keyAt, NotComparableList, overlapReason, type SearchScope, takesPart } from './search-scope';
import type { TraceSearchResult } from './trace-index';

/** Ranks by peaks alone: the query's found in the library, or the other way. A record that shares no peak is no hit. */
export function searchPeaks(
  query: PreparedTrace,
  score: 'trace-peaks' | 'trace-peaks-reverse',
  scope: SearchScope,
  peaksAt: (position: number) => PeakTable,
): TraceSearchResult {
  const table = peakTable(query.values);
  const overlaps = scope.coverages.map(({ segments }) => overlapOf(query.segments, segments));
  const best = new TopHits(scope.top);
  const notComparable = new NotComparableList(scope.named);
  let searched = 0;
  let scored = 0;
  for (const [number, { positions }] of scope.coverages.entries()) {
    const overlap = overlaps[number]!;
    const reason = overlapReason(scope.method, overlap);
    for (const position of positions) {
      if (!takesPart(scope, position)) continue;
      searched++;
      const key = keyAt(scope, position);
      if (reason !== undefined) {
        notComparable.add(key, reason);
        continue;
      }
      const agreement = comparePeakTables(table, peaksAt(position), overlap.common);
      const likeness = score === 'trace-peaks' ? agreement.forward : agreement.reverse;
      scored++;
      if (Number.isNaN(likeness)) notComparable.add(key, { code: 'no-peaks-in-common-range', params: {} });
      else if (likeness > 0) best.offer({ key, position, score: likeness });
    }
  }
  return {
    hits: hitsOf(best.ranked(), score, scope, overlaps),
    searched,
    scored,
    notComparable: { count: notComparable.count, named: notComparable.named() },
  };
}
