import { afterAll, describe, expect, it } from 'vitest';
import { xyInterpolate, xyResample } from '../../../src/core/processing/axes/xy-resample';
import { xBaselineAirPls } from '../../../src/core/processing/baseline/x-baseline-airpls';
import { xBaselineAls } from '../../../src/core/processing/baseline/x-baseline-als';
import { xBaselineArPls } from '../../../src/core/processing/baseline/x-baseline-arpls';
import { xyBaselineModifiedPolynomial } from '../../../src/core/processing/baseline/xy-baseline-modified-polynomial';
import { applyChain } from '../../../src/core/processing/chain/apply-chain';
import type { ProcessingStep } from '../../../src/core/processing/chain/processing-step';
import { STEP_DEFINITIONS } from '../../../src/core/processing/chain/step-definitions';
import { xNnls } from '../../../src/core/processing/numeric/x-nnls';
import { WATER_VAPOUR_RANGES } from '../../../src/core/processing/optical/xy-subtract-vapour';
import { xSavitzkyGolay } from '../../../src/core/processing/smoothing/x-savitzky-golay';
import type { Xy } from '../../../src/core/processing/xy';
import { abscissaValues } from '../../../src/core/spectrum/axis';
import { hasOpticalVectors, ldpeSoil, opticalVectors, pearson, ramanHdpe, testLibrary } from './openspecy';
import { traceOf } from './traces';

/** One value or array of the file of vectors: how far ours is from it, and how far it may be. */
interface Check {
  readonly name: string;
  /** `reproduced`: said in the file to be re-obtained there; `stated`: only stated by the other project. */
  readonly standing: 'reproduced' | 'stated';
  readonly deviation: () => number;
  readonly tolerance: number;
}

if (!hasOpticalVectors) console.log('skipped: vectors of processing: ../shared/data/vectors/optical.json is not there');

/** Open Specy's chain as steps of ours; its result is on the grid of the library already. */
const OPEN_SPECY: readonly ProcessingStep[] = [
  { step: 'resample', spacing: 5 },
  { step: 'derivative', derivative: 1, window: 11, order: 3 },
  { step: 'absolute' },
  { step: 'normalise', method: 'min-max' },
];

describe.skipIf(!hasOpticalVectors)('the stored vectors of optical processing', () => {
  const checks = hasOpticalVectors ? allChecks() : [];
  let agreed = 0;
  afterAll(() => {
    const reproduced = checks.filter(({ standing }) => standing === 'reproduced').length;
    console.log(
      `optical.json: ${agreed} of ${checks.length} vectors agree (${reproduced} verified or reproduced, ${checks.length - reproduced} only stated)`,
    );
  });

  it.each(checks)('$name', ({ deviation, tolerance }) => {
    expect(deviation()).toBeLessThanOrEqual(tolerance);
    agreed++;
  });
});

function allChecks(): readonly Check[] {
  return [...openSpecyChecks(), ...orangeChecks(), ...numericChecks()];
}

function openSpecyChecks(): readonly Check[] {
  const { vectors } = opticalVectors().openspecy;
  const named = (beginning: string): { readonly expect: unknown; readonly reproduced?: unknown } =>
    vectors.find(({ name }) => name.startsWith(beginning)) ?? { expect: undefined };
  const hdpe = ramanHdpe();
  const top = named('raman_hdpe vs test_lib').reproduced as { readonly id: string; readonly v: number };
  const top5 = named('ftir_ldpe_soil.asp').reproduced as readonly { readonly id: string; readonly v: number }[];
  const conformed = named('conform_spec(raman_hdpe)').expect as readonly number[];
  return [
    {
      name: 'Open Specy: Raman of polyethylene, best match in the library',
      standing: 'reproduced',
      tolerance: 1e-9,
      deviation: () => {
        const [best] = ranked(hdpe);
        return best!.id === top.id ? Math.abs(best!.r - top.v) : Number.POSITIVE_INFINITY;
      },
    },
    {
      name: 'Open Specy: infrared of polyethylene with soil, five best matches',
      standing: 'reproduced',
      tolerance: 1e-9,
      deviation: () => {
        const best = ranked(ldpeSoil());
        return Math.max(...top5.map(({ id, v }, i) => (best[i]!.id === id ? Math.abs(best[i]!.r - v) : Number.POSITIVE_INFINITY)));
      },
    },
    {
      name: 'Open Specy: correlation of smoothing with degree 3 and degree 1, absolute first derivative',
      standing: 'reproduced',
      tolerance: 0.00005,
      deviation: () => {
        const [a, b] = [3, 1].map((order) => xSavitzkyGolay(hdpe.y, { order, window: 11, derivative: 1 }).map(Math.abs));
        return Math.abs(pearson(a!, b!) - (named('smooth_intens p=3').reproduced as number));
      },
    },
    {
      name: 'Open Specy: points on the grid of 5 cm-1',
      standing: 'reproduced',
      tolerance: 0.005,
      deviation: () => {
        const { y } = xyResample(hdpe, { spacing: 5 });
        return Math.max(...[63, 143, 283, 325, 402].map((point, i) => Math.abs(y[point - 1]! - conformed[i]!)));
      },
    },
    {
      name: 'Open Specy: correlation after modified polynomial baselines of degree 8 and 1',
      standing: 'stated',
      tolerance: 0.00005,
      deviation: () => {
        const [a, b] = [8, 1].map((degree) => {
          const baseline = xyBaselineModifiedPolynomial(hdpe, { degree, result: 'cut-curve' });
          return hdpe.y.map((value, i) => value - baseline[i]!);
        });
        return Math.abs(pearson(a!, b!) - (named('subtr_baseline polynomial').expect as number));
      },
    },
  ];
}

