import type { EiIndex as Index } from '../src/core/search/index/ei-index';
import type { compareEi as Compare, scoreIn as ScoreIn } from '../src/core/search/scores/compare-ei';
import { EI_SCORE_IDS, type EiScoreId } from '../src/core/search/scores/descriptors';
import { type PeakArrays, prepareNominal } from '../src/core/search/scores/nominal-spectrum';
import { bundleForNode } from '../test/support/bundle';
import { dealt, libraryPart, realEiSpectra, replica } from './million';
import { mulberry32 } from './seeded-random';

const SIZES = [1000, 5000, 20_000];
/** For every library size and score. */
const QUERIES = 2000;
const TOP = 20;
const SEED = 20_261_123;

interface Expected {
  readonly key: number;
  readonly score: number;
}

/**
 * Whether the index gives the best 20 that comparing with every record gives: keys, scores to the last bit, order. A third of the queries are
 * replicas of library spectra, a third library spectra themselves (ties), a third real spectra with their intensities dealt anew (like nothing).
 */
export async function run(print: (line: string) => void): Promise<void> {
  const real = await realEiSpectra();
  if (real === undefined) {
    print('exactness: not run, SWGDRUG or MassBank is not there');
    return;
  }
  const { EiIndex } = (await import(await bundleForNode('src/core/search/index/ei-index.ts'))) as { EiIndex: typeof Index };
  const scores = (await import(await bundleForNode('src/core/search/scores/compare-ei.ts'))) as {
    compareEi: typeof Compare;
    scoreIn: typeof ScoreIn;
  };
  const random = mulberry32(SEED);
  print(`exactness: ${real.length} real spectra (SWGDRUG, MassBank EI), above that replicas; top ${TOP}; seed ${SEED}`);
  let mismatches = 0;
  // SIZES=1000,5000 compares over these sizes only; SECONDS=60 ends each size after so long, and says how many queries were made.
  const sizes = process.env.SIZES?.split(',').map(Number) ?? SIZES;
  const seconds = Number(process.env.SECONDS ?? Number.POSITIVE_INFINITY);
  for (const size of sizes) {
    const index = new EiIndex();
    const library = [...libraryPart(real, 0, size)].map(prepareNominal);
    library.forEach((spectrum, key) => {
      index.add(key, spectrum);
    });
    const began = performance.now();
    let made = 0;
    let wrong = 0;
    let ties = 0;
    for (; made < QUERIES && performance.now() - began < 1000 * seconds; made++) {
      const query = queryOf(made % 3, library, real, random);
      const prepared = prepareNominal(query);
      const compared = library.map((spectrum) => scores.compareEi(prepared, spectrum));
      for (const score of EI_SCORE_IDS) {
        const expected = best(compared.map((comparison, key) => ({ key, score: scores.scoreIn(comparison, score).exact })));
        const { hits } = index.search(query, { score: score as EiScoreId, top: TOP });
        if (
          hits.length !== expected.length ||
          hits.some(({ recordKey, score: own }, j) => recordKey !== expected[j]?.key || own !== expected[j]?.score)
        )
          wrong++;
        if (expected.some((one, j) => one.score === expected[j + 1]?.score)) ties++;
      }
    }
    mismatches += wrong;
    print(
      `  ${String(size).padStart(6)} spectra: ${made} of ${QUERIES} queries x ${EI_SCORE_IDS.length} scores (${EI_SCORE_IDS.join(', ')}), ${wrong} mismatches; ${ties} lists with ties`,
    );
  }
  print(`  mismatches in all: ${mismatches}`);
}

function queryOf(kind: number, library: readonly PeakArrays[], real: readonly PeakArrays[], random: () => number): PeakArrays {
  const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  if (kind === 0) return replica(any(library), random);
  if (kind === 1) return any(library);
  const { mz, intensity } = any(real);
  return { mz, intensity: dealt(Array.from(intensity), random) };
}

/** The best above 0, ties by key. */
function best(all: readonly Expected[]): readonly Expected[] {
  return all
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.key - b.key)
    .slice(0, TOP);
}
