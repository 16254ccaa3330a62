import { existsSync } from 'node:fs';
import { AnalogueComparison } from '../src/core/search/analogues/analogue-comparison';
import { HybridIndex } from '../src/core/search/analogues/index/hybrid-index';
import { molecularIonCandidates } from '../src/core/search/analogues/molecular-ion';
import { type PeakArrays, prepareNominal } from '../src/core/search/scores/nominal-spectrum';
import { bundleForNode } from '../test/support/bundle';
import { classAccuracy, learnedOn, massOf } from './analogue-classes';
import { compoundOf, SWGDRUG, spectraOf } from './ei-library';
import { mulberry32 } from './seeded-random';

const SIZE = 100_000;
const QUERIES = 100;
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
  exactness(print);
  classAccuracy(print);
  molecularMass(print);
  await speed(print);
}

/** The index against comparing with every record, over jittered real spectra: 2,000 queries in libraries of three sizes. */
function exactness(print: (line: string) => void): void {
  const random = mulberry32(SEED);
  const real = massed();
  for (const [size, queries] of [
    [300, 1600],
    [3000, 380],
    [20_000, 20],
  ] as const) {
    const library = Array.from({ length: size }, () => replica(real[Math.floor(random() * real.length)]!, random));
    const prepared = library.map(prepareNominal);
    const index = new HybridIndex();
    library.forEach((spectrum, key) => {
      index.add(key, spectrum, spectrum.mass === 0 ? undefined : spectrum.mass);
    });
    let differing = 0;
    for (let i = 0; i < queries; i++) {
      const query = replica(real[Math.floor(random() * real.length)]!, random);
      const score = i % 2 === 0 ? 'ei-hybrid' : 'ei-neutral-loss';
      const molecularMass = Math.max(1, query.mass + [0, 14, -16, 34, 1][i % 5]!);
      const found = index.search(query, { molecularMass, score }).hits.map((hit) => ({ key: hit.recordKey, score: hit.score }));
      const comparison = new AnalogueComparison(prepareNominal(query));
      const every = prepared.flatMap(({ mz, intensity }, key) => {
        const { mass } = library[key]!;
        if (mass === 0 && score === 'ei-neutral-loss') return [];
        const delta = mass === 0 ? 0 : molecularMass - mass;
        const { forward } =
          score === 'ei-hybrid'
            ? comparison.hybrid(mz, intensity, 0, mz.length, delta)
            : comparison.neutralLoss(mz, intensity, 0, mz.length, delta);
        return forward > 0 ? [{ key, score: forward }] : [];
      });
      const expected = every.sort((a, b) => b.score - a.score || a.key - b.key).slice(0, 20);
      if (JSON.stringify(found) !== JSON.stringify(expected)) differing++;
    }
    print(`hybrid and neutral-loss index against every record: ${queries} queries over ${size} spectra, ${differing} top-20 lists differ`);
  }
}

/** Whether the molecular mass is among the candidates, on compounds that nothing was chosen on. */
function molecularMass(print: (line: string) => void): void {
  const asked = spectraOf(SWGDRUG).filter((spectrum) => compoundOf(spectrum) !== undefined && !learnedOn(compoundOf(spectrum)!));
  const places = asked.map((spectrum) => molecularIonCandidates(spectrum).findIndex(({ mass }) => mass === massOf(spectrum)));
  const within = (n: number) => ((100 * places.filter((place) => place >= 0 && place < n).length) / asked.length).toFixed(1);
  print(
    `molecular mass from the spectrum alone, ${asked.length} spectra: first ${within(1)} %, in three ${within(3)} %, in five ${within(5)} %`,
  );
  const named = asked.flatMap((spectrum) =>
    molecularIonCandidates(spectrum).map(({ mass, probability }) => ({ probability, right: mass === massOf(spectrum) })),
  );
  for (let tenth = 0; tenth < 10; tenth++) {
    const of = named.filter(({ probability }) => Math.min(9, Math.floor(10 * probability)) === tenth);
    if (of.length === 0) continue;
    const said = of.reduce((sum, { probability }) => sum + probability, 0) / of.length;
    print(`  said ${said.toFixed(2)}: right ${(of.filter(({ right }) => right).length / of.length).toFixed(2)} of ${of.length}`);
  }
}

function massed(): readonly Massed[] {
  return spectraOf(SWGDRUG).map((spectrum) => ({ mz: spectrum.mz, intensity: spectrum.intensity, mass: massOf(spectrum) ?? 0 }));
}

async function speed(print: (line: string) => void): Promise<void> {
  const { HybridIndex: Built } = (await import(await bundleForNode('src/core/search/analogues/index/hybrid-index.ts'))) as {
    HybridIndex: typeof HybridIndex;
  };
  const random = mulberry32(SEED);
  const real = massed();
  const library = Array.from({ length: SIZE }, (_, i) => replica(real[i % real.length]!, random));
  const peaks = library.reduce((sum, { mz }) => sum + mz.length, 0);
  print(
    `hybrid speed: ${SIZE} replicas of ${real.length} SWGDRUG spectra, ${(peaks / SIZE).toFixed(0)} peaks each, seed ${SEED}, one thread, built code`,
  );
  const began = performance.now();
  const index = new Built();
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
  print(
    `  ${'score'.padEnd(16)} ${'queries'.padEnd(22)} ${'median'.padStart(9)} ${'95 %'.padStart(9)} ${'queries/s'.padStart(10)} ${'per CPU s'.padStart(9)} scored exactly`,
  );
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
