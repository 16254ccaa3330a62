import { performance } from 'node:perf_hooks';
import type { TraceScoreId } from '../src/core/search/traces/descriptors';
import { defaultTraceMethod, type TraceMethod } from '../src/core/search/traces/method';
import type { PreparedTrace } from '../src/core/search/traces/prepare-trace';
import type { TraceIndex as Index } from '../src/core/search/traces/trace-index';
import { bundleForNode } from '../test/support/bundle';
import { mulberry32 } from './seeded-random';
import { family, familyOf, noisy } from './trace-search/synthetic-spectra';

const SIZE = 40_000;
const POINTS = 1800;
/** Spectra of one family share half of their bands, as substances of one class do. */
const FAMILIES = 400;
const QUERIES = 20;
const EXACT = 200;
const SEED = 20_261_123;

const METHOD: TraceMethod = {
  ...defaultTraceMethod('infrared')!,
  grid: { from: 402, to: 4000, spacing: 2 },
  masks: [],
};

/** Speed and exactness of the search of traces over 40,000 spectra of 1,800 points; then who is first where replicates exist. */
export async function run(print: (line: string) => void): Promise<void> {
  // As it is built: a module at a time, as tests run them, every call between modules costs more than the work of a point.
  const { TraceIndex } = (await import(await bundleForNode('src/core/search/traces/trace-index.ts'))) as { TraceIndex: typeof Index };
  const random = mulberry32(SEED);
  const families = Array.from({ length: FAMILIES }, () => family(random));
  print(
    `trace search: ${SIZE} synthetic infrared spectra of ${POINTS} points in ${FAMILIES} families (12 shared bands, 12 own, noise), seed ${SEED}, one thread`,
  );
  const index = new TraceIndex(METHOD);
  let adding = 0;
  for (let key = 0; key < SIZE; key++) {
    const trace = preparedOf(noisy(familyOf(families[key % FAMILIES]!, random, POINTS), random, 0.003));
    const started = performance.now();
    index.add(key, trace);
    adding += performance.now() - started;
  }
  print(`  rows written in ${adding.toFixed(0)} ms (without preparing the spectra), ${(index.bytes / 1e6).toFixed(0)} MB`);
  const replicas = Array.from({ length: QUERIES }, (_, i) => preparedOf(noisy(index.values(997 * (i + 1))!, random, 0.01)));
  const unknowns = Array.from({ length: QUERIES }, () => preparedOf(noisy(familyOf(family(random), random, POINTS), random, 0.01)));
  const shorter = replicas.map(({ values }) => preparedOf(values.map((value, i) => (i < 124 ? Number.NaN : value))));
  print(
    `  ${'score'.padEnd(22)}${'queries'.padEnd(30)}${'fastest ms'.padStart(12)}${'median'.padStart(9)}${'95 %'.padStart(9)}${'CPU'.padStart(9)}${'rows scored'.padStart(13)}`,
  );
  for (const score of ['trace-correlation', 'trace-euclidean', 'trace-derivative', 'trace-peaks'] as const) {
    measure(print, index, score, 'entries with noise', replicas);
    measure(print, index, score, 'like no entry', unknowns);
    if (score === 'trace-correlation') measure(print, index, score, '650 cm-1 on, entries from 402', shorter);
  }
  exactness(print, index, [...replicas, ...unknowns]);
}

function preparedOf(values: Float64Array): PreparedTrace {
  const from = values.findIndex(Number.isFinite);
  return { technique: 'infrared', values, segments: Int32Array.of(from, values.length), cautions: [] };
}

function measure(print: (line: string) => void, index: Index, score: TraceScoreId, name: string, queries: readonly PreparedTrace[]): void {
  // Twice to warm up: the first search of a range also sums every row over it, once.
  for (let i = 0; i < 2; i++) index.search(queries[i]!, { score });
  let scored = 0;
  // CPU time tells the work when other programs have the processor.
  const cpu = process.cpuUsage();
  const times = queries
    .map((query) => {
      const started = performance.now();
      scored += index.search(query, { score }).scored;
      return performance.now() - started;
    })
    .sort((a, b) => a - b);
  const { user, system } = process.cpuUsage(cpu);
  const mean = (user + system) / 1000 / queries.length;
  const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(1);
  print(
    `  ${score.padEnd(22)}${name.padEnd(30)}${at(0).padStart(12)}${at(0.5).padStart(9)}${at(0.95).padStart(9)}${mean.toFixed(1).padStart(9)}${(scored / queries.length).toFixed(0).padStart(13)}`,
  );
}

/** The first twenty by the index against those of every row compared one by one, over the first rows of the library. */
function exactness(print: (line: string) => void, index: Index, queries: readonly PreparedTrace[]): void {
  let same = 0;
  let worst = 0;
  const accepts = (key: number): boolean => key < EXACT * 100;
  const rows = Array.from({ length: EXACT * 100 }, (_, key) => centred(index.values(key)!));
  for (const query of queries) {
    const mine = centred(query.values);
    const expected = rows
      .map((row, key) => ({ key, r: row.reduce((sum, value, i) => sum + value * mine[i]!, 0) }))
      .sort((a, b) => b.r - a.r || a.key - b.key)
      .slice(0, 20);
    const { hits } = index.search(query, { accepts });
    if (hits.every(({ recordKey }, i) => recordKey === expected[i]!.key)) same++;
    for (const [i, { likeness }] of hits.entries()) worst = Math.max(worst, Math.abs(likeness - expected[i]!.r));
  }
  print(
    `  first twenty of ${rows.length} rows as by brute force: ${same} of ${queries.length} queries, largest difference of r ${worst.toExponential(1)}`,
  );
}

function centred(values: Float64Array): Float64Array {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const length = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0));
  return values.map((value) => (value - mean) / length);
}
