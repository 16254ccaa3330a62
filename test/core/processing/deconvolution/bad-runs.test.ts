import { describe, expect, it } from 'vitest';
import type { DeconvolutionOptions } from '../../../../src/core/processing/deconvolution/component';
import { deconvolve } from '../../../../src/core/processing/deconvolution/deconvolve';
import { ticPeaks } from '../../../../src/core/processing/deconvolution/tic-peaks';
import { type PackedScans, packScans } from '../../../../src/core/processing/runs/packed-scans';

function scans(times: readonly number[], peaks: readonly (readonly [number, number])[] = [[100, 50]]): PackedScans {
  return packScans(
    times.map((time, i) => ({
      number: i + 1,
      time,
      msLevel: 1,
      profile: false,
      mz: Float64Array.from(peaks, ([m]) => m),
      intensity: Float64Array.from(peaks, ([, height]) => height),
    })),
  );
}

function outcome(run: PackedScans, options?: DeconvolutionOptions) {
  const work = deconvolve(run, options);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

const TWENTY = Array.from({ length: 20 }, (_, i) => i);

describe('a run that cannot be taken apart', () => {
  it.each([
    ['without scans', scans([]), {}, 'run-empty', {}],
    ['with one scan', scans([1]), {}, 'too-few-scans', { needed: 10, found: 1 }],
    ['without peaks', scans(TWENTY, []), {}, 'no-signal', { scans: 20 }],
    ['of zeros', scans(TWENTY, [[100, 0]]), {}, 'no-signal', { scans: 20 }],
    ['whose times stand still', scans(TWENTY.map((t) => Math.min(t, 7))), {}, 'times-not-ascending', { scan: 8 }],
    ['without times', scans(TWENTY.map(() => Number.NaN)), {}, 'times-not-ascending', { scan: 0 }],
    ['with a peak that is no number', scans(TWENTY, [[100, Number.NaN]]), {}, 'peaks-not-finite', { scan: 0 }],
    [
      'with a threshold of 0',
      scans(TWENTY),
      { minSignalToNoise: 0 },
      'parameter-out-of-range',
      { parameter: 'minSignalToNoise', value: 0, min: 1 },
    ],
    ['with one alkane', scans(TWENTY), { ladder: [{ carbon: 10, time: 3 }] }, 'ladder-unusable', { reason: 'ladder-too-short' }],
  ] as const)('%s is refused with its reason', (_, run, options, code, params) => {
    expect(outcome(run, options)).toEqual({ kind: 'refused', code, params });
    if (!('minSignalToNoise' in options)) expect(ticPeaks(run, options)).toEqual({ kind: 'refused', code, params });
  });

  it('of one constant ion holds nothing', () => {
    const result = outcome(scans(TWENTY));
    expect(result).toMatchObject({ kind: 'components', components: [] });
    expect(result.kind === 'components' && result.notes.map(({ code }) => code)).toEqual(['noise-not-measured', 'no-ions-above-noise']);
    expect(ticPeaks(scans(TWENTY))).toMatchObject({ kind: 'components', components: [] });
  });
});
