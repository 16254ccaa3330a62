import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOUR_WORDS, reactionsLike } from '../../../src/renderer/screens/cases/exhibit/colour-tests/colour-words';

const reaction = (substance: string, colour: string) => ({ substance, colour, source: 'nar13' });

describe('what the table reports of a seen colour', () => {
  const table = [
    reaction('amphetamine', 'orange, slowly turning brown'),
    reaction('cocaine', 'Strong greenish blue'),
    reaction('sugar', 'no colour'),
  ];

  it('finds the colour among the words of the source', () => {
    expect(reactionsLike(table, ['orange']).map(({ substance }) => substance)).toEqual(['amphetamine']);
    expect(reactionsLike(table, ['green']).map(({ substance }) => substance)).toEqual(['cocaine']);
    expect(reactionsLike(table, ['range'])).toEqual([]);
  });

  it('takes the absence of a colour for no hint', () => {
    expect(reactionsLike(table, ['none', 'colourless', ''])).toEqual([]);
  });

  it('offers the words of the shipped table, each of them and no other', () => {
    const shipped = JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/colour-tests/colour-tests.json'), 'utf8')) as {
      readonly words: readonly string[];
    };
    expect([...COLOUR_WORDS].sort()).toEqual([...shipped.words].sort());
  });
});
