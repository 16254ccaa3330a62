import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import type { PeakArrays } from '../../../../src/core/search/scores/nominal-spectrum';
import {
  cleanPeaks,
  DEFAULT_CLEANING,
  MOST_PEAKS,
  prepareTandem,
  type TandemCleaning,
} from '../../../../src/core/search/tandem/clean-spectrum';
import type { TandemScoreId } from '../../../../src/core/search/tandem/descriptors';
import { scoreTandem } from '../../../../src/core/search/tandem/score-tandem';
import { spectralEntropy } from '../../../../src/core/search/tandem/spectral-entropy';
import { TandemIndex } from '../../../../src/core/search/tandem/tandem-index';
import type { MzTolerance } from '../../../../src/core/search/tandem/tolerance';

const FILE = '../shared/data/vectors/ms_scores.json';
const present = existsSync(FILE);
if (!present) console.log(`tandem score vectors: not run, ${FILE} is not there`);

type Pairs = readonly (readonly [number, number])[];
interface Entry {
  readonly precursor: number;
  readonly peaks: Pairs;
}
interface Vector {
  readonly id: string;
  readonly algorithm: string;
  readonly tolerance_da?: number;
  readonly params?: Readonly<Record<string, number | boolean | string>>;
  readonly a: Pairs | Entry;
  readonly b?: Pairs | readonly Entry[];
  readonly expected: Readonly<Record<string, unknown>>;
  readonly abs_tol: number;
}

const vectors: readonly Vector[] = present ? (JSON.parse(readFileSync(FILE, 'utf8')) as { vectors: readonly Vector[] }).vectors : [];
const peaksOf = (pairs: Pairs): PeakArrays => ({ mz: pairs.map(([mz]) => mz), intensity: pairs.map(([, intensity]) => intensity) });
const NOTHING: TandemCleaning = { mergeWithin: null, noise: 0, belowPrecursor: null, mostPeaks: MOST_PEAKS };

const FLASH: Readonly<Record<string, TandemScoreId>> = {
  flash_entropy_open: 'tandem-entropy',
  flash_entropy_identity: 'tandem-entropy',
  flash_entropy_neutral_loss: 'tandem-entropy-neutral-loss',
  flash_entropy_hybrid: 'tandem-entropy-hybrid',
  flash_entropy_open_unweighted: 'tandem-entropy-unweighted',
};
const PAIRWISE: Readonly<Record<string, TandemScoreId>> = {
  entropy_weighted: 'tandem-entropy',
  entropy_unweighted: 'tandem-entropy-unweighted',
  cosine_greedy: 'tandem-cosine',
  modified_cosine_greedy: 'tandem-modified-cosine',
  neutral_losses_cosine: 'tandem-neutral-loss',
};

const toleranceOf = (vector: Vector): MzTolerance =>
  vector.tolerance_da === undefined
    ? { value: Number(vector.params?.tolerance_ppm), unit: 'ppm' }
    : { value: vector.tolerance_da, unit: 'Da' };

const cleaningOf = (params: Vector['params'] = {}): TandemCleaning => ({
  ...NOTHING,
  noise: Number(params.noise_threshold ?? 0),
  mostPeaks: Number(params.max_peak_num ?? MOST_PEAKS),
  mergeWithin:
    params.min_ms2_difference_in_da !== undefined
      ? { value: Number(params.min_ms2_difference_in_da), unit: 'Da' }
      : params.min_ms2_difference_in_ppm !== undefined
        ? { value: Number(params.min_ms2_difference_in_ppm), unit: 'ppm' }
        : null,
});

const rangeOf = (params: Vector['params'] = {}) => ({
  minMz: Number(params.min_mz ?? 0),
  maxMz: Number(params.max_mz ?? Number.POSITIVE_INFINITY),
});

