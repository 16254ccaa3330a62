import type { Message } from '../../../../contract/base';
import { traceScoreDescriptor } from '../../../../core/search/traces/descriptors';
import { angleOf, correlation, derivativeCorrelation, euclideanOf, traceCosine } from '../../../../core/search/traces/pair-scores';
import { type PreparedTrace, prepareTrace } from '../../../../core/search/traces/prepare-trace';
import type { TraceHit } from '../../../../core/search/traces/trace-index';
import type { QueryOf } from './family-query';
import { best } from './ranking';
import type { FamilyAnswer, SearchHit } from './search-messages';
import type { Shelf } from './thread-library';
import type { PreparedTraces } from './trace-kind';

type PreparedQuery = { readonly prepared: PreparedTrace; readonly cautions: Message[] } | { readonly refused: Message };

/** The query as its method prepares it, or why that cannot be. */
export function preparedQuery({ trace, technique, preparation }: QueryOf<'trace' | 'mixture'>): PreparedQuery {
  const outcome = prepareTrace(trace, technique, preparation);
  if ('refused' in outcome) {
    const { code, params } = outcome.refused;
    return { refused: { code: `identify.trace-refused.${code}`, params: { ...params } } };
  }
  const cautions = outcome.prepared.cautions.map(({ code, params }): Message => ({ code: `trace-${code}`, params: { ...params } }));
  return { prepared: outcome.prepared, cautions };
}

/** The references most like a trace, with the scores of each pair that cost nothing beside. */
export function searchTrace(shelves: readonly Shelf<PreparedTraces>[], query: QueryOf<'trace'>, top: number): FamilyAnswer {
  const { score } = query.method;
  const asked = preparedQuery(query);
  if ('refused' in asked) return asked;
  const { prepared, cautions } = asked;
  const reasons = new Map<string, number>();
  const count = (code: string, by: number) => reasons.set(code, (reasons.get(code) ?? 0) + by);
  const found = shelves.flatMap(({ index: { indexes, notPrepared }, accepts }) => {
    for (const { key, code } of notPrepared) if (accepts?.(key) ?? true) count(code, 1);
    return indexes.flatMap((index) => {
      const { hits, notComparable } = index.search(prepared, {
        score,
        top,
        named: MOST_NAMED,
        ...(accepts === undefined ? {} : { accepts }),
      });
      for (const { code } of notComparable.named) count(code, 1);
      return hits.map((hit) => ({ ...hit, key: hit.recordKey, values: () => index.values(hit.recordKey) }));
    });
  });
  const { better } = traceScoreDescriptor(score);
  const hits = best(found, top, better).map((hit) => asHit(hit, score, prepared, hit.values()));
  return { hits, judgement: { warnings: cautions, notCompared: summed(reasons) } };
}

/** All of them are counted; naming each is for an examination of the library. */
const MOST_NAMED = 1_000_000;

/** Why references could not be compared, and how many, most first. */
export function summed(reasons: ReadonlyMap<string, number>): Message[] {
  const sorted = [...reasons].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return sorted.map(([code, count]) => ({ code: `not-compared-${code}`, params: { count } }));
}

function asHit(
  hit: TraceHit & { readonly key: number },
  ranked: QueryOf<'trace'>['method']['score'],
  query: PreparedTrace,
  values: Float64Array | undefined,
): SearchHit {
  return {
    key: hit.key,
    score: hit.score,
    scores: { ...(values === undefined ? {} : pairScores(query.values, values)), [ranked]: hit.score },
    matchedPeaks: null,
    queryPeaks: null,
    libraryPeaks: null,
    terms: [],
    massDifference: null,
    coverage: hit.percent / 100,
    component: null,
  };
}

function pairScores(query: Float64Array, library: Float64Array): SearchHit['scores'] {
  const cosine = traceCosine(query, library);
  const scores = {
    'trace-correlation': correlation(query, library),
    'trace-derivative': derivativeCorrelation(query, library),
    'trace-euclidean': euclideanOf(cosine),
    'trace-angle': angleOf(cosine),
  };
  // A level stretch has no number.
  return Object.fromEntries(Object.entries(scores).filter(([, value]) => Number.isFinite(value)));
}
