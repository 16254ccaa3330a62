import { existsSync, readFileSync } from 'node:fs';
import { readMeasurements } from '../src/core/formats/read';
import type { RunComponent } from '../src/core/processing/deconvolution/component';
import type { deconvolve as Deconvolve } from '../src/core/processing/deconvolution/deconvolve';
import { ticPeaks } from '../src/core/processing/deconvolution/tic-peaks';
import { type PackedScans, packScans } from '../src/core/processing/runs/packed-scans';
import { EiIndex } from '../src/core/search/index/ei-index';
import { cosine } from '../src/core/search/scores/cosine';
import { prepareNominal } from '../src/core/search/scores/nominal-spectrum';
import { memorySource } from '../src/core/spectrum/byte-source';
import type { MassSpectrum } from '../src/core/spectrum/mass-spectrum';
import type { Scan } from '../src/core/spectrum/run';
import { type Injected, inventRun } from '../test/core/processing/deconvolution/invented-run';
import { bundleForNode } from '../test/support/bundle';
import { SWGDRUG, spectraOf } from './ei-library';
import { mulberry32 } from './seeded-random';

const FOLDER = '../shared/data/formats/ms';
const RUNS = [
  'andi_cdf/agilent-gcms.cdf',
  'agilent_d/GC01_0812_066.D/DATA.MS',
  'jcamp/ELEY_1_SUBTRACT.JDX',
  'andi_cdf/roundrobin/HP/CENTSCNH.CDF',
];
const SEED = 20_261_122;
/** Scans apart; 25 is no overlap: what noise alone costs. */
const DISTANCES = [0.5, 1, 1.5, 2, 3, 4, 25];
const RATIOS = [1, 5, 20];
/** Scans of skew per unit of m/z: none, and what the Agilent run below has. */
const SKEWS = [0, 0.002];
const PAIRS = 20;
const MATCH = 800;
/** Timed repetitions; the shortest and the median of the processor time are printed, since other programs run beside. */
const TIMES = 5;

type Print = (line: string) => void;

let deconvolve: typeof Deconvolve;

/** Deconvolution: pairs of known spectra at known overlap, then real runs with a library search of each component. */
export async function run(print: Print): Promise<void> {
  ({ deconvolve } = (await import(await bundleForNode('src/core/processing/deconvolution/deconvolve.ts'))) as {
    deconvolve: typeof Deconvolve;
  });
  if (!existsSync(SWGDRUG)) {
    print(`${SWGDRUG}: not here, nothing run (known spectra come from it)`);
    return;
  }
  const library = spectraOf(SWGDRUG).filter((spectrum) => spectrum.mz.length >= 15);
  overlaps(print, library);
  const index = new EiIndex();
  library.forEach((spectrum, i) => {
    index.add(i, spectrum);
  });
  for (const file of RUNS) realRun(print, `${FOLDER}/${file}`, library, index);
}

/** Runs of pairs of different substances, each pair alone in its stretch, noise 3·√A, bleed, peaks 6 scans wide at half height. */
function overlaps(print: Print, library: readonly MassSpectrum[]): void {
  print(
    `pairs of SWGDRUG spectra, ${PAIRS} for each row, seed ${SEED}; base peaks 200,000 counts and that over the ratio; noise 3·√A; bleed; width 6 scans`,
  );
  print(
    'found: a component of its own within 1.5 scans; of it, cosine (m·√I) with the pure spectrum ≥ 0.8; false: every other component of the run',
  );
  print('skew → seen  ratio  scans apart   strong found (≥ 0.8)   weak found (≥ 0.8)   false   cosine strong   weak (medians)');
  for (const [skew, ratio, distance] of SKEWS.flatMap((s) => RATIOS.flatMap((r) => DISTANCES.map((d) => [s, r, d] as const)))) {
    const random = mulberry32(SEED);
    const pick = (): MassSpectrum => library[Math.floor(random() * library.length)]!;
    const substances = Array.from({ length: PAIRS }, (_, i): [Injected, Injected] => {
      const apex = 60 + 60 * i + random();
      return [of(pick(), apex, 200_000), of(pick(), apex + distance, 200_000 / ratio)];
    });
    const scans = inventRun({ scans: 60 * (PAIRS + 1), substances: substances.flat(), seed: SEED, skew });
    const { components, skew: seen } = taken(scans);
    const used = new Set<RunComponent>();
    const found = substances.flat().map((one) => {
      const best = components
        .filter((component) => !used.has(component) && Math.abs((component.apex - 120) / 0.5 - one.apex) <= 1.5)
        .map((component) => ({ component, cos: cosine(prepareNominal(one), prepareNominal(component)) }))
        .sort((a, b) => b.cos - a.cos)[0];
      if (best === undefined) return undefined;
      used.add(best.component);
      return best.cos;
    });
    const strong = found.filter((_, i) => i % 2 === 0).filter((value) => value !== undefined);
    const weak = found.filter((_, i) => i % 2 === 1).filter((value) => value !== undefined);
    print(
      `${(100 * skew).toFixed(2)} → ${(100 * seen).toFixed(2).padEnd(6)}1:${String(ratio).padEnd(5)}${distance.toFixed(1).padStart(8)}${counted(strong).padStart(23)}${counted(weak).padStart(21)}` +
        `${String(components.length - used.size).padStart(8)}${median(strong).padStart(16)}${median(weak).padStart(9)}`,
    );
  }
}

