import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChain, applyStoredChain, MOST_STEPS } from '../../../../src/core/processing/chain/apply-chain';
import { checkStep, defaultStep } from '../../../../src/core/processing/chain/check-step';
import { PROCESSING_VERSION, type ProcessingStep } from '../../../../src/core/processing/chain/processing-step';
import { STEP_NAMES } from '../../../../src/core/processing/chain/step-definitions';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import type { Trace } from '../../../../src/core/spectrum/curves';
import { curveOf, expectClose, gaussian, noiseFrom, traceOf } from '../traces';

const noise = noiseFrom(5);
const infrared = traceOf(
  curveOf(901, 4000, -4, (x) => 0.1 + x / 40_000 + gaussian(0.8, 1700, 15)(x) + gaussian(0.4, 2900, 20)(x) + 0.001 * noise()),
  {
    notes: [
      { point: 575, text: 'C=O' },
      { point: 275, text: 'C-H' },
    ],
  },
);
const references = new Map([['vapour', traceOf(curveOf(3601, 4000, -1, (x) => Math.sin(x / 2.3) * Math.sin(x / 7.1) ** 2))]]);

function done(trace: Trace, ...steps: readonly ProcessingStep[]): { readonly trace: Trace; readonly notes: readonly string[] } {
  const outcome = applyChain(trace, steps, references);
  if ('refused' in outcome) throw new Error(JSON.stringify(outcome.refused));
  return { trace: outcome.trace, notes: outcome.notes.map(({ code }) => code) };
}

function refused(trace: Trace, ...steps: readonly ({ readonly step: string } & Record<string, unknown>)[]): unknown {
  const outcome = applyChain(trace, steps, references);
  return 'refused' in outcome ? [outcome.refused.index, outcome.refused.code] : 'done';
}

/** A step of each kind that works on `infrared`. */
const WORKING: readonly ProcessingStep[] = STEP_NAMES.map((name): ProcessingStep => {
  const step = defaultStep(name);
  if (step.step === 'water-vapour' || step.step === 'subtract') return { ...step, reference: 'vapour' };
  return step.step === 'baseline-points' ? { ...step, places: [3500, 2000, 600] } : step;
});

