import { describe, expect, it } from 'vitest';
import { axisTitle } from '../../../src/core/plot/axis-numbers';
import type { Axis, Quantity, Unit } from '../../../src/core/spectrum/axis';
import { createI18n } from '../../../src/i18n/create-i18n';
import { axisWords, fallsToTheRight, peaksPointDown } from '../../../src/renderer/charts/axis-words';

/** Every quantity and unit, checked by the compiler to be all. */
const QUANTITIES: Readonly<Record<Quantity, true>> = {
  wavenumber: true,
  'raman-shift': true,
  wavelength: true,
  frequency: true,
  'chemical-shift': true,
  time: true,
  'drift-time': true,
  'mass-to-charge': true,
  temperature: true,
  voltage: true,
  volume: true,
  'point-number': true,
  absorbance: true,
  transmittance: true,
  reflectance: true,
  'log-reflectance': true,
  'kubelka-munk': true,
  photoacoustic: true,
  emission: true,
  'single-beam': true,
  interferogram: true,
  phase: true,
  'raman-intensity': true,
  'fluorescence-intensity': true,
  intensity: true,
  'relative-abundance': true,
  'ion-current': true,
  absorptivity: true,
  other: true,
  unknown: true,
};
const UNITS: Readonly<Record<Unit, true>> = {
  'cm-1': true,
  nm: true,
  um: true,
  eV: true,
  Hz: true,
  kHz: true,
  MHz: true,
  GHz: true,
  THz: true,
  ppm: true,
  s: true,
  ms: true,
  us: true,
  min: true,
  h: true,
  'm/z': true,
  '%': true,
  '1': true,
  counts: true,
  'counts/s': true,
  V: true,
  mV: true,
  uV: true,
  A: true,
  pA: true,
  nA: true,
  degC: true,
  K: true,
  mAU: true,
  AU: true,
  mL: true,
  'L/(mol cm)': true,
  arbitrary: true,
  other: true,
  unknown: true,
};

const axis = (quantity: Quantity, unit: Unit, written = ''): Axis => ({ quantity, unit, written });

describe.each(['en', 'fr'])('words of axes in %s', (language) => {
  const i18n = createI18n(language);
  const title = (of: Axis): string => axisTitle(axisWords(of, i18n.t));

  it('has a name for every quantity and a sign for every unit', () => {
    for (const quantity of Object.keys(QUANTITIES) as Quantity[]) {
      for (const unit of Object.keys(UNITS) as Unit[]) {
        const words = axisWords(axis(quantity, unit), i18n.t);
        expect(words.name).not.toMatch(/^$|quantity\.|plot:/);
        expect(words.unit).not.toMatch(/unit\.|plot:/);
      }
    }
  });

  it('writes units as the field does', () => {
    expect(title(axis('wavenumber', 'cm-1'))).toMatch(/ \/ cm⁻¹$/);
    expect(title(axis('transmittance', '%'))).toBe('Transmittance / % T');
    expect(title(axis('mass-to-charge', 'm/z'))).toBe('m/z');
    expect(title(axis('absorbance', '1'))).toBe('Absorbance');
  });

  it('keeps the words of the file for what has no name here', () => {
    expect(title(axis('other', 'other', 'Logarithm epsilon'))).toBe('Logarithm epsilon');
    expect(title(axis('time', 'other', 'fortnights'))).toMatch(/ \/ fortnights$/);
  });
});

describe('the way an axis runs', () => {
  it('is the field’s', () => {
    expect(fallsToTheRight(axis('wavenumber', 'cm-1'))).toBe(true);
    expect(fallsToTheRight(axis('chemical-shift', 'ppm'))).toBe(true);
    expect(fallsToTheRight(axis('raman-shift', 'cm-1'))).toBe(false);
    expect(peaksPointDown(axis('transmittance', '%'))).toBe(true);
    expect(peaksPointDown(axis('absorbance', '1'))).toBe(false);
  });
});
