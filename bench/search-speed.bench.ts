import { once } from 'node:events';
import { performance } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import type { EiIndex as Index } from '../src/core/search/index/ei-index';
import type { EiScoreId } from '../src/core/search/scores/descriptors';
import type { PeakArrays } from '../src/core/search/scores/nominal-spectrum';
import { bundleForNode } from '../test/support/bundle';
import type { BuildTask, Built } from './ei-build-thread';
import { queriesFor, realEiSpectra } from './million';

const SIZES = [10_000, 30_000, 100_000, 300_000, 1_000_000];
const SCORES: readonly EiScoreId[] = ['ei-cosine-mz-sqrt', 'ei-identity', 'ei-simple', 'ei-reverse'];
/** Ten times the best peer, queries a second (docs/methods/performance.md). */
const GOALS: Readonly<Record<number, number>> = { 10000: 5000, 100000: 1400, 1000000: 150 };
/** What others do with their own open EI scores over spectra like these, measured on one thread of one machine: queries a second, median ms, index. */
const PEERS: readonly {
  readonly name: string;
  readonly at: Readonly<Record<number, string>>;
  readonly build: Readonly<Record<number, string>>;
}[] = [
  {
    name: 'MSEntropy 1.5 flash, entropy',
    at: { 10000: '469 (1.6 ms)', 100000: '138 (6.2 ms)', 1000000: '14.6 (59 ms)' },
    build: { 10000: '2.5 s', 100000: '15 s, 0.9 GB', 1000000: '144 s, 5.0 GB' },
  },
  { name: 'matchms 0.33 flash entropy', at: { 10000: '99', 100000: '8.9' }, build: {} },
  { name: 'matchms CosineGreedy', at: { 10000: '5.7', 100000: '0.53' }, build: {} },
  {
    name: 'plain JavaScript, cosine m·√I',
    at: { 10000: '967', 100000: '232 (3.8 ms)', 1000000: '62 (13 ms)' },
    build: { 1000000: '1.4 s, 0.9 GB' },
  },
];
const THREADS = 2;
/** As the engine does: no more than this is one thread's work, and one block. */
const ROWS_OF_ONE_THREAD = 65_536;
/** Fewer over libraries from 300,000 spectra on. */
const QUERIES = 500;
const FEWER_QUERIES = 150;
const WARM_UP = 500;
const TOP = 20;

