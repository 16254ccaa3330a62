import { existsSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { xyAscending } from '../src/core/processing/axes/xy-ascending';
import { xyInterpolate } from '../src/core/processing/axes/xy-resample';
import { xNnls } from '../src/core/processing/numeric/x-nnls';
import { type MixtureCandidate, type Unmixed, unmix } from '../src/core/search/mixtures/unmix';
import { mulberry32 } from './seeded-random';

const FOLDER = '../shared/data/optical/pharma_raman';
const VECTORS = '../shared/data/vectors/optical.json';
const SEED = 20_261_122;
const REPEATS = 5;
/** A component that is not in the mixture counts as false above this coefficient. */
const FALSE_ABOVE = 0.02;
/** Full width at half maximum of the lines that decoys are drawn with, cm-1. */
const LINE_WIDTH = 12;

/** Mixtures of real pure Raman spectra taken apart: how many components are found and how many are false, with and without decoys. */
export function run(print: (line: string) => void): void {
  if (!existsSync(`${FOLDER}/carbs_S.csv`)) {
    print(`mixtures: not run, ${FOLDER} is not there`);
    return;
  }
  const measured = existsSync(`${FOLDER}/carbs_D.csv`);
  const { x, pure, shares } = carbohydrates();
  const { offset, deviation } = recovered(pure, shares);
  print(
    `mixtures: the 21 of fructose, lactose and ribose (carbs_S.csv, carbs_C.csv; ${x.length} points), seed ${SEED}, ${REPEATS} times each`,
  );
  if (!measured) {
    print(
      '  the spectra of the mixtures themselves (carbs_D.csv) are not there: they are simulated from the pure spectra and the stated composition,',
    );
    print(`  with the constant ${offset.toFixed(4)} and noise of ${deviation.toFixed(4)} that the stored results of both fits imply`);
  }
  const decoys = decoysOn(x);
  print(
    `  decoys: paracetamol (measured) and ${decoys.length - 1} spectra drawn from raman_peaks_db.csv, lines ${LINE_WIDTH} cm-1 wide, sugars of the mixtures left out`,
  );
  print(
    `  ${'set'.padEnd(44)}${'RMSE'.padStart(8)}${'worst'.padStart(8)}${'found'.padStart(12)}${'false >2%'.padStart(11)}${'false any'.padStart(11)}${'in interval'.padStart(13)}${'ms'.padStart(7)}`,
  );
  const own = pure.map((values, key) => ({ key, values }));
  const many = [...own, ...decoys];
  const random = mulberry32(SEED);
  const plain = { offset, slope: 0, deviation, stretch: 0 };
  score(print, 'three candidates', { pure, shares, candidates: own, random, disturbance: plain });
  score(print, `with ${decoys.length} decoys`, { pure, shares, candidates: many, random, disturbance: plain });
  score(print, 'with decoys, sloping', { pure, shares, candidates: many, random, disturbance: { ...plain, slope: 0.2 } });
  score(print, 'with decoys, noise x 4', { pure, shares, candidates: many, random, disturbance: { ...plain, deviation: 4 * deviation } });
  score(print, 'with decoys, x shifted by 0.5 cm-1', { pure, shares, candidates: many, random, disturbance: { ...plain, stretch: 0.5 } });
  const minor = shares.map((row) => minorOf(row, random));
  score(print, 'with decoys, third component at 5 %', { pure, shares: minor, candidates: many, random, disturbance: plain });
  score(print, 'one of the three not in the library', {
    pure,
    shares: shares.filter((row) => row[2] === 0),
    candidates: many.filter(({ key }) => key !== 2),
    random,
    disturbance: plain,
  });
  score(print, 'lactose missing from the library', {
    pure,
    shares,
    candidates: many.filter(({ key }) => key !== 1),
    random,
    disturbance: plain,
  });
}

interface Disturbance {
  readonly offset: number;
  /** Rise over the whole range. */
  readonly slope: number;
  readonly deviation: number;
  /** Shift of x, points. */
  readonly stretch: number;
}

interface Trial {
  readonly pure: readonly Float64Array[];
  readonly shares: readonly (readonly number[])[];
  readonly candidates: readonly MixtureCandidate[];
  readonly random: () => number;
  readonly disturbance: Disturbance;
}

function score(print: (line: string) => void, name: string, { pure, shares, candidates, random, disturbance }: Trial): void {
  const known = new Set(candidates.map(({ key }) => key));
  const sum = { squares: 0, count: 0, worst: 0, present: 0, found: 0, above: 0, any: 0, inside: 0, intervals: 0, ms: 0, runs: 0 };
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const row of shares) {
      const query = mixed(pure, row, disturbance, random);
      const started = performance.now();
      const outcome = unmix(query, candidates);
      sum.ms += performance.now() - started;
      sum.runs++;
      if ('refused' in outcome) throw new Error(outcome.refused.code);
      tally(outcome.unmixed, row, known, sum);
    }
  }
  print(
    `  ${name.padEnd(44)}${Math.sqrt(sum.squares / sum.count)
      .toFixed(4)
      .padStart(
        8,
      )}${sum.worst.toFixed(3).padStart(8)}${`${sum.found}/${sum.present}`.padStart(12)}${String(sum.above).padStart(11)}${String(sum.any).padStart(11)}${`${sum.inside}/${sum.intervals}`.padStart(13)}${(sum.ms / sum.runs).toFixed(1).padStart(7)}`,
  );
}

type Tally = Record<'squares' | 'count' | 'worst' | 'present' | 'found' | 'above' | 'any' | 'inside' | 'intervals', number>;

