import { describe, expect, it } from 'vitest';
import { defaultTraceMethod, gridPlaces, type TraceMethod } from '../../../../src/core/search/traces/method';
import { correlation } from '../../../../src/core/search/traces/pair-scores';
import { type PreparationOutcome, type PreparedTrace, prepareTrace } from '../../../../src/core/search/traces/prepare-trace';
import { TraceIndex } from '../../../../src/core/search/traces/trace-index';
import type { Trace } from '../../../../src/core/spectrum/curves';
import { curveOf, gaussian, noiseFrom, traceOf } from '../../processing/traces';

const infrared = defaultTraceMethod('infrared')!;
const raman = defaultTraceMethod('raman')!;

const bands = (x: number): number => gaussian(1, 1700, 15)(x) + gaussian(0.6, 1250, 20)(x) + gaussian(0.4, 2900, 40)(x) + 0.02;
const absorbance = traceOf(curveOf(1801, 400, 2, bands));

function preparedOf(outcome: PreparationOutcome): PreparedTrace {
  if ('refused' in outcome) throw new Error(outcome.refused.code);
  return outcome.prepared;
}

function codeOf(trace: Trace, technique: Parameters<typeof prepareTrace>[1], method: TraceMethod): string {
  const outcome = prepareTrace(trace, technique, method);
  return 'refused' in outcome ? outcome.refused.code : 'prepared';
}

describe('preparing a trace', () => {
  it('brings transmittance, descending and finer places to the same values', () => {
    const one = preparedOf(prepareTrace(absorbance, 'infrared', infrared));
    const fine = curveOf(7201, 400, 0.5, (x) => 100 * 10 ** -bands(x));
    const reversed = { x: fine.x.toReversed(), y: fine.y.toReversed() };
    const other = preparedOf(prepareTrace(traceOf(reversed, { y: ['transmittance', '%'] }), 'infrared', infrared));
    expect(one.values.length).toBe(901);
    expect(correlation(one.values, other.values)).toBeGreaterThan(0.999999);
    const places = gridPlaces(infrared.grid);
    for (const [i, place] of places.entries()) expect(Number.isNaN(one.values[i]!)).toBe(place >= 2190 && place <= 2480);
  });

  it('compares what two ranges have in common, and says how much that is', () => {
    const index = new TraceIndex(infrared);
    index.add(1, preparedOf(prepareTrace(absorbance, 'infrared', infrared)));
    index.add(2, preparedOf(prepareTrace(traceOf(curveOf(176, 2600, 4, bands)), 'infrared', infrared)));
    const atr = preparedOf(prepareTrace(traceOf(curveOf(1676, 650, 2, bands)), 'infrared', infrared));
    const { hits, notComparable } = index.search(atr);
    expect(hits).toMatchObject([{ recordKey: 1, rank: 1, percent: 100 }]);
    expect(hits[0]!.score).toBeGreaterThan(0.999999);
    expect(notComparable).toMatchObject({ count: 1, named: [{ recordKey: 2, code: 'overlap-too-small' }] });
    const whole = preparedOf(prepareTrace(absorbance, 'infrared', infrared));
    expect(index.search(whole, { score: 'trace-peaks' }).notComparable.count).toBe(1);
  });

  it('refuses what holds no spectrum of the technique, with the reason', () => {
    const noise = noiseFrom(3);
    expect(codeOf(absorbance, 'raman', infrared)).toBe('technique-differs');
    expect(codeOf(absorbance, 'raman', { ...infrared, mixTechniques: true })).toBe('prepared');
    expect(codeOf({ ...absorbance, form: 'sticks' }, 'infrared', infrared)).toBe('peak-table');
    expect(codeOf(traceOf(curveOf(1801, 400, 2, () => 0.5)), 'infrared', infrared)).toBe('flat');
    expect(codeOf(traceOf(curveOf(1801, 400, 2, () => noise())), 'infrared', infrared)).toBe('noise-only');
    expect(codeOf(traceOf(curveOf(1801, 400, 2, (x) => x / 1000 + noise() / 10)), 'infrared', infrared)).toBe('noise-only');
    expect(codeOf(traceOf(curveOf(1801, 400, 2, (x) => Math.min(0.5, gaussian(1, 2000, 500)(x)))), 'infrared', infrared)).toBe('saturated');
    expect(codeOf(traceOf(curveOf(20, 1600, 4, bands)), 'infrared', infrared)).toBe('too-few-points');
    expect(codeOf(traceOf(curveOf(500, 5000, 4, bands)), 'infrared', infrared)).toBe('no-overlap');
    expect(codeOf(traceOf(curveOf(500, 500, 4, bands), { x: ['wavelength', 'nm'] }), 'raman', raman)).toBe('laser-unknown');
    expect(codeOf(traceOf(curveOf(500, 500, 4, bands), { x: ['time', 's'] }), 'infrared', infrared)).toBe('places-unsuitable');
    expect(codeOf(traceOf(curveOf(1801, 400, 2, bands), { y: ['single-beam', 'arbitrary'] }), 'infrared', infrared)).toBe(
      'intensity-unsuitable',
    );
    const broken = { ...infrared, chain: { ...infrared.chain, steps: [{ step: 'smooth', window: 4, order: 2 }] as const } };
    expect(prepareTrace(absorbance, 'infrared', broken)).toMatchObject({
      refused: { code: 'chain-refused', params: { step: 'smooth', index: 0, reason: 'parameter-not-odd' } },
    });
  });

  it('keeps a doubtful library entry, and a spectrum with much noise', () => {
    const noise = noiseFrom(5);
    const level = traceOf(curveOf(1801, 400, 2, () => noise()));
    expect('prepared' in prepareTrace(level, 'infrared', infrared, { refuseDoubtful: false })).toBe(true);
    expect(codeOf(traceOf(curveOf(1801, 400, 2, (x) => bands(x) + noise())), 'infrared', infrared)).toBe('prepared');
  });

  it('warns of an unknown technique and scale, of half a range and of a clipped band', () => {
    const half = traceOf(
      curveOf(401, 1000, 2, (x) => Math.min(0.8, bands(x))),
      { y: ['unknown', 'unknown'] },
    );
    const { cautions } = preparedOf(prepareTrace(half, 'unknown', infrared));
    expect(cautions.map(({ code }) => code)).toEqual(['technique-unknown', 'saturation', 'intensity-scale-unknown', 'covered-in-part']);
  });

  it('has a method for every technique of regular traces', () => {
    for (const technique of ['infrared', 'near-infrared', 'raman', 'uv-visible', 'fluorescence'] as const) {
      const method = defaultTraceMethod(technique)!;
      const { from, to } = method.grid;
      const middle = (from + to) / 3;
      const quantity = method.scale === 'wavelength-nm' ? (['wavelength', 'nm'] as const) : (['wavenumber', 'cm-1'] as const);
      const curve = curveOf(3000, from, (to - from) / 2999, (x) => gaussian(1, middle, (to - from) / 60)(x) + 0.2 * Math.sin(x / 300));
      const trace = traceOf(curve, { x: quantity });
      const prepared = preparedOf(prepareTrace(trace, technique, method));
      const index = new TraceIndex(method);
      index.add(7, prepared);
      expect(index.search(prepared).hits[0]).toMatchObject({ recordKey: 7, technique });
    }
    expect(defaultTraceMethod('nmr')).toBeUndefined();
  });
});