/**
 * Open EI search, exact, the best 20, one thread, on built code; the library from 10,000 to 1,000,000 spectra. A query is a replica of a
 * spectrum whose real original the library has.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const real = await realEiSpectra();
  if (real === undefined) {
    print('search speed: not run, SWGDRUG or MassBank is not there');
    return;
  }
  const { EiIndex } = (await import(await bundleForNode('src/core/search/index/ei-index.ts'))) as { EiIndex: typeof Index };
  const thread = await bundleForNode('bench/ei-build-thread.ts');
  // SIZES=10000,100000 measures these sizes only.
  const sizes = process.env.SIZES?.split(',').map(Number) ?? SIZES;
  const cells = new Map<string, string>();
  print(
    `EI search: ${real.length} real spectra, above that replicas with jitter; top ${TOP}, exact, one thread; ${QUERIES} queries a row, ${FEWER_QUERIES} from 300,000 spectra on; CPU: time of this thread alone, which other programs disturb less`,
  );
  print(
    `${'spectra'.padStart(9)}  ${'score'.padEnd(18)}${'peaks/query'.padStart(12)}${'peaks/entry'.padStart(12)}${'median ms'.padStart(11)}${'95 % ms'.padStart(9)}${'mean ms'.padStart(9)}${'CPU ms'.padStart(9)}${'/CPU s'.padStart(9)}${'queries/s'.padStart(11)}${'goal'.padStart(7)}${'scored'.padStart(9)}`,
  );
  for (const size of sizes) {
    const parts = await built(thread, real, size);
    const index = EiIndex.join(parts.map(({ state }) => state));
    const entry = parts.reduce((sum, { peaks }) => sum + peaks, 0) / size;
    const tiles = parts.flatMap(({ state }) => state.blocks).reduce((sum, block) => sum + (block.tiles?.spectra.tiles ?? 0), 0);
    const queries = queriesFor(real, size, size < 300_000 ? QUERIES : FEWER_QUERIES);
    const rss = process.memoryUsage().rss;
    for (const score of SCORES) {
      const { times, scored, cpu } = timed(index, queries, score);
      const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
      const at = (share: number): string => times[Math.floor(share * (times.length - 1))]!.toFixed(3);
      const perQuery = queries.reduce((sum, { mz }) => sum + mz.length, 0) / queries.length;
      cells.set(`${score} ${size}`, `${(1000 / mean).toFixed(mean < 10 ? 0 : 1)} (${at(0.5)} / ${at(0.95)} ms)`);
      print(
        `${String(size).padStart(9)}  ${score.padEnd(18)}${perQuery.toFixed(1).padStart(12)}${entry.toFixed(1).padStart(12)}${at(0.5).padStart(11)}${at(0.95).padStart(9)}${mean.toFixed(3).padStart(9)}${cpu.toFixed(3).padStart(9)}${(1000 / cpu).toFixed(0).padStart(9)}${(1000 / mean).toFixed(0).padStart(11)}${String(GOALS[size] ?? '').padStart(7)}${(scored / queries.length).toFixed(0).padStart(9)}`,
      );
    }
    const slowest = Math.max(...parts.map(({ milliseconds }) => milliseconds)) / 1000;
    cells.set(`build ${size}`, `${slowest.toFixed(2)} s, ${(index.bytes / 1e6).toFixed(0)} MB`);
    const cpu = parts.map((part) => (part.cpu / 1000).toFixed(2)).join(' + ');
    print(
      `${''.padStart(9)}  built in ${slowest.toFixed(2)} s (CPU ${cpu} s) by ${parts.length} thread${parts.length > 1 ? 's' : ''} (adding and sealing, the slower), ${(index.bytes / 1e6).toFixed(1)} MB, ${tiles} tiles; process ${(rss / 1e6).toFixed(0)} MB`,
    );
  }
  printTable(print, sizes, cells);
}

/** The rows beside those of others: queries a second (median / 95 % of elapsed time); theirs have other scores, and only a median. */
function printTable(print: (line: string) => void, sizes: readonly number[], cells: ReadonlyMap<string, string>): void {
  const row = (name: string, of: (size: number) => string | undefined): void => {
    print(`| ${name} | ${sizes.map((size) => of(size) ?? '–').join(' | ')} |`);
  };
  print('');
  row('EI, open, best 20, one thread: queries/s', (size) => size.toLocaleString('en'));
  row('---', () => '---');
  for (const { name, at } of PEERS) row(name, (size) => at[size]);
  for (const score of SCORES) row(`Aliquot, ${score}, exact`, (size) => cells.get(`${score} ${size}`));
  row('goal', (size) => (GOALS[size] === undefined ? undefined : `≥ ${GOALS[size]}`));
  for (const { name, build } of PEERS) if (Object.keys(build).length > 0) row(`index of ${name}`, (size) => build[size]);
  row(`index of Aliquot, ${THREADS} threads above ${ROWS_OF_ONE_THREAD.toLocaleString('en')}`, (size) => cells.get(`build ${size}`));
}

async function built(thread: string, real: readonly PeakArrays[], size: number): Promise<readonly Built[]> {
  const threads = size <= ROWS_OF_ONE_THREAD ? 1 : THREADS;
  const part = Math.ceil(size / threads);
  return Promise.all(
    Array.from({ length: threads }, async (_, i) => {
      const task: BuildTask = { real, from: i * part, to: Math.min(size, (i + 1) * part) };
      const worker = new Worker(thread, { workerData: task });
      const [message] = await once(worker, 'message');
      return message as Built;
    }),
  );
}

function timed(index: Index, queries: readonly PeakArrays[], score: EiScoreId): { times: readonly number[]; scored: number; cpu: number } {
  for (const query of queries.slice(0, WARM_UP)) index.search(query, { score, top: TOP });
  let scored = 0;
  const before = process.threadCpuUsage();
  const times = queries.map((query) => {
    const began = performance.now();
    scored += index.search(query, { score, top: TOP }).scored;
    return performance.now() - began;
  });
  const { user, system } = process.threadCpuUsage(before);
  return { times: times.sort((a, b) => a - b), scored, cpu: (user + system) / 1000 / queries.length };
}
