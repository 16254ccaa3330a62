import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldedKey } from '../../../src/core/names/folded-key';

describe('folded key', () => {
  it.each([
    ['Fentanyl', 'FENTANYL'],
    ['Héroïne', 'heroine'],
    ['Ｍｅｔｈａｍｐｈｅｔａｍｉｎｅ', 'methamphetamine'],
    ['α-PVP', '.alpha.-PVP'],
    ['Δ9-THC', 'delta-9-THC'],
    ['β-hydroxyfentanyl', 'beta hydroxyfentanyl'],
    ['3,4-Methylenedioxymethamphetamine', '3,4‑methylene­dioxy‐methamphetamine'],
    ['أمفيتامين', 'امفيتامين'],
    ['إيثيلون', 'ايثيلون'],
    ['آسيتيل', 'اسيتيل'],
    ['هِيرُويِن', 'هيروين'],
    ['كوكـــايين', 'كوكايين'],
    ['٢٥١', '251'],
    ['ЁЛКА', 'елка'],
    ['Straße', 'STRASSE'],
  ])('takes %s and %s for one', (a, b) => {
    expect(foldedKey(a)).toBe(foldedKey(b));
  });

  it.each([
    ['吗啡', '大麻'],
    ['か', 'が'],
    ['Codeine', 'Codeinone'],
    ['Μορφίνη', 'Κωδεΐνη'],
  ])('keeps %s and %s apart', (a, b) => {
    expect(foldedKey(a)).not.toBe(foldedKey(b));
  });

  it('writes out a lone Greek letter and leaves a Greek word', () => {
    expect(foldedKey('γ-GHB')).toBe('gammaghb');
    expect(foldedKey('Μορφίνη')).toBe('μορφινη');
  });

  it('is its own key, and knows no case', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const key = foldedKey(name);
        expect(foldedKey(key)).toBe(key);
        expect(key).toMatch(/^[\p{L}\p{N}\p{M}]*$/u);
      }),
    );
  });
});
