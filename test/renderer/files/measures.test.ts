import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { Trace } from '../../../src/core/spectrum/curves';
import { peaksOfCurve } from '../../../src/renderer/screens/files/processing/curve-peaks';
import { wordedParams } from '../../../src/renderer/screens/files/processing/refusal-words';
import { signalToNoise } from '../../../src/renderer/screens/files/processing/signal-to-noise';

const x = Float64Array.from({ length: 401 }, (_, i) => 4000 - i * 9);
const band = (place: number, height: number) => (at: number) => height * Math.exp(-(((at - place) / 40) ** 2));

function trace(quantity: 'absorbance' | 'transmittance', values: Float64Array): Trace {
  return {
    label: '',
    role: 'measured',
    form: 'line',
    x: { kind: 'explicit', axis: { quantity: 'wavenumber', unit: 'cm-1', written: '' }, values: x },
    y: { axis: { quantity, unit: '1', written: '' }, values },
  };
}

describe('peaks of a curve', () => {
  const two = x.map((at) => band(1710, 1)(at) + band(2900, 0.1)(at));

  it('are those that stand out by the asked share of the whole height', () => {
    const all = peaksOfCurve(trace('absorbance', two), 2);
    expect('value' in all && all.value.map((peak) => Math.round(peak.x))).toEqual([2900, 1710]);
    const high = peaksOfCurve(trace('absorbance', two), 20);
    expect('value' in high && high.value).toHaveLength(1);
  });

  it('are valleys where transmittance is shown', () => {
    const found = peaksOfCurve(
      trace(
        'transmittance',
        two.map((value) => 1 - value / 2),
      ),
      2,
    );
    expect('value' in found && found.value.map((peak) => Math.round(peak.x))).toEqual([2900, 1710]);
  });
});

describe('signal to noise of chosen stretches', () => {
  const noisy = x.map((at, i) => band(1710, 1)(at) + (i % 2 === 0 ? 0.01 : -0.01));

  it('takes a stretch from either end and measures the band in the other', () => {
    const found = signalToNoise(trace('absorbance', noisy), [3900, 3000], [1800, 1600]);
    expect('value' in found && found.value.noisePeakToPeak).toBeCloseTo(0.02, 2);
    expect('value' in found && found.value.pharmacopoeial).toBeCloseTo(100, -1);
  });

  it('says why where too little noise is chosen', () => {
    expect(signalToNoise(trace('absorbance', noisy), [3900, 3880], null)).toMatchObject({ refused: { code: 'too-few-points' } });
  });
});

describe('what fills a sentence on processing', () => {
  // The keys themselves stand for the words.
  const t = ((key: string, options?: { defaultValue?: string }) =>
    key.startsWith('plot:quantity.cm') ? options?.defaultValue : key) as unknown as TFunction;

  it('has numbers as the reader writes them, codes in words, and a reference by its name', () => {
    expect(wordedParams({ x: 1234.56789, quantity: 'raman-shift', parameter: 'window' }, t, 'fr')).toEqual({
      x: '1234,57',
      quantity: 'plot:quantity.raman-shift',
      parameter: 'processing:parameter.window.name',
    });
    const records = [{ fileId: 'a', index: 2, label: 'Air of the room', visible: true }];
    expect(wordedParams({ reference: 'a/2' }, t, 'en', records)).toEqual({ reference: 'Air of the room' });
    expect(wordedParams({ first: 'absorbance', second: 'cm-1' }, t, 'en')).toEqual({
      first: 'plot:quantity.absorbance',
      second: 'plot:unit.cm-1',
    });
  });
});
