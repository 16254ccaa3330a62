import { unmixFromIndex } from '../../../../core/search/mixtures/unmix-from-index';
import { mergeTraceResults } from '../../../../core/search/traces/merge-results';
import type { TraceIndex } from '../../../../core/search/traces/trace-index';
import type { QueryOf } from './family-query';
import type { FamilyAnswer, SearchHit } from './search-messages';
import type { Shelf } from './thread-library';
import type { PreparedTraces } from './trace-kind';
import { preparedQuery, summed } from './trace-search';

/** The few references whose sum explains a trace: each a candidate by its share of the signal. */
export function searchMixture(shelves: readonly Shelf<PreparedTraces>[], query: QueryOf<'mixture'>, top: number): FamilyAnswer {
  const asked = preparedQuery(query);
  if ('refused' in asked) return asked;
  const { prepared, cautions } = asked;
  const mostComponents = Math.min(query.method.mostComponents, top);
  const { outcome } = unmixFromIndex(prepared, wholeLibrary(shelves), { mostComponents });
  if ('refused' in outcome) {
    const { code, params } = outcome.refused;
    if (code !== 'no-candidates') return { refused: { code: `identify.mixture-refused.${code}`, params: { ...params } } };
    return { hits: [], judgement: { warnings: [...cautions, { code: 'no-candidates', params: {} }] } };
  }
  const { components, constant, slope, rmse, stoppedBecause, leftOut } = outcome.unmixed;
  const hits = components.map(
    ({ key, coefficient, interval, share, pValue }): SearchHit => ({
      key,
      score: share,
      scores: { 'mixture-least-squares': share },
      matchedPeaks: null,
      queryPeaks: null,
      libraryPeaks: null,
      terms: [],
      massDifference: null,
      coverage: null,
      component: { coefficient, low: interval.low, high: interval.high, share, pValue },
    }),
  );
  const reasons = new Map<string, number>();
  for (const { code } of leftOut) reasons.set(code, (reasons.get(code) ?? 0) + 1);
  const stopped = { code: stoppedBecause.code, params: { ...stoppedBecause.params } };
  return { hits, judgement: { warnings: cautions, mixture: { constant, slope, rmse, stopped }, notCompared: summed(reasons) } };
}

/** All shelves as one index, as far as taking apart needs it. */
function wholeLibrary(shelves: readonly Shelf<PreparedTraces>[]): Pick<TraceIndex, 'search' | 'values'> {
  const all = shelves.flatMap(({ index: { indexes }, accepts }) => indexes.map((index) => ({ index, accepts })));
  return {
    search: (trace, options = {}) =>
      mergeTraceResults(
        all.map(({ index, accepts }) => index.search(trace, { ...options, ...(accepts === undefined ? {} : { accepts }) })),
        options.top,
        options.named,
      ),
    values: (key) => all.find(({ index }) => index.has(key))?.index.values(key),
  };
}
