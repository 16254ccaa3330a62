import { describe, expect, it } from 'vitest';
import { COUNTRY_CODES, countryName } from '../../../src/i18n/countries';
import { createI18n } from '../../../src/i18n/create-i18n';
import { formatDay, formatDuration, formatInstant } from '../../../src/i18n/formats/dates';
import { formatBytes, formatNumber, formatShare } from '../../../src/i18n/formats/numbers';
import { formatUncertain } from '../../../src/i18n/formats/uncertainty';
import { languageOf } from '../../../src/i18n/languages';

describe('formats', () => {
  it('write a value and its uncertainty to the same decimal, two figures of U', () => {
    expect(formatUncertain({ value: 47.0344, expanded: 0.9, k: 2, unit: '%' }, 'en')).toBe('47.03 ± 0.90\u00a0% (k\u00a0=\u00a02)');
    expect(formatUncertain({ value: 1.17744, expanded: 0.0234, k: 2, unit: 'g' }, 'fr')).toBe('1,177 ± 0,023\u00a0g (k\u00a0=\u00a02)');
    expect(formatUncertain({ value: 1234.4, expanded: 120, k: 2, unit: 'mg' }, 'en')).toBe('1,234 ± 120\u00a0mg (k\u00a0=\u00a02)');
  });

  it('keep European digits in every language', () => {
    expect(formatNumber(1234.5, 'ar', 1)).toMatch(/[0-9]/);
    expect(formatInstant('2026-03-05T10:00:00.000Z', 'ar', 'UTC')).toMatch(/2026/);
  });

  it('write the same calendar day wherever it is read', () => {
    expect(formatDay('2026-03-05', 'en')).toBe('5 Mar 2026');
    expect(formatDay('2026-03-05', 'fr')).toBe('5 mars 2026');
  });

  it('write instants in the time zone they are asked for', () => {
    expect(formatInstant('2026-03-05T23:30:00.000Z', 'en', 'Africa/Nairobi')).toContain('6 Mar 2026');
  });

  it('write bytes, shares and durations', () => {
    expect([formatBytes(999, 'en'), formatBytes(1_500_000, 'en'), formatBytes(2_000_000_000, 'fr')]).toEqual([
      '999\u00a0B',
      '1.5\u00a0MB',
      '2,0\u00a0GB',
    ]);
    expect(formatShare(0.1234, 'en', 1)).toBe('12.3%');
    expect([formatDuration(8), formatDuration(125), formatDuration(4320)]).toEqual([
      '8\u00a0s',
      '2\u00a0min 05\u00a0s',
      '1\u00a0h 12\u00a0min',
    ]);
  });

  it('know every country by a name of its own', () => {
    expect(COUNTRY_CODES).toHaveLength(249);
    expect(new Set(COUNTRY_CODES).size).toBe(249);
    expect(COUNTRY_CODES.filter((code) => countryName(code, 'en') === code)).toEqual([]);
    expect(countryName('DE', 'fr')).toBe('Allemagne');
  });
});

describe('languages', () => {
  it('take a region for its language and English for the unknown', () => {
    expect([languageOf('fr-CA').tag, languageOf('ar-EG').direction, languageOf('zh').tag]).toEqual(['fr', 'rtl', 'en']);
  });

  it('are ready at once and fall back to English', () => {
    expect(createI18n('fr').t('frame:rail.bench')).toBe('Paillasse');
    expect(createI18n('ar').t('administration:section.people')).toBe('People');
  });
});
