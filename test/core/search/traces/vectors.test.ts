import { describe, expect, it } from 'vitest';
import { PROCESSING_VERSION } from '../../../../src/core/processing/chain/processing-step';
import type { Xy } from '../../../../src/core/processing/xy';
import { defaultTraceMethod, gridPlaces, type TraceMethod } from '../../../../src/core/search/traces/method';
import { correlation } from '../../../../src/core/search/traces/pair-scores';
import { type PreparedTrace, prepareTrace } from '../../../../src/core/search/traces/prepare-trace';
import { segmentsOf } from '../../../../src/core/search/traces/segments';
import { TraceIndex } from '../../../../src/core/search/traces/trace-index';
import { hasOpticalVectors, ldpeSoil, opticalVectors, ramanHdpe, testLibrary } from '../../processing/openspecy';
import { traceOf } from '../../processing/traces';

if (!hasOpticalVectors) console.log('skipped: correlations of traces: ../shared/data/vectors/optical.json is not there');

/** Open Specy's chain on the grid of its library; techniques are mixed there, as its test does. */
const METHOD: TraceMethod = {
  ...defaultTraceMethod('infrared')!,
  intensity: 'as-measured',
  grid: { from: 100, to: 4000, spacing: 5 },
  chain: {
    version: PROCESSING_VERSION,
    steps: [{ step: 'derivative', derivative: 1, window: 11, order: 3 }, { step: 'absolute' }, { step: 'normalise', method: 'min-max' }],
  },
  masks: [],
  leastShare: 0,
  mixTechniques: true,
};

describe.skipIf(!hasOpticalVectors)('the correlations of optical.json by the index', () => {
  const { vectors } = hasOpticalVectors ? opticalVectors().openspecy : { vectors: [] };
  const reproduced = (beginning: string): unknown => vectors.find(({ name }) => name.startsWith(beginning))?.reproduced;

  it('finds the best entry for Raman of polyethylene, the five best for infrared with soil', () => {
    const top = reproduced('raman_hdpe vs test_lib') as { readonly id: string; readonly v: number };
    const five = reproduced('ftir_ldpe_soil.asp') as readonly { readonly id: string; readonly v: number }[];
    expect(gridPlaces(METHOD.grid)).toEqual(testLibrary().x);
    let compared = 0;
    for (const [query, expected] of [
      [ramanHdpe(), [top]],
      [ldpeSoil(), five],
    ] as const) {
      const { index, prepared, ids } = searched(query);
      const { hits } = index.search(prepared, { top: expected.length });
      expect(hits.map(({ recordKey }) => ids[recordKey])).toEqual(expected.map(({ id }) => id));
      for (const [i, { v }] of expected.entries()) {
        expect(Math.abs(hits[i]!.score - v)).toBeLessThanOrEqual(1e-6);
        expect(Math.abs(correlation(prepared.values, index.values(hits[i]!.recordKey)!) - v)).toBeLessThanOrEqual(1e-6);
        compared++;
      }
    }
    console.log(`optical.json: ${compared} of ${compared} correlations with the library agree within 1e-6, in order (2 queries)`);
  });

  it("keeps the library's order for equal scores and has no rank for a level query", () => {
    const { index, prepared, traces } = searched(ramanHdpe());
    const [best] = index.search(prepared).hits;
    for (const key of [900, 800]) index.add(key, traces.get(best!.recordKey)!);
    expect(index.search(prepared, { top: 3 }).hits.map(({ recordKey }) => recordKey)).toEqual([best!.recordKey, 800, 900]);
    const { x } = ramanHdpe();
    expect(prepareTrace(traceOf({ x, y: x.map(() => 5) }), 'raman', METHOD)).toEqual({ refused: { code: 'flat', params: {} } });
  });
});

/** The library over the places the query has; Open Specy puts the mean of an entry where it has no value there. */
function searched(query: Xy): {
  readonly index: TraceIndex;
  readonly prepared: PreparedTrace;
  readonly ids: readonly string[];
  readonly traces: ReadonlyMap<number, PreparedTrace>;
} {
  const outcome = prepareTrace(traceOf(query), 'raman', METHOD);
  if ('refused' in outcome) throw new Error(outcome.refused.code);
  const { prepared } = outcome;
  const index = new TraceIndex(METHOD);
  const traces = new Map<number, PreparedTrace>();
  const { entries } = testLibrary();
  for (const [key, { y }] of entries.entries()) {
    const there = y.filter((value, i) => !Number.isNaN(value) && !Number.isNaN(prepared.values[i]!));
    const mean = there.reduce((sum, value) => sum + value, 0) / there.length;
    const values = y.map((value, i) => (Number.isNaN(prepared.values[i]!) ? Number.NaN : Number.isNaN(value) ? mean : value));
    if (there.length === 0) continue;
    traces.set(key, filled(values));
    index.add(key, filled(values));
  }
  return { index, prepared, ids: entries.map(({ id }) => id), traces };
}

function filled(values: Float64Array): PreparedTrace {
  return { technique: 'unknown', values, segments: segmentsOf(values), cautions: [] };
}
