import { BASE_PEAK, type PeakArrays, prepareNominal } from '../scores/nominal-spectrum';
import { replicateConditions, type SharedConditions, type TestCondition } from './conditions';
import { twoSidedP } from './student-t';

export interface SpectrumTTestOptions {
  /** Significance at one m/z. @default 0.001, "99.9 % confidence" */
  readonly alpha?: number;
  /** An m/z is tested when the mean of either set reaches this share of the base peak, %. @default 1 */
  readonly minimumPercent?: number;
  /** Standard deviations are taken to be at least this, % of the base peak: files round, and three replicates can agree by luck. @default 0.1 */
  readonly leastDeviationPercent?: number;
}

/** One m/z at which the sets differ. */
export interface DiscriminatingIon {
  readonly mz: number;
  /** Means in % of the base peak. */
  readonly queryPercent: number;
  readonly referencePercent: number;
  readonly t: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

export interface SpectrumTTestResult {
  readonly test: 'unequal-variance-t';
  readonly version: '1';
  /** `associated`: no ion differs at this level; that is no identification. `discriminated`: at least one ion does. */
  readonly verdict: 'associated' | 'discriminated' | 'not-applicable';
  /** By falling |t|. */
  readonly ions: readonly DiscriminatingIon[];
  readonly tested: number;
  /** How many ions would differ by chance alone: alpha · tested. */
  readonly expectedByChance: number;
  /** The m/z compared: where all spectra were recorded. */
  readonly range: { readonly from: number; readonly to: number } | undefined;
  readonly parameters: Required<SpectrumTTestOptions>;
  readonly conditions: readonly TestCondition[];
}

/**
 * Unequal-variance (Welch) t-test at every m/z of base-peak-normalised nominal spectra. With one query spectrum its variance is not known:
 * the reference's is taken for it, t = (x − mean)/(s·√(1 + 1/n)) with n − 1 degrees of freedom, and the condition `single-query` is not met.
 *
 * Source: Bodnar Willard, McGuffin, Smith, Forensic Sci. Int. 270 (2017) 111, doi:10.1016/j.forsciint.2016.11.013;
 * docs/methods/replicate-tests.md. Screening only.
 */
export function spectrumTTest(
  queries: readonly PeakArrays[],
  references: readonly PeakArrays[],
  shared: SharedConditions,
  options: SpectrumTTestOptions = {},
): SpectrumTTestResult {
  const parameters = { alpha: 0.001, minimumPercent: 1, leastDeviationPercent: 0.1, ...options };
  const one = queries.map(percentByMz);
  const other = references.map(percentByMz);
  const range = commonRange([...one, ...other]);
  const base = replicateConditions(queries.length, references.length, shared);
  const conditions: TestCondition[] = [...base, { code: 'no-common-range', params: {}, required: true, met: range !== undefined }];
  const applicable = queries.length > 0 && conditions.every(({ required, met }) => met || !required);
  if (!applicable || range === undefined) return { ...empty(parameters, conditions), range };
  const found: DiscriminatingIon[] = [];
  let tested = 0;
  for (let mz = range.from; mz <= range.to; mz++) {
    const a = momentsOf(one, mz);
    const b = momentsOf(other, mz);
    if (Math.max(a.mean, b.mean) < parameters.minimumPercent) continue;
    tested++;
    const ion = testIon(mz, a, b, parameters.leastDeviationPercent);
    if (ion.p < parameters.alpha) found.push(ion);
  }
  const expectedByChance = parameters.alpha * tested;
  conditions.push({
    code: 'many-ions-tested',
    params: { tested, expected: Math.round(expectedByChance * 100) / 100 },
    required: false,
    met: expectedByChance < 1,
  });
  const ions = found.sort((a, b) => Math.abs(b.t) - Math.abs(a.t) || a.mz - b.mz);
  return {
    ...empty(parameters, conditions),
    verdict: ions.length === 0 ? 'associated' : 'discriminated',
    ions,
    tested,
    expectedByChance,
    range,
  };
}

interface Moments {
  readonly count: number;
  readonly mean: number;
  readonly variance: number;
}

function testIon(mz: number, query: Moments, reference: Moments, leastDeviation: number): DiscriminatingIon {
  const floor = leastDeviation ** 2;
  const b = Math.max(reference.variance, floor);
  const single = query.count === 1;
  const a = single ? b : Math.max(query.variance, floor);
  const ofQuery = a / query.count;
  const ofReference = b / reference.count;
  const t = (query.mean - reference.mean) / Math.sqrt(ofQuery + ofReference);
  const degreesOfFreedom = single
    ? reference.count - 1
    : (ofQuery + ofReference) ** 2 / (ofQuery ** 2 / (query.count - 1) + ofReference ** 2 / (reference.count - 1));
  return { mz, queryPercent: query.mean, referencePercent: reference.mean, t, degreesOfFreedom, p: twoSidedP(t, degreesOfFreedom) };
}

function momentsOf(spectra: readonly Percent[], mz: number): Moments {
  const values = spectra.map(({ percent }) => percent.get(mz) ?? 0);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { count: values.length, mean, variance: values.length < 2 ? 0 : squares / (values.length - 1) };
}

interface Percent {
  readonly percent: ReadonlyMap<number, number>;
  readonly first: number;
  readonly last: number;
}

function percentByMz(peaks: PeakArrays): Percent {
  const { mz, intensity } = prepareNominal(peaks);
  const percent = new Map(Array.from(mz, (m, i) => [m, (100 * intensity[i]!) / BASE_PEAK] as const));
  return { percent, first: mz[0] ?? 0, last: mz[mz.length - 1] ?? 0 };
}

/** From the latest start of recording to the last peak of any: above it all were recorded, and found nothing. */
function commonRange(spectra: readonly Percent[]): { readonly from: number; readonly to: number } | undefined {
  const from = Math.max(...spectra.map(({ first }) => first));
  const to = Math.max(...spectra.map(({ last }) => last));
  return spectra.length > 0 && spectra.every(({ last }) => last >= from && last > 0) ? { from, to } : undefined;
}

function empty(parameters: Required<SpectrumTTestOptions>, conditions: readonly TestCondition[]): SpectrumTTestResult {
  const base = { test: 'unequal-variance-t', version: '1', verdict: 'not-applicable', ions: [], tested: 0, expectedByChance: 0 } as const;
  return { ...base, range: undefined, parameters, conditions };
}
