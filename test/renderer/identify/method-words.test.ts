import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../src/i18n/create-i18n';
import { methodFacts } from '../../../src/i18n/method-words';
import { withNamedCodes } from '../../../src/i18n/named-codes';
import { offersByMethod } from '../../../src/renderer/screens/identify/method/offers';

const english = createI18n('en');
const french = createI18n('fr');
const ei = { family: 'ei', massPower: 3, intensityPower: 0.6, molecularMass: null } as const;

describe('the method in words', () => {
  it('says the weights that ranked: the score’s own, or those that were chosen', () => {
    const parameters = { mzPower: 0.5, intensityPower: 0.5, mzRounding: 'floor(m+0.5)', basePeak: 999, minAbundance: 2, top: 50 };
    const [weights, peaks] = methodFacts({ method: { ...ei, score: 'ei-identity' }, parameters }, english.t, 'en');
    expect(weights).toEqual(['Weighting', 'intensity to the power 0.5, m/z to the power 0.5']);
    expect(peaks?.[1]).toBe('m/z rounded to whole numbers. Base peak set to 999. Peaks below 2 left out.');
    const own = methodFacts({ method: { ...ei, score: 'ei-cosine' }, parameters }, english.t, 'en');
    expect(own[0]?.[1]).toBe('intensity to the power 0.6, m/z to the power 3');
  });

  it('says that the molecular mass was estimated, or which was stated', () => {
    const facts = (molecularMass: number | null) =>
      methodFacts({ method: { ...ei, score: 'ei-hybrid', molecularMass }, parameters: {} }, english.t, 'en').map(([, said]) => said);
    expect(facts(null)).toContain('estimated from the spectrum');
    expect(facts(350)).toContain('350');
  });

  it('says tolerance and window of a precursor as the language writes them', () => {
    const method = {
      family: 'tandem',
      score: 'tandem-entropy-weighted',
      precursorMz: 337.2274,
      tolerance: { value: 0.02, unit: 'Da' },
      precursorTolerance: { value: 10, unit: 'ppm' },
    } as const;
    const said = methodFacts({ method, parameters: { noise: 0.01 } }, french.t, 'fr').map(([, text]) => text);
    expect(said).toContain('± 0,02 Da');
    expect(said.join(' ')).toContain('m/z 337,2274');
    expect(said.join(' ')).toContain('± 10 ppm');
    expect(said.join(' ')).toContain('sous 1\u00a0% du pic de base');
  });
});

describe('what fills a sentence of a search', () => {
  it('names changes of structure with how often they stand', () => {
    const said = withNamedCodes({ delta: '+28', first: 'difference-methylene.more', firstCount: 2 }, english.t, 'en');
    expect(english.t('search:analogue.one-change', said)).toBe('Mass +28: 2 × CH₂ more (methyl or methylene).');
  });

  it('names techniques, quantities and units, and leaves names that are no codes alone', () => {
    expect(withNamedCodes({ technique: 'raman', needed: 'wavenumber', unit: 'cm-1' }, french.t, 'fr')).toEqual({
      technique: 'Raman',
      needed: 'Nombre d’onde',
      unit: 'cm⁻¹',
    });
    expect(withNamedCodes({ first: '3,4-MDMA' }, english.t, 'en')).toEqual({ first: '3,4-MDMA' });
  });
});

describe('the ways to search that a form offers', () => {
  it('are one of each family, the first of several scores', () => {
    const offers = (['ei-aliquot', 'ei-identity', 'ei-hybrid'] as const).map((score) => ({ method: { ...ei, score }, references: 7 }));
    expect(offersByMethod(offers)).toEqual([offers[0]]);
  });
});
