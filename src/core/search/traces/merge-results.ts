import type { TraceSearchResult } from './trace-index';

/** The results of the parts of one search as the search of the whole would have given them. */
export function mergeTraceResults(parts: readonly TraceSearchResult[], top = 20, named = 100): TraceSearchResult {
  const total = (count: (part: TraceSearchResult) => number): number => parts.reduce((sum, part) => sum + count(part), 0);
  const hits = parts.flatMap((part) => part.hits).sort((a, b) => b.likeness - a.likeness || a.recordKey - b.recordKey);
  const without = parts.flatMap((part) => part.notComparable.named).sort((a, b) => a.recordKey - b.recordKey);
  return {
    hits: hits.slice(0, top).map((hit, i) => ({ ...hit, rank: i + 1 })),
    searched: total(({ searched }) => searched),
    scored: total(({ scored }) => scored),
    notComparable: { count: total(({ notComparable }) => notComparable.count), named: without.slice(0, named) },
  };
}