describe('a chain', () => {
  it.each(WORKING)('does $step on a spectrum without altering it, twice alike, from plain JSON', (step) => {
    const before = structuredClone(infrared);
    const outcome = done(infrared, step);
    expect(infrared).toEqual(before);
    const again = applyChain(infrared, JSON.parse(JSON.stringify([step])) as ProcessingStep[], references);
    expect(again).toMatchObject({ trace: outcome.trace });
    expect(outcome.trace.y.values).toHaveLength(abscissaValues(outcome.trace.x).length);
  });

  it('never throws and never gives values where there are none, whatever the trace', () => {
    const value = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constant(Number.NaN));
    const points = fc.array(fc.tuple(fc.oneof(fc.integer({ min: -5, max: 4000 }), value), value), { maxLength: 40 });
    fc.assert(
      fc.property(points, fc.shuffledSubarray([...WORKING], { maxLength: 5 }), fc.boolean(), (list, steps, sort) => {
        const trace = traceOf({ x: Float64Array.from(list, ([x]) => x), y: Float64Array.from(list, ([, y]) => y) });
        const outcome = applyChain(trace, [...(sort ? [defaultStep('sort')] : []), ...steps], references);
        if ('refused' in outcome) expect(outcome.refused.index).toBeLessThan(6);
        else expect(outcome.trace.y.values).toHaveLength(abscissaValues(outcome.trace.x).length);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the assignments of the points it keeps, and says when it cannot', () => {
    expect(done(infrared, { step: 'crop', from: 1800, to: 1500 }).trace.notes).toEqual([{ point: 25, text: 'C=O' }]);
    expect(done(infrared, { step: 'crop', from: 1000, to: 500 }).trace.notes).toBeUndefined();
    expect(done(infrared, { step: 'smooth', window: 9, order: 2 }).trace.notes).toEqual(infrared.notes);
    const resampled = done(infrared, { step: 'resample', spacing: 5 });
    expect([resampled.trace.notes, resampled.notes]).toEqual([undefined, ['assignments-left-out']]);
  });

  it('keeps an even axis even', () => {
    const even: Trace = { ...infrared, x: { kind: 'regular', axis: infrared.x.axis, first: 4000, last: 400, count: 901 } };
    expect(done(even, { step: 'crop', from: 1800, to: 1500 }).trace.x).toMatchObject({
      kind: 'regular',
      first: 1800,
      last: 1500,
      count: 76,
    });
    expect(done(even, { step: 'resample', spacing: 5 }).trace.x).toMatchObject({ kind: 'regular', first: 4000, last: 400, count: 721 });
    const um = done(even, { step: 'convert-places', scale: 'wavelength-um', laser: 785 }).trace;
    expect(um.x).toMatchObject({ kind: 'explicit', axis: { quantity: 'wavelength', unit: 'um' } });
    const nm = traceOf(
      curveOf(3, 400, 1, () => 1),
      { x: ['wavelength', 'nm'] },
    );
    const regular: Trace = { ...nm, x: { kind: 'regular', axis: nm.x.axis, first: 400, last: 402, count: 3 } };
    expect(done(regular, { step: 'convert-places', scale: 'wavelength-um', laser: 785 }).trace.x).toMatchObject({
      kind: 'regular',
      first: 0.4,
      last: 0.402,
    });
  });

  it('converts what has a scale, back too, and says what it lost', () => {
    const percent = traceOf(
      curveOf(5, 0, 1, (x) => x * 25),
      { y: ['transmittance', '%'] },
    );
    const { trace, notes } = done(percent, { step: 'convert-intensity', target: 'absorbance' });
    expect(trace.y.axis).toEqual({ quantity: 'absorbance', unit: '1', written: '' });
    expect(notes).toEqual(['points-without-value']);
    expectClose(
      done(trace, { step: 'convert-intensity', target: 'transmittance-percent' }).trace.y.values,
      [Number.NaN, 25, 50, 75, 100],
      1e-12,
    );
    expectClose(
      done(percent, { step: 'convert-intensity', target: 'transmittance-fraction' }).trace.y.values,
      [0, 0.25, 0.5, 0.75, 1],
      1e-15,
    );
    const milli = traceOf(
      curveOf(2, 0, 1, () => 1000),
      { y: ['absorbance', 'mAU'] },
    );
    expectClose(done(milli, { step: 'convert-intensity', target: 'absorbance' }).trace.y.values, [1, 1], 0);
    expectClose(done(milli, { step: 'convert-intensity', target: 'transmittance-percent' }).trace.y.values, [10, 10], 1e-12);
    const reflectance = traceOf(
      curveOf(2, 0, 1, () => 50),
      { y: ['reflectance', '%'] },
    );
    expect(done(reflectance, { step: 'convert-intensity', target: 'kubelka-munk' }).trace.y).toMatchObject({
      axis: { quantity: 'kubelka-munk' },
      values: Float64Array.of(0.25, 0.25),
    });
    expectClose(
      done(reflectance, { step: 'convert-intensity', target: 'log-reflectance' }).trace.y.values,
      [Math.log10(2), Math.log10(2)],
      1e-15,
    );
  });

  it('says when a method does not suit the axis', () => {
    const uneven = traceOf(curveOf(50, 1, 1, (x) => x));
    const stretched = traceOf({ x: uneven.y.values.map((x) => x * x), y: uneven.y.values });
    expect(done(stretched, defaultStep('baseline-arpls')).notes).toEqual(['spacing-uneven']);
    expect(
      done(
        traceOf(
          curveOf(50, 1, 1, (x) => x),
          { y: ['transmittance', '%'] },
        ),
        defaultStep('baseline-rubber-band'),
      ).notes,
    ).toEqual(['baseline-of-transmittance']);
    expect(done(infrared, defaultStep('carbon-dioxide')).notes).toEqual(['region-bridged']);
    expect(done(infrared, { step: 'water-vapour', reference: 'vapour' }).notes).toEqual(['vapour-removed', 'vapour-removed']);
  });
});

describe('a chain refuses, and says at which step', () => {
  const crop = { step: 'crop', from: 400, to: 4000 };
  const sticks = traceOf(
    curveOf(5, 400, 500, () => 1),
    { form: 'sticks' },
  );
  const raman = traceOf(
    curveOf(50, 400, 5, () => 1),
    { x: ['raman-shift', 'cm-1'] },
  );
  it.each<readonly [string, Trace, readonly ({ readonly step: string } & Record<string, unknown>)[], readonly [number, string]]>([
    ['an unknown step', infrared, [crop, { step: 'polish' }], [1, 'step-unknown']],
    ['a name every object has', infrared, [{ step: 'constructor' }], [0, 'step-unknown']],
    ['a parameter that is missing', infrared, [{ step: 'smooth', window: 9 }], [0, 'parameter-not-a-number']],
    ['one that is no finite number', infrared, [{ step: 'resample', spacing: Number.NaN }], [0, 'parameter-not-a-number']],
    ['one beyond its limits', infrared, [{ step: 'smooth', window: 9, order: 9 }], [0, 'parameter-out-of-range']],
    ['one that must be whole', infrared, [{ step: 'smooth', window: 9, order: 1.5 }], [0, 'parameter-not-whole']],
    ['an even window', infrared, [{ step: 'smooth', window: 10, order: 2 }], [0, 'parameter-not-odd']],
    ['a degree too high for its window', infrared, [{ step: 'smooth', window: 3, order: 3 }], [0, 'order-not-below-window']],
    ['a choice that is none', infrared, [{ step: 'normalise', method: 'loud' }], [0, 'parameter-not-a-choice']],
    ['places that are no numbers', infrared, [{ step: 'baseline-points', places: ['a'], around: 0 }], [0, 'parameter-not-a-number']],
    [
      'too many places',
      infrared,
      [{ step: 'baseline-points', places: new Array(101).fill(1000), around: 0 }],
      [0, 'parameter-list-too-long'],
    ],
    ['too many steps', infrared, new Array(MOST_STEPS + 1).fill(crop), [MOST_STEPS, 'parameter-list-too-long']],
    ['a reference that is not there', infrared, [{ step: 'subtract', reference: 'gone', factor: 1 }], [0, 'reference-missing']],
    ['a table of peaks', sticks, [crop, { step: 'smooth', window: 5, order: 2 }], [1, 'sticks-unsuitable']],
    ['a range with nothing in it', infrared, [{ step: 'crop', from: 1, to: 2 }], [0, 'range-outside']],
    [
      'absorbance of a normalised transmittance',
      traceOf(
        curveOf(9, 0, 1, (x) => x),
        { y: ['transmittance', '%'] },
      ),
      [defaultStep('normalise'), defaultStep('convert-intensity')],
      [1, 'unit-unsuitable'],
    ],
    [
      'absorbance of counts',
      traceOf(
        curveOf(9, 0, 1, (x) => x),
        { y: ['raman-intensity', 'counts'] },
      ),
      [defaultStep('convert-intensity')],
      [0, 'quantity-unsuitable'],
    ],
    [
      'a time as a place in a spectrum',
      traceOf(
        curveOf(9, 0, 1, (x) => x),
        { x: ['time', 'min'] },
      ),
      [defaultStep('convert-places')],
      [0, 'quantity-unsuitable'],
    ],
    ['ATR of Raman', raman, [defaultStep('atr')], [0, 'quantity-unsuitable']],
    ['carbon dioxide of Raman', raman, [defaultStep('carbon-dioxide')], [0, 'quantity-unsuitable']],
    ['subtracting another quantity', raman, [{ step: 'subtract', reference: 'vapour', factor: 1 }], [0, 'mixed-quantities']],
    [
      'x that turns back',
      traceOf({ x: Float64Array.of(1, 3, 2), y: new Float64Array(3) }),
      [defaultStep('baseline-als')],
      [0, 'x-not-ordered'],
    ],
    ['normalising a level curve', raman, [{ step: 'normalise', method: 'min-max' }], [0, 'flat']],
  ])('%s', (_, trace, steps, expected) => {
    expect(refused(trace, ...steps)).toEqual(expected);
  });

  it('a stored chain of another version', () => {
    const stored = { steps: WORKING.slice(0, 2) };
    expect(applyStoredChain(infrared, { ...stored, version: PROCESSING_VERSION })).toHaveProperty('trace');
    expect(applyStoredChain(infrared, { ...stored, version: 'aliquot-processing/2' })).toMatchObject({
      refused: { index: 0, code: 'version-unknown' },
    });
  });
});

describe('a step', () => {
  it.each(STEP_NAMES)('%s: its defaults are within its own limits, and nothing foreign stays in it', (name) => {
    expect(checkStep({ ...defaultStep(name), colour: 'red' })).toEqual({ value: defaultStep(name) });
  });
});