/** RMSE is over the coefficients of the three, as in the stored results. */
function tally({ components }: Unmixed, row: readonly number[], known: ReadonlySet<number>, sum: Tally): void {
  for (const [key, truth] of row.entries()) {
    if (!known.has(key)) continue;
    const component = components.find((candidate) => candidate.key === key);
    const error = (component?.coefficient ?? 0) - truth;
    sum.squares += error * error;
    sum.count++;
    sum.worst = Math.max(sum.worst, Math.abs(error));
    if (truth === 0) continue;
    sum.present++;
    if (component === undefined) continue;
    sum.found++;
    sum.intervals++;
    if (truth >= component.interval.low && truth <= component.interval.high) sum.inside++;
  }
  for (const { key, share, coefficient } of components) {
    if ((row[key] ?? 0) > 0) continue;
    sum.any++;
    if (share > FALSE_ABOVE || (key < row.length && coefficient > FALSE_ABOVE)) sum.above++;
  }
}

function mixed(
  pure: readonly Float64Array[],
  row: readonly number[],
  { offset, slope, deviation, stretch }: Disturbance,
  random: () => number,
) {
  const n = pure[0]!.length;
  const at = (values: Float64Array, i: number): number => {
    const place = Math.min(n - 1.000001, Math.max(0, i + stretch));
    const low = Math.floor(place);
    return values[low]! + (place - low) * (values[low + 1]! - values[low]!);
  };
  return Float64Array.from({ length: n }, (_, i) => {
    const signal = row.reduce((sum, share, k) => sum + (share === 0 ? 0 : share * at(pure[k]!, i)), 0);
    return signal + offset + slope * (i / n) + deviation * normal(random);
  });
}

/** Ninety-five parts of the row, and five of a substance it lacks (of the last where it lacks none). */
function minorOf(row: readonly number[], random: () => number): number[] {
  const lacking = row.flatMap((share, k) => (share === 0 ? [k] : []));
  const minor = lacking[Math.floor(random() * lacking.length)] ?? row.length - 1;
  return row.map((share, k) => 0.95 * share + (k === minor ? 0.05 : 0));
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

function rowsOf(name: string): string[][] {
  const lines = readFileSync(`${FOLDER}/${name}`, 'utf8').trim().split(/\r?\n/).slice(1);
  return lines.map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')));
}

function carbohydrates() {
  const rows = rowsOf('carbs_S.csv').reverse();
  return {
    x: Float64Array.from(rows, ([x]) => Number(x)),
    pure: [1, 2, 3].map((column) => Float64Array.from(rows, (row) => Number(row[column]))),
    shares: rowsOf('carbs_C.csv').map((row) => row.slice(1).map(Number)),
  };
}

/** The constant and the noise that the stored results of the fits with and without a constant column imply. */
function recovered(
  pure: readonly Float64Array[],
  shares: readonly (readonly number[])[],
): { readonly offset: number; readonly deviation: number } {
  if (!existsSync(VECTORS)) return { offset: 0.1, deviation: 0.02 };
  const stored = (JSON.parse(readFileSync(VECTORS, 'utf8')) as { mixture_carbohydrates: Record<string, number[][]> }).mixture_carbohydrates;
  const excess = (name: string, power: number): number =>
    shares.reduce((sum, row, i) => sum + row.reduce((part, truth, k) => part + (stored[name]![i]![k]! - truth) ** power, 0), 0);
  const ones = new Float64Array(pure[0]!.length).fill(1);
  const ofOne = xNnls(pure, ones).factors.reduce((sum, factor) => sum + factor, 0);
  const offset = excess('nnls_plain', 1) / shares.length / ofOne;
  // Noise whose fits with a constant are as far off as the stored ones: the error goes with the noise.
  const random = mulberry32(SEED + 1);
  const trial = 0.01;
  let squares = 0;
  for (const row of shares) {
    const query = mixed(pure, row, { offset, slope: 0, deviation: trial, stretch: 0 }, random);
    const { factors } = xNnls([...pure, ones], query);
    for (const [k, truth] of row.entries()) squares += (factors[k]! - truth) ** 2;
  }
  return { offset, deviation: trial * Math.sqrt(excess('nnls_with_constant_column', 2) / squares) };
}

/** Spectra of other substances on the grid of the mixtures. */
function decoysOn(x: Float64Array): MixtureCandidate[] {
  const lines = readFileSync(`${FOLDER}/paracetamol.txt`, 'utf8').trim().split(/\r?\n/);
  const points = lines.map((line) => line.split(/[\s,;]+/).map(Number)).filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  const { xy } = xyAscending({ x: Float64Array.from(points, ([place]) => place!), y: Float64Array.from(points, ([, y]) => y!) });
  const paracetamol = xyInterpolate(xy, x);
  const drawn = readFileSync(`${FOLDER}/raman_peaks_db.csv`, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .flatMap((line, i) => {
      const [, name, places, heights] = /^\d+,("[^"]*"|[^,]*),"\[(.*)\]","\[(.*)\]"$/.exec(line) ?? [];
      if (name === undefined || places === undefined || heights === undefined || /fructose|lactose|ribose/i.test(name)) return [];
      const at = places.split(',').map(Number);
      const height = heights.split(',').map(Number);
      const values = x.map((place) =>
        at.reduce((sum, centre, k) => sum + height[k]! / (1 + ((place - centre) / (LINE_WIDTH / 2)) ** 2), 0),
      );
      return [{ key: 1000 + i, values }];
    });
  return [{ key: 999, values: paracetamol }, ...drawn];
}
