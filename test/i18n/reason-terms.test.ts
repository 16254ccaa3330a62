import { describe, expect, it } from 'vitest';
import { createI18n } from '../../src/i18n/create-i18n';
import { withNamedTerms } from '../../src/i18n/reason-terms';

const say = (language: string, code: string, params: Record<string, string | number>) => {
  const i18n = createI18n(language);
  return i18n.t(
    `criteria:reason.${code}`,
    withNamedTerms(params, (key) => i18n.t(key), language, 'UTC'),
  );
};

describe('the terms of a reason', () => {
  it('are named in the language of the reader, one or several', () => {
    expect(say('en', 'no-reviewable-data', { technique: 'ms' })).toBe(
      'mass spectrometry: no spectrum, chromatogram, photograph or note on file.',
    );
    expect(say('en', 'category-a-and-another', { techniques: 'gc, ms' })).toContain('gas chromatography (retention), mass spectrometry');
    expect(say('fr', 'comparison-incomplete', { technique: 'ms', missing: 'ions, blank' })).toContain('ions diagnostiques, blanc');
    expect(say('en', 'isomer-resolved', { substance: 'LSD', group: 'lsd-isomers' })).toContain('LSD, LAMPA or MiPLA');
  });

  it('are written as numbers and days of that language', () => {
    const params = { score: 'ei-identity', value: 849.5, threshold: 850 };
    expect(say('fr', 'match-below', params)).toContain('849,5');
    expect(say('en', 'match-below', params)).toContain('Identity match factor: 849.5');
    expect(say('en', 'reference-expired', { technique: 'gc', lot: 'RM-2026-0001', expired: '2026-11-01', used: '2026-11-20' })).toContain(
      '1 Nov 2026',
    );
  });

  it('leave what is named already as it is', () => {
    expect(say('en', 'explained-by', { technique: 'colour', other: 'Heroin', substance: 'Fentanyl' })).toContain('Heroin, shown present');
  });
});
