import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { EiIndex } from '../src/core/search/index/ei-index';
import { EI_SCORE_IDS } from '../src/core/search/scores/descriptors';
import type { PeakArrays } from '../src/core/search/scores/nominal-spectrum';
import { SWGDRUG, spectraOf } from './ei-library';
import { mulberry32 } from './seeded-random';

const SIZE = 100_000;
const QUERIES = 100;
const TOP = 20;
const SEED = 20_260_102;

/** Builds an index over 100,000 replicas with jitter of the SWGDRUG spectra, and times queries that are replicas too. */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(SWGDRUG)) {
    print(`search speed: not run, ${SWGDRUG} is not there`);
    return;
  }
  const random = mulberry32(SEED);
  const real = spectraOf(SWGDRUG);
  const replicas = Array.from({ length: SIZE }, (_, i) => replica(real[i % real.length]!, random));
  const peaks = replicas.reduce((sum, { mz }) => sum + mz.length, 0);
  print(
    `search speed: ${SIZE} replicas of ${real.length} SWGDRUG spectra, ${(peaks / SIZE).toFixed(0)} peaks each, seed ${SEED}, one thread`,
  );

  const started = performance.now();
  const index = new EiIndex();
  replicas.forEach((spectrum, key) => {
    index.add(key, spectrum);
  });
  index.toTransferables();
  print(
    `  built in ${(performance.now() - started).toFixed(0)} ms, ${(index.bytes / 1e6).toFixed(1)} MB (${(index.bytes / peaks).toFixed(2)} bytes a peak)`,
  );

  const queries = Array.from({ length: QUERIES }, () => replica(real[Math.floor(random() * real.length)]!, random));
  const absent = Array.from({ length: QUERIES }, () => shuffled(replica(real[Math.floor(random() * real.length)]!, random), random));
  print(`  ${'score'.padEnd(20)} ${'median'.padStart(9)} ${'90 %'.padStart(9)} ${'slowest'.padStart(9)}  scored exactly`);
  for (const score of EI_SCORE_IDS) {
    for (const [title, group] of [['replica', queries] as const, ['like nothing', absent] as const]) {
      const times: number[] = [];
      let scored = 0;
      for (const query of group) {
        const start = performance.now();
        scored += index.search(query, { score, top: TOP }).scored;
        times.push(performance.now() - start);
      }
      times.sort((a, b) => a - b);
      const at = (share: number): string =>
        `${times[Math.min(times.length - 1, Math.floor(share * times.length))]!.toFixed(1)} ms`.padStart(9);
      const share = `${((100 * scored) / (group.length * SIZE)).toFixed(2)} %`;
      print(`  ${score.padEnd(20)} ${at(0.5)} ${at(0.9)} ${at(1)}  ${share.padStart(8)}  (${title})`);
    }
  }
}

/** Another measurement of the same compound: intensities within a factor of 0.6 to 1.6, one peak in twenty lost. */
function replica(spectrum: PeakArrays, random: () => number): PeakArrays {
  const kept = Array.from(spectrum.mz, (mz, i) => [mz, spectrum.intensity[i]! * Math.exp(random() - 0.5)] as const).filter(
    () => random() > 0.05,
  );
  return { mz: Float64Array.from(kept, ([mz]) => mz), intensity: Float64Array.from(kept, ([, intensity]) => intensity) };
}

/** The same peaks with their intensities dealt anew: like no library spectrum, the hard case for the bound. */
function shuffled(spectrum: PeakArrays, random: () => number): PeakArrays {
  const intensity = Float64Array.from(spectrum.intensity);
  for (let i = intensity.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [intensity[i], intensity[j]] = [intensity[j]!, intensity[i]!];
  }
  return { mz: spectrum.mz, intensity };
}
