import { existsSync } from 'node:fs';
import type { HybridIndex as Index } from '../src/core/search/analogues/index/hybrid-index';
import type { PeakArrays } from '../src/core/search/scores/nominal-spectrum';
import { bundleForNode } from '../test/support/bundle';
import { SWGDRUG, spectraOf } from './ei-library';
import { mulberry32 } from './seeded-random';

const SIZE = 100_000;
const QUERIES = 200;
const SEED = 20_261_122;

interface Massed extends PeakArrays {
  readonly mass: number;
}

/** Speed of the exact hybrid index, then classes and parents of compounds that the library does not hold. */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(SWGDRUG)) {
    print(`analogues: not run, ${SWGDRUG} is not there`);
    return;
  }
  await speed(print);
}

async function speed(print: (line: string) => void): Promise<void> {
  const { HybridIndex } = (await import(await bundleForNode('src/core/search/analogues/index/hybrid-index.ts'))) as {
    HybridIndex: typeof Index;
  };
  const random = mulberry32(SEED);
  const real = spectraOf(SWGDRUG).map(({ mz, intensity, identity }): Massed => ({ mz, intensity, mass: Math.round(identity.molecularMass ?? 0) }));
  const library = Array.from({ length: SIZE }, (_, i) => replica(real[i % real.length]!, random));
  const peaks = library.reduce((sum, { mz }) => sum + mz.length, 0);
  print(`hybrid speed: ${SIZE} replicas of ${real.length} SWGDRUG spectra, ${(peaks / SIZE).toFixed(0)} peaks each, seed ${SEED}, one thread, built code`);
  const began = performance.now();
  const index = new HybridIndex();
  library.forEach((spectrum, key) => {
    index.add(key, spectrum, spectrum.mass === 0 ? undefined : spectrum.mass);
  });
  index.toState();
  print(`  built in ${(performance.now() - began).toFixed(0)} ms, ${(index.bytes / 1e6).toFixed(1)} MB`);
  const drawn = Array.from({ length: QUERIES }, () => replica(real[Math.floor(random() * real.length)]!, random));
  const kinds: readonly (readonly [string, readonly Massed[]])[] = [
    ['replica, right mass', drawn],
    ['replica, mass + 14', drawn.map((query) => ({ ...query, mass: query.mass + 14 }))],
    ['like nothing', drawn.map((query) => shuffled(query, random))],
  ];
  print(`  ${'score'.padEnd(16)} ${'queries'.padEnd(22)} ${'median'.padStart(9)} ${'95 %'.padStart(9)} ${'queries/s'.padStart(10)} ${'per CPU s'.padStart(9)} scored exactly`);
  for (const score of ['ei-hybrid', 'ei-neutral-loss'] as const) {
    for (const [title, queries] of kinds) {
      for (const query of queries.slice(0, 10)) index.search(query, { molecularMass: Math.max(1, query.mass), score });
      const times: number[] = [];
      let scored = 0;
      const cpu = process.cpuUsage();
      for (const query of queries) {
        const start = performance.now();
        scored += index.search(query, { molecularMass: Math.max(1, query.mass), score }).scored;
        times.push(performance.now() - start);
      }
      const used = process.cpuUsage(cpu);
      const total = times.reduce((sum, time) => sum + time, 0);
      times.sort((a, b) => a - b);
      const at = (share: number): string => `${times[Math.floor(share * (times.length - 1))]!.toFixed(2)} ms`.padStart(9);
      print(
        `  ${score.padEnd(16)} ${title.padEnd(22)} ${at(0.5)} ${at(0.95)} ${((1000 * queries.length) / total).toFixed(0).padStart(10)} ${((1e6 * queries.length) / (used.user + used.system)).toFixed(0).padStart(8)}  ${((100 * scored) / (SIZE * queries.length)).toFixed(2)} %`,
      );
    }
  }
}

/** Another measurement of the same compound: intensities within a factor of 0.6 to 1.6, one peak in twenty lost. */
function replica(spectrum: Massed, random: () => number): Massed {
  const kept = Array.from(spectrum.mz, (mz, i) => [mz, spectrum.intensity[i]! * Math.exp(random() - 0.5)] as const).filter(
    () => random() > 0.05,
  );
  return { mz: Float64Array.from(kept, ([mz]) => mz), intensity: Float64Array.from(kept, ([, value]) => value), mass: spectrum.mass };
}

/** The same peaks with their intensities dealt anew: like no library spectrum, the hard case for the bound. */
function shuffled(spectrum: Massed, random: () => number): Massed {
  const intensity = Float64Array.from(spectrum.intensity);
  for (let i = intensity.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [intensity[i], intensity[j]] = [intensity[j]!, intensity[i]!];
  }
  return { mz: spectrum.mz, intensity, mass: spectrum.mass };
}
