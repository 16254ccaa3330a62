import { defaultTraceMethod, type TraceMethod } from '../src/core/search/traces/method';
import type * as PairScores from '../src/core/search/traces/pair-scores';
import type { PreparedTrace } from '../src/core/search/traces/prepare-trace';
import type { TraceIndex as Index } from '../src/core/search/traces/trace-index';
import { bundleForNode } from '../test/support/bundle';
import { mulberry32 } from './seeded-random';
import { family, familyOf, noisy } from './trace-search/synthetic-spectra';

const SIZES = [1000, 20_000];
const POINTS = 240;
const FAMILIES = 200;
const QUERIES = 2000;
const TOP = 20;
const SEED = 20_261_124;
const SCORES = ['trace-correlation', 'trace-derivative', 'trace-euclidean', 'trace-angle'] as const;

const METHOD: TraceMethod = { ...defaultTraceMethod('infrared')!, grid: { from: 404, to: 4000, spacing: 15 }, masks: [] };

/**
 * Whether the index of traces gives the best 20 that comparing with every row gives, by each score of whole rows: 2,000 queries each, entries with noise and
 * spectra like no entry in turn. Rows have 240 points, so that comparing every one of them ends; the bound and the kernels are the same for any number.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const { TraceIndex } = (await import(await bundleForNode('src/core/search/traces/trace-index.ts'))) as { TraceIndex: typeof Index };
  const pair = (await import(await bundleForNode('src/core/search/traces/pair-scores.ts'))) as typeof PairScores;
  const pairs = {
    'trace-correlation': pair.correlation,
    'trace-derivative': pair.derivativeCorrelation,
    'trace-euclidean': pair.traceCosine,
    'trace-angle': pair.traceCosine,
  };
  print(`trace exactness: synthetic infrared spectra of ${POINTS} points, ${QUERIES} queries a score, top ${TOP}, seed ${SEED}`);
  for (const size of SIZES) {
    const random = mulberry32(SEED);
    const families = Array.from({ length: FAMILIES }, () => family(random));
    const index = new TraceIndex(METHOD);
    for (let key = 0; key < size; key++)
      index.add(key, preparedOf(noisy(familyOf(families[key % FAMILIES]!, random, POINTS), random, 0.003)));
    // As they are kept: rounded to 32 bits, so that both sides work on the same numbers.
    const rows = Array.from({ length: size }, (_, key) => index.values(key)!);
    for (const score of SCORES) {
      let differing = 0;
      for (let i = 0; i < QUERIES; i++) {
        const like = i % 2 === 0 ? rows[(i * 7919) % size]! : familyOf(family(random), random, POINTS);
        const query = noisy(like, random, 0.01);
        const expected = best(rows.map((row) => pairs[score](query, row)));
        const { hits } = index.search(preparedOf(query), { score, top: TOP });
        if (hits.length !== expected.length || hits.some(({ recordKey }, place) => recordKey !== expected[place])) differing++;
      }
      print(`  ${String(size).padStart(6)} rows  ${score.padEnd(20)} ${QUERIES} queries, ${differing} lists differ`);
    }
  }
}

function preparedOf(values: Float64Array): PreparedTrace {
  return { technique: 'infrared', values, segments: Int32Array.of(0, values.length), cautions: [] };
}

/** Keys of the highest, equal ones by the lower key. */
function best(likeness: readonly number[]): readonly number[] {
  const found: number[] = [];
  for (let key = 0; key < likeness.length; key++) {
    const value = likeness[key]!;
    if (found.length === TOP && value <= likeness[found[TOP - 1]!]!) continue;
    let place = Math.min(found.length, TOP - 1);
    while (place > 0 && likeness[found[place - 1]!]! < value) place--;
    found.splice(place, 0, key);
    if (found.length > TOP) found.pop();
  }
  return found;
}