function counted(cosines: readonly number[]): string {
  return `${cosines.length}/${PAIRS} (${cosines.filter((value) => value >= 0.8).length})`;
}

function of({ mz, intensity }: MassSpectrum, apex: number, height: number): Injected {
  return { apex, height, mz, intensity };
}

function realRun(print: Print, file: string, library: readonly MassSpectrum[], index: EiIndex): void {
  if (!existsSync(file)) {
    print(`${file}: not here, left out`);
    return;
  }
  const scans = packScans(scansOf(file));
  const times: number[] = [];
  let outcome = taken(scans);
  for (let i = 0; i < TIMES; i++) {
    const began = process.cpuUsage();
    outcome = taken(scans);
    const { user, system } = process.cpuUsage(began);
    times.push((user + system) / 1000);
  }
  times.sort((a, b) => a - b);
  const plain = ticPeaks(scans);
  print(
    `\n${file}: ${scans.times.length} scans, ${scans.mz.length} peaks, ${outcome.ions} ions, ${outcome.ionPeaks} ion peaks, noise factor ${outcome.noiseFactor.toFixed(2)}, skew ${(100 * outcome.skew).toFixed(3)} scans per 100 m/z`,
  );
  print(
    `${outcome.components.length} components in ${times[0]!.toFixed(0)} ms of processor time (median ${times[TIMES >> 1]!.toFixed(0)}); peaks of the TIC: ${plain.kind === 'components' ? plain.components.length : plain.code}`,
  );
  print(
    `${splits(outcome.components)} of them within one width of a larger one and like it (cosine ≥ 0.8): perhaps one substance split; ${outcome.components.filter((one) => one.mz.length < 10).length} of fewer than 10 ions`,
  );
  const searched = outcome.components.map((component) => ({ component, hit: index.search(component, { top: 1 }).hits[0] }));
  const named = searched.filter(({ hit }) => (hit?.score ?? 0) > MATCH);
  print(`identity match > ${MATCH} in SWGDRUG 3.9: ${named.length}; the 25 with the largest areas`);
  print('     apex        area   S/N  purity  ions  match  reverse  name');
  for (const { component, hit } of named
    .toSorted((a, b) => b.component.area - a.component.area)
    .slice(0, 25)
    .sort((a, b) => a.component.apex - b.component.apex)) {
    print(
      `${component.apex.toFixed(3).padStart(10)}${component.area.toExponential(2).padStart(11)}${component.signalToNoise.toFixed(0).padStart(6)}${component.purity.toFixed(2).padStart(8)}` +
        `${String(component.mz.length).padStart(6)}${hit!.score.toFixed(0).padStart(7)}${hit!.comparison.reverse.shown.toFixed(0).padStart(9)}  ${library[hit!.recordKey]!.identity.name}`,
    );
  }
}

function splits(components: readonly RunComponent[]): number {
  return components.filter((one) =>
    components.some(
      (other) =>
        other.area > one.area &&
        Math.abs(other.apex - one.apex) <= other.width &&
        cosine(prepareNominal(one), prepareNominal(other)) >= 0.8,
    ),
  ).length;
}

function taken(scans: PackedScans) {
  const work = deconvolve(scans);
  let step = work.next();
  while (!step.done) step = work.next();
  if (step.value.kind === 'refused') throw new Error(step.value.code);
  return step.value;
}

function scansOf(file: string): Scan[] {
  const scans: Scan[] = [];
  for (const event of readMeasurements(memorySource(file, readFileSync(file)))) if (event.type === 'scan') scans.push(event.scan);
  return scans;
}

function median(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted.length === 0 ? '–' : sorted[sorted.length >> 1]!.toFixed(3);
}