/** Expected numbers and ours, in one order. */
function numbersOf(vector: Vector): { readonly expected: readonly number[]; readonly own: readonly number[] } {
  const { algorithm, expected, params } = vector;
  const flash = FLASH[algorithm];
  if (flash !== undefined) {
    const index = new TandemIndex();
    (vector.b as readonly Entry[]).forEach(({ precursor, peaks }, key) => {
      index.add(key, { ...peaksOf(peaks), precursorMz: precursor });
    });
    const query = vector.a as Entry;
    const window = params?.ms1_tolerance_in_da;
    const { hits } = index.search(
      { ...peaksOf(query.peaks), precursorMz: query.precursor },
      {
        score: flash,
        tolerance: toleranceOf(vector),
        precursor: window === undefined ? 'open' : { tolerance: { value: Number(window), unit: 'Da' } },
      },
    );
    const scores = expected.scores as readonly number[];
    const matched = (expected.matched_peaks ?? []) as readonly number[];
    const ofKey = (key: number) => hits.find((hit) => hit.key === key);
    return {
      expected: [...scores, ...matched],
      own: [...scores.map((_, key) => ofKey(key)?.score ?? 0), ...matched.map((_, key) => ofKey(key)?.matchedPeaks ?? 0)],
    };
  }
  const a = peaksOf(vector.a as Pairs);
  if (algorithm === 'spectral_entropy') {
    return {
      expected: [Number(expected.entropy_nats)],
      own: [spectralEntropy(params?.clean === false ? a.intensity : cleanPeaks(a, cleaningOf(params)).intensity)],
    };
  }
  if (algorithm === 'clean_spectrum') {
    const { mz, intensity } = cleanPeaks(a, cleaningOf(params), rangeOf(params));
    const sum = params?.normalize_intensity === false ? 1 : intensity.reduce((total, value) => total + value, 0);
    return { expected: (expected.peaks as Pairs).flat(), own: Array.from(mz, (m, i) => [m, intensity[i]! / sum]).flat() };
  }
  const id = PAIRWISE[algorithm]!;
  const tolerance = toleranceOf(vector);
  const entropy = algorithm.startsWith('entropy');
  const cleaning = entropy ? { ...DEFAULT_CLEANING, mergeWithin: { ...tolerance, value: 2 * tolerance.value } } : NOTHING;
  const within = (peaks: PeakArrays) => (entropy ? cleanPeaks(peaks, NOTHING, rangeOf(params)) : peaks);
  const [x, y] = [vector.a, vector.b].map((pairs, side) =>
    prepareTandem(within(peaksOf(pairs as Pairs)), Number(params?.[side === 0 ? 'precursor_a' : 'precursor_b'] ?? 0), cleaning),
  );
  const { score, matchedPeaks } = scoreTandem(id, x!, y!, tolerance);
  return expected.matches === undefined
    ? { expected: [Number(expected.score)], own: [score] }
    : { expected: [Number(expected.score), Number(expected.matches)], own: [score, matchedPeaks] };
}

/** `tandem-cosine` has the powers 0 and 1; other powers are checked beside `cosineWithTolerance`. */
const otherPowers = (vector: Vector) => vector.params?.intensity_power !== undefined && vector.params.intensity_power !== 1;

/** Made in single precision: its last digits are those of that arithmetic, which `singlePrecisionEntropy` repeats. */
const SINGLE_PRECISION = 'v0027';

function singlePrecisionEntropy(intensity: ArrayLike<number>): number {
  const values = Float32Array.from(intensity);
  const sum = values.reduce((total, value) => Math.fround(total + value), 0);
  return values
    .map((value) => Math.fround(value / sum))
    .reduce((entropy, share) => Math.fround(entropy - Math.fround(share * Math.fround(Math.log(share)))), 0);
}

const ALGORITHMS = ['clean_spectrum', 'spectral_entropy', ...Object.keys(PAIRWISE), ...Object.keys(FLASH)];

describe.skipIf(!present)(`tandem score vectors (skipped when ${FILE} is absent)`, () => {
  const lines: string[] = [];
  afterAll(() => console.log(['tandem score vectors:', ...lines].join('\n  ')));

  it.each(ALGORITHMS)('%s: every expected value within its tolerance', (algorithm) => {
    const chosen = vectors.filter((vector) => vector.algorithm === algorithm && !otherPowers(vector));
    let values = 0;
    for (const vector of chosen) {
      const numbers = numbersOf(vector);
      expect(numbers.own, vector.id).toHaveLength(numbers.expected.length);
      const tolerance = vector.id === SINGLE_PRECISION ? 2 ** -24 : vector.abs_tol;
      numbers.expected.forEach((value, i) => {
        const own = numbers.own[i]!;
        expect(Math.abs(own - value), `${vector.id} value ${i}: ${own} for ${value}`).toBeLessThanOrEqual(tolerance);
        values++;
      });
    }
    lines.push(`${algorithm}: ${chosen.length} vectors, ${values} of ${values} values agree`);
    expect(chosen.length).toBeGreaterThan(0);
  });

  it(`${SINGLE_PRECISION}: to its last digit by the same formula in single precision; the program computes in double`, () => {
    const vector = vectors.find(({ id }) => id === SINGLE_PRECISION)!;
    const value = singlePrecisionEntropy(peaksOf(vector.a as Pairs).intensity);
    expect(Math.abs(value - Number(vector.expected.entropy_nats))).toBeLessThanOrEqual(vector.abs_tol);
    lines.push(`  except ${SINGLE_PRECISION}: within single precision (1.4e-8), not its 1e-9; equal when computed in single precision`);
  });
});
