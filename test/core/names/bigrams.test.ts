import { describe, expect, it } from 'vitest';
import { bigramTokens, indexedText, nameQuery } from '../../../src/core/names/bigrams';
import { foldedKey } from '../../../src/core/names/folded-key';

describe('bigrams of names', () => {
  it('makes one token of a name of two characters, in any plane', () => {
    expect(bigramTokens('吗啡')).toEqual(['5417x5561']);
    expect(bigramTokens('𠮷野')).toEqual(['20bb7x91ce']);
  });

  it('has nothing for fewer than two characters', () => {
    expect(bigramTokens('')).toEqual([]);
    expect(bigramTokens('a')).toEqual([]);
  });

  it('never lets a phrase run from one name into the next', () => {
    expect(indexedText(['ab', 'bc', 'ab'])).toBe('61x62 gap 62x63 gap');
  });

  it('reads words in any order beside the whole', () => {
    const query = nameQuery('para-Fluoro  fentanyl', foldedKey);
    expect(query.whole.key).toBe('parafluorofentanyl');
    expect(query.words.map((word) => word.key)).toEqual(['parafluoro', 'fentanyl']);
    expect(nameQuery('fentanyl', foldedKey).words).toEqual([]);
  });
});