/** Matches in the library as Open Specy scores them: on the places both have, a value the library lacks is the mean of its others. */
function ranked(query: Xy): readonly { readonly id: string; readonly r: number }[] {
  const { x, entries } = testLibrary();
  const outcome = applyChain(traceOf(query), OPEN_SPECY);
  if ('refused' in outcome) throw new Error(outcome.refused.code);
  const onLibrary = xyInterpolate({ x: abscissaValues(outcome.trace.x), y: outcome.trace.y.values }, x);
  const common = Array.from(x.keys()).filter((i) => !Number.isNaN(onLibrary[i]!));
  const ours = Float64Array.from(common, (i) => onLibrary[i]!);
  return entries
    .map(({ id, y }) => {
      const theirs = Float64Array.from(common, (i) => y[i]!);
      const present = theirs.filter((value) => !Number.isNaN(value));
      const mean = present.reduce((sum, value) => sum + value, 0) / present.length;
      return {
        id,
        r: pearson(
          ours,
          theirs.map((value) => (Number.isNaN(value) ? mean : value)),
        ),
      };
    })
    .filter(({ r }) => !Number.isNaN(r))
    .sort((a, b) => b.r - a.r);
}

function orangeChecks(): readonly Check[] {
  const { vectors } = opticalVectors().orange_spectroscopy;
  const methods: readonly (readonly [string, number, (y: Float64Array) => Float64Array])[] = [
    ['ALS', 0.01, (y) => xBaselineAls(y, { lambda: 1e8, asymmetry: 0.5, iterations: 100 })],
    ['arPLS', 0.001, (y) => xBaselineArPls(y, { lambda: 1e7, ratio: 0.5, iterations: 100 })],
    ['airPLS', 0.01, (y) => xBaselineAirPls(y, { lambda: 100, order: 1, iterations: 10 })],
  ];
  const baselines = methods.flatMap(([method, tolerance, baseline]): readonly Check[] => {
    const vector = vectors.find(({ name }) => name.startsWith(`${method} `))!;
    return vector.in!.map((input, row) => ({
      name: `Orange: ${vector.name}, curve ${row + 1}`,
      standing: 'reproduced',
      tolerance: vector.tol ?? tolerance,
      deviation: () => {
        const z = baseline(Float64Array.from(input));
        return distance(
          input.map((value, i) => value - z[i]!),
          vector.expect[row]!,
        );
      },
    }));
  });
  return [
    ...baselines,
    {
      name: 'Orange: regions of water vapour and carbon dioxide',
      standing: 'reproduced',
      tolerance: 0,
      deviation: () => {
        const stated = vectors.find(({ name }) => name.startsWith('atmospheric'))!.expect as unknown as Readonly<
          Record<string, number[][]>
        >;
        const carbonDioxide = STEP_DEFINITIONS['carbon-dioxide'].parameters.flatMap((parameter) =>
          parameter.kind === 'number' ? [parameter.default] : [],
        );
        return distance(
          [...WATER_VAPOUR_RANGES.flatMap(({ from, to }) => [from, to]), ...carbonDioxide],
          [...stated['correct_ranges_cm-1']!.flat(), ...stated.co2_bridge!.flat()],
        );
      },
    },
  ];
}

function numericChecks(): readonly Check[] {
  const { savitzky_golay_9_3: sg, nnls, baseline_example: example } = opticalVectors().numeric_cross_checks;
  const y = Float64Array.from(example.y);
  const derivatives = (['d0', 'd1', 'd2'] as const).map(
    (key, derivative): Check => ({
      name: `SciPy: Savitzky-Golay 9 points, degree 3, derivative ${derivative}, edges too`,
      standing: 'reproduced',
      tolerance: 1e-13,
      deviation: () => distance(xSavitzkyGolay(Float64Array.from(sg.y), { window: 9, order: 3, derivative }), sg[key]),
    }),
  );
  return [
    ...derivatives,
    {
      name: 'SciPy: non-negative least squares',
      standing: 'reproduced',
      tolerance: 1e-13,
      deviation: () => {
        const columns = nnls.A[0]!.map((_, j) => Float64Array.from(nnls.A, (row) => row[j]!));
        const { factors, residual } = xNnls(columns, Float64Array.from(nnls.b));
        return Math.max(distance(factors, nnls.x), Math.abs(residual - nnls.rnorm));
      },
    },
    {
      name: 'ALS of the example, lambda 1e4, p 0.01, 20 iterations',
      standing: 'reproduced',
      tolerance: 1e-8,
      deviation: () => distance(xBaselineAls(y, { lambda: 1e4, asymmetry: 0.01, iterations: 20 }), example['als_lam1e4_p0.01_20it']),
    },
    {
      // The curve has no noise: arPLS sinks until one point is below it and the matrix has a condition of 1.3e11. SciPy's dense and sparse solvers differ from the
      // stored numbers by 1.7e-5 and 1.9e-5 there.
      name: 'arPLS of the example, lambda 1e4',
      standing: 'reproduced',
      tolerance: 5e-5,
      deviation: () => distance(xBaselineArPls(y, { lambda: 1e4, ratio: 0.001, iterations: 100 }), example.arpls_lam1e4),
    },
  ];
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Number.POSITIVE_INFINITY;
  return Array.from(a).reduce((most, value, i) => Math.max(most, Math.abs(value - b[i]!)), 0);
}
