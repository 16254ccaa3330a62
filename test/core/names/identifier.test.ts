import { describe, expect, it } from 'vitest';
import { casCheckDigitAgrees, identifierIn } from '../../../src/core/names/identifier';

describe('identifiers in typed text', () => {
  it.each([
    ['437-38-7', { kind: 'cas', value: '437-38-7' }],
    [' ４３７-３８-７ ', { kind: 'cas', value: '437-38-7' }],
    ['pjmphniqzubgli-uhfffaoysa-n', { kind: 'inchikey', value: 'PJMPHNIQZUBGLI-UHFFFAOYSA-N' }],
    ['PJMPHNIQZUBGLI', { kind: 'skeleton', value: 'PJMPHNIQZUBGLI' }],
    ['C22H28N2O', { kind: 'formula', value: 'C22H28N2O' }],
  ])('%s', (text, expected) => {
    expect(identifierIn(text)).toEqual(expected);
  });

  it.each(['fentanyl', 'methamphetamin', 'Acetylfentanyl', 'Co', '吗啡', '', '25I-NBOMe'])('takes %s for a name', (text) => {
    expect(identifierIn(text)).toBeNull();
  });

  it('checks the digit of a CAS number', () => {
    expect(['437-38-7', '561-27-3', '50-36-2'].map(casCheckDigitAgrees)).toEqual([true, true, true]);
    expect(['437-38-8', '561-27-33', 'x'].map(casCheckDigitAgrees)).toEqual([false, false, false]);
  });
});
