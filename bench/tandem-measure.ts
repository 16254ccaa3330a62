import { performance } from 'node:perf_hooks';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { DEFAULT_CLEANING, prepareTandem, type TandemSpectrum } from '../src/core/search/tandem/clean-spectrum';
import { type PrecursorCondition, TANDEM_SCORE_IDS, type TandemScoreId } from '../src/core/search/tandem/descriptors';
import { tandemScorer } from '../src/core/search/tandem/score-tandem';
import {
  DEFAULT_TOLERANCE,
  joinTandem,
  TandemIndex,
  TandemIndexBuilder,
  type TandemIndexState,
} from '../src/core/search/tandem/tandem-index';
import { mulberry32 } from './seeded-random';
import { realTandemSpectra, shuffledIntensities, tandemReplica } from './tandem-library';

const SEED = 20_261_122;
const SIZES = [10_000, 100_000, 1_000_000];
const QUERIES = 200;
const ROUNDS = 3;
const THREADS = 2;
/** Library sizes and queries, all scores in turn; with TANDEM_EXACTNESS=full (minutes) 2,000 queries of each score. */
const EXACT_PARTS =
  process.env.TANDEM_EXACTNESS === 'full'
    ? [
        { size: 5000, queries: 14_000 },
        { size: 20_000, queries: 2002 },
      ]
    : [
        { size: 5000, queries: 700 },
        { size: 20_000, queries: 301 },
      ];
/** Every so many real spectra are kept out of the library: queries. */
const HELD_OUT = 50;

interface Part {
  readonly part: number;
  readonly size: number;
}

interface BuiltPart {
  readonly state: TandemIndexState;
  readonly milliseconds: number;
  readonly cpu: number;
}

const cpuMilliseconds = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** One thread's share of the library, spectra made in batches outside the measured time. */
async function buildPart({ part, size }: Part): Promise<BuiltPart> {
  const { library } = split(await realTandemSpectra(DEFAULT_CLEANING));
  const random = mulberry32(SEED + part);
  const builder = new TandemIndexBuilder();
  let milliseconds = 0;
  let cpu = 0;
  const timed = <Result>(work: () => Result): Result => {
    const started = performance.now();
    const before = cpuMilliseconds();
    const result = work();
    milliseconds += performance.now() - started;
    cpu += cpuMilliseconds() - before;
    return result;
  };
  for (let from = part; from < size; from += 20_000 * THREADS) {
    const batch: TandemSpectrum[] = [];
    for (let key = from; key < Math.min(size, from + 20_000 * THREADS); key += THREADS) batch.push(entry(library, key, random));
    timed(() => {
      batch.forEach((spectrum, i) => {
        builder.add(from + i * THREADS, spectrum);
      });
    });
  }
  const state = timed(() => builder.finish());
  return { state, milliseconds, cpu };
}

function split(real: readonly TandemSpectrum[]): { readonly library: readonly TandemSpectrum[]; readonly held: readonly TandemSpectrum[] } {
  return { library: real.filter((_, i) => i % HELD_OUT !== 7), held: real.filter((_, i) => i % HELD_OUT === 7) };
}

/** Real spectra first, then replicas with jitter. */
function entry(library: readonly TandemSpectrum[], key: number, random: () => number): TandemSpectrum {
  const base = library[key % library.length]!;
  return key < library.length ? base : tandemReplica(base, random);
}

async function built(file: string, size: number): Promise<{ readonly parts: readonly BuiltPart[]; readonly index: TandemIndex }> {
  const parts = await Promise.all(
    Array.from(
      { length: THREADS },
      (_, part) =>
        new Promise<BuiltPart>((resolve, reject) => {
          const worker = new Worker(file, { workerData: { part, size } satisfies Part });
          worker.once('message', resolve).once('error', reject);
        }),
    ),
  );
  return { parts, index: TandemIndex.from(joinTandem(parts.map(({ state }) => state))) };
}

/** Runs the whole bench; `file` is this module as built. */
export async function measureTandem(print: (line: string) => void, file: string): Promise<void> {
  const { library, held } = split(await realTandemSpectra(DEFAULT_CLEANING));
  const mean = (spectra: readonly TandemSpectrum[]) => (spectra.reduce((sum, { mz }) => sum + mz.length, 0) / spectra.length).toFixed(1);
  print(
    `tandem speed: ${library.length} real MassBank MS2 spectra (positive, precursor known, 3 peaks or more after cleaning), then replicas`,
  );
  print(
    `  m/z within 5 ppm, intensities × 0.6 to 1.6, 5 % of peaks lost; ${held.length} real ones held out; seed ${SEED}; ${mean(library)} peaks an entry`,
  );
  print('  one thread searches; CPU: of that thread, all queries of a row, three rounds; median, 95 %: least of three rounds by the clock');
  const random = mulberry32(SEED + 99);
  const replica = () => tandemReplica(library[Math.floor(random() * library.length)]!, random);
  const groups: readonly (readonly [string, readonly TandemSpectrum[]])[] = [
    ['replica', Array.from({ length: QUERIES }, replica)],
    ['real, held out', held.slice(0, QUERIES)],
    ['like nothing', Array.from({ length: QUERIES }, () => shuffledIntensities(replica(), random))],
  ];
  for (const { size, queries } of EXACT_PARTS) exactness(print, library, held, random, size, queries);
  if (process.env.TANDEM_EXACTNESS === 'full') return;
  const table: string[] = [];
  for (const size of SIZES) {
    const { parts, index } = await built(file, size);
    const wall = Math.max(...parts.map(({ milliseconds }) => milliseconds));
    const cpu = parts.map((part) => part.cpu.toFixed(0)).join(' + ');
    print(
      `  ${size} spectra: ${(index.bytes / 1e6).toFixed(0)} MB, built and cleaned on ${THREADS} threads in ${wall.toFixed(0)} ms (CPU ${cpu} ms)`,
    );
    for (const [title, queries] of groups) {
      const identity: PrecursorCondition = { tolerance: { value: 10, unit: 'ppm' } };
      const open = time(print, index, `${title}, ${mean(queries)} peaks`, queries, 'tandem-entropy', 'open');
      const window = time(print, index, `${title}, precursor ± 10 ppm`, queries, 'tandem-entropy', identity);
      table.push(
        `| Aliquot, ${title} | ${size} | ${open} | ${window} | ${(wall / 1000).toFixed(1)} s on two threads | ${(index.bytes / 1e9).toFixed(2)} GB | ${mean(queries)} / ${mean(library)} |`,
      );
    }
    for (const score of TANDEM_SCORE_IDS.slice(1)) time(print, index, 'replica', groups[0]![1].slice(0, 50), score, 'open');
  }
  print('  Weighted entropy, top 20, one thread; rate by processor time (median, 95 % by the clock):');
  for (const line of [...TABLE_HEAD, ...table]) print(line);
}

