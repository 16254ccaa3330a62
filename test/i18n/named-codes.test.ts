import { describe, expect, it } from 'vitest';
import { choiceKey, parameterNameKey, saturationFindingKey, stepNameKey } from '../../src/core/processing/chain/describe-step';
import { namedCode } from '../../src/i18n/named-codes';

/** Gives the key itself where words would stand. */
const t = (key: string) => key;

describe('codes in a sentence', () => {
  it('have the words that the core gives them', () => {
    expect(namedCode('parameter', 'window', t)).toBe(parameterNameKey('window'));
    expect(namedCode('choices', 'mean', t)).toBe(choiceKey('mean'));
    expect(namedCode('finding', 'flat-top', t)).toBe(saturationFindingKey('flat-top'));
    expect(namedCode('step', 'smooth', t)).toBe(stepNameKey('smooth'));
  });
});
