import { describe, expect, it } from 'vitest';
import { identifierIn } from '../../../src/core/names/identifier';

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
});
