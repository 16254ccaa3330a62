import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMass, formatMassValue, parseMass } from '../../../src/i18n/formats/masses';

describe('masses in whole micrograms', () => {
  it('are shown exactly in the natural unit', () => {
    expect(formatMass(0, 'en')).toBe('0\u00a0µg');
    expect(formatMass(950, 'en')).toBe('950\u00a0µg');
    expect(formatMass(12_500, 'en')).toBe('12.5\u00a0mg');
    expect(formatMass(12_500, 'fr')).toBe('12,5\u00a0mg');
    expect(formatMass(1_000_001, 'en')).toBe('1.000001\u00a0g');
  });

  it('are read with comma or point, never with grouping', () => {
    expect(parseMass('12,5', 'mg')).toBe(12_500);
    expect(parseMass(' 12.5 ', 'mg')).toBe(12_500);
    expect(parseMass('1,234.5', 'mg')).toBeNull();
    expect(parseMass('1 234', 'mg')).toBeNull();
    expect(parseMass('-1', 'mg')).toBeNull();
  });

  it('refuse what is finer than a microgram, except zeros', () => {
    expect(parseMass('0.0001', 'mg')).toBeNull();
    expect(parseMass('0.00100', 'mg')).toBe(1);
  });

  it('come back the same through any unit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.constantFrom('µg', 'mg', 'g', 'kg'), (mass, unit) => {
        return parseMass(formatMassValue(mass, unit, 'en').replaceAll(',', ''), unit) === mass;
      }),
    );
  });
});