/** Peers as measured for science.md, section 5, on this machine. */
const TABLE_HEAD = [
  '| | spectra | open | precursor ± 10 ppm | building | memory | peaks a query / an entry |',
  '|---|---|---|---|---|---|---|',
  '| MSEntropy 1.5 flash | 1000000 | 83/s (9.8 ms) | 152/s (6.0 ms) | 96 s | 3.6 GB | – |',
  '| goal | 1000000 | 800/s | 4000/s | 5 s | 0.6 GB | – |',
];

/** Prints one row; gives rate, median and 95 %. */
function time(
  print: (line: string) => void,
  index: TandemIndex,
  title: string,
  queries: readonly TandemSpectrum[],
  score: TandemScoreId,
  precursor: PrecursorCondition,
): string {
  const least = new Float64Array(queries.length).fill(Number.POSITIVE_INFINITY);
  let scored = 0;
  for (const query of queries.slice(0, 30)) index.search(query, { score, precursor });
  const before = cpuMilliseconds();
  for (let round = 0; round < ROUNDS; round++) {
    queries.forEach((query, i) => {
      const started = performance.now();
      scored += index.search(query, { score, precursor }).scored;
      least[i] = Math.min(least[i]!, performance.now() - started);
    });
  }
  const cpu = (cpuMilliseconds() - before) / (ROUNDS * queries.length);
  const sorted = least.toSorted();
  const at = (share: number) => `${sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(2)} ms`.padStart(9);
  const rate = (1000 / cpu).toFixed(0).padStart(7);
  const kind = `${score}${precursor === 'open' ? '' : ' identity'}`;
  print(
    `    ${kind.padEnd(30)} ${title.padEnd(36)} ${rate}/s CPU, median ${at(0.5)}, 95 % ${at(0.95)}, scored ${(scored / ROUNDS / queries.length).toFixed(0)}`,
  );
  return `${rate.trim()}/s (${at(0.5).trim()}, ${at(0.95).trim()})`;
}

/** The index against every record scored, for every score. */
function exactness(
  print: (line: string) => void,
  library: readonly TandemSpectrum[],
  held: readonly TandemSpectrum[],
  random: () => number,
  exactSize: number,
  exactQueries: number,
): void {
  const builder = new TandemIndexBuilder();
  const references = Array.from({ length: exactSize }, (_, key) => {
    const spectrum = key % 2 === 0 ? library[key]! : tandemReplica(library[key - 1]!, random);
    builder.add(key, spectrum);
    return prepareTandem(spectrum, spectrum.precursorMz, DEFAULT_CLEANING);
  });
  const index = TandemIndex.from(builder.finish());
  const wrong = new Map<TandemScoreId, number>(TANDEM_SCORE_IDS.map((id) => [id, 0]));
  for (let k = 0; k < exactQueries; k++) {
    const score = TANDEM_SCORE_IDS[k % TANDEM_SCORE_IDS.length]!;
    const raw = k % 2 === 0 ? held[Math.floor(k / 2) % held.length]! : tandemReplica(library[k % library.length]!, random);
    const query = prepareTandem(raw, raw.precursorMz, DEFAULT_CLEANING);
    const scorer = tandemScorer(score, query, DEFAULT_TOLERANCE);
    const expected = references
      .map((reference, key) => ({ key, ...scorer.score(reference) }))
      .filter((hit) => hit.score > 0)
      .sort((a, b) => b.score - a.score || a.key - b.key)
      .slice(0, 20);
    const { hits } = index.search(raw, { score });
    const same =
      hits.length === expected.length &&
      hits.every(
        (hit, i) => hit.key === expected[i]!.key && hit.score === expected[i]!.score && hit.matchedPeaks === expected[i]!.matchedPeaks,
      );
    if (!same) wrong.set(score, wrong.get(score)! + 1);
  }
  const failures = [...wrong].map(([id, count]) => `${id} ${count}`).join(', ');
  print(`  exactness: ${exactQueries} queries over ${exactSize} spectra, all scores in turn; lists that differ: ${failures}`);
}

if (!isMainThread && typeof (workerData as Partial<Part> | null)?.size === 'number') {
  parentPort?.postMessage(await buildPart(workerData as Part));
}
