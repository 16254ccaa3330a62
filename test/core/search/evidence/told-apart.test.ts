import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inseparable } from '../../../../src/core/search/evidence/inseparable';
import { replicateSpread } from '../../../../src/core/search/evidence/replicate-spread';
import { separatingTechniques } from '../../../../src/core/search/evidence/separating-techniques';
import { substanceGap } from '../../../../src/core/search/evidence/substance-gap';
import { weighPeaks } from '../../../../src/core/search/evidence/weigh-peaks';
import { cosine } from '../../../../src/core/search/scores/cosine';
import { prepareNominal } from '../../../../src/core/search/scores/nominal-spectrum';

const spread = { technique: 'ei', scoreId: 'ei-identity', limit: 900, perfect: 1000, source: 'default', pairs: 0, compounds: 0 } as const;

describe('replicateSpread', () => {
  const question = { technique: 'ei', scoreId: 'ei-identity', perfect: 999, defaultLimit: 900 } as const;

  it('prefers the compound’s own replicates, then those of at least ten compounds, then the default', () => {
    const replicates = new Map([['a', [980, 950, 960]]]);
    expect(replicateSpread({ ...question, replicates, compound: 'a' })).toMatchObject({ limit: 950, source: 'compound', pairs: 3 });
    expect(replicateSpread({ ...question, replicates, compound: 'b' })).toMatchObject({ limit: 900, source: 'default', pairs: 0 });
    for (let i = 0; i < 20; i++) replicates.set(`x${i}`, [900 + i]);
    expect(replicateSpread({ ...question, replicates, compound: 'b' })).toMatchObject({
      limit: 901,
      source: 'pooled',
      pairs: 23,
      compounds: 21,
    });
  });
});

describe('inseparable', () => {
  const candidate = { recordKey: 1, substance: 'a' };
  const hits = [
    { recordKey: 1, substance: 'a', similarity: 1000 },
    { recordKey: 2, substance: 'b', similarity: 950 },
    { recordKey: 3, substance: 'b', similarity: 980 },
    { recordKey: 4, substance: 'a', similarity: 970 },
    { recordKey: 5, substance: 'c', similarity: 900 },
    { recordKey: 6, substance: 'd', similarity: 850 },
    { recordKey: 7, substance: 'a', similarity: 800 },
  ];

  it('names the other substances within the spread, and the nearest outside', () => {
    const found = inseparable(candidate, hits, spread);
    expect(found.substances.map(({ substance, recordKey, entries }) => [substance, recordKey, entries])).toEqual([
      ['b', 3, 2],
      ['c', 5, 1],
    ]);
    expect(found.substances[1]?.apart).toBe(1);
    expect(found).toMatchObject({ ownWithin: 1, ownOutside: 1, nearestOutside: { substance: 'd', apart: 1.5 }, cut: false });
  });

  it('says when the list was cut before the limit, and does not depend on the order of hits', () => {
    expect(inseparable(candidate, hits.slice(0, 5), spread).cut).toBe(true);
    fc.assert(
      fc.property(fc.shuffledSubarray(hits, { minLength: hits.length }), (shuffled) => {
        expect(inseparable(candidate, shuffled, spread)).toEqual(inseparable(candidate, hits, spread));
      }),
    );
  });
});

describe('separatingTechniques', () => {
  it('orders by distance in spreads and keeps what is not known', () => {
    const ir = { ...spread, technique: 'ir', scoreId: 'ir-correlation', limit: 0.95, perfect: 1 } as const;
    const found = separatingTechniques([
      { kind: 'similarity', technique: 'ei', similarity: 950, spread },
      { kind: 'not-held', technique: 'raman', missing: 'b' },
      { kind: 'similarity', technique: 'ir', similarity: 0.7, spread: ir },
      { kind: 'position', technique: 'ri', a: 2764, b: 2757, tolerance: 5 },
    ]);
    expect(found.map(({ technique, verdict }) => [technique, verdict])).toEqual([
      ['ir', 'separates'],
      ['ri', 'may-separate'],
      ['ei', 'does-not'],
      ['raman', 'unknown'],
    ]);
    expect(found[0]?.apart).toBeCloseTo(6, 9);
  });
});

describe('substanceGap', () => {
  it('takes entries of one substance for one', () => {
    const hits = [
      { substance: 'a', score: 950 },
      { substance: 'a', score: 940 },
      { substance: 'b', score: 900 },
    ];
    expect(substanceGap(hits)).toEqual({ substance: 'a', score: 950, next: { substance: 'b', score: 900, rank: 3 }, gap: 50, entries: 2 });
    expect(substanceGap(hits, 'b')).toMatchObject({ gap: -50, next: { substance: 'a', rank: 1 } });
    expect(substanceGap(hits.slice(0, 2))).toMatchObject({ next: undefined, gap: undefined });
    expect(substanceGap([])).toBeUndefined();
  });
});

describe('weighPeaks', () => {
  const peaks = fc
    .uniqueArray(fc.tuple(fc.integer({ min: 40, max: 90 }), fc.integer({ min: 1, max: 999 })), { selector: ([mz]) => mz, minLength: 1 })
    .map((list) => [...list].sort((a, b) => a[0] - b[0]))
    .map((list) => ({ mz: list.map(([mz]) => mz), intensity: list.map(([, intensity]) => intensity) }));

  it('takes the cosine apart without a rest: gains and losses are 100 % each', () => {
    fc.assert(
      fc.property(peaks, peaks, (a, b) => {
        const found = weighPeaks(a, b, 'ei-cosine-mz-sqrt');
        expect(found.cosine).toBeCloseTo(cosine(prepareNominal(a), prepareNominal(b)), 9);
        const total = (key: 'gainPercent' | 'lossPercent') => found.peaks.reduce((sum, peak) => sum + peak[key], 0);
        if (found.cosine > 0) expect(total('gainPercent')).toBeCloseTo(100, 6);
        if (found.cosine < 1 - 1e-9) expect(total('lossPercent')).toBeCloseTo(100, 4);
      }),
    );
  });

  it('gives nothing to extra peaks in reverse, nor outside the range', () => {
    const query = { mz: [40, 77, 105, 207], intensity: [300, 400, 1000, 500] };
    const reference = { mz: [77, 105, 182], intensity: [400, 1000, 300] };
    const reverse = weighPeaks(query, reference, 'ei-reverse').peaks;
    expect(reverse.find(({ mz }) => mz === 207)).toMatchObject({ category: 'extra', lossPercent: 0 });
    expect(reverse.find(({ mz }) => mz === 182)?.lossPercent).toBeGreaterThan(50);
    expect(weighPeaks(query, reference, 'ei-identity').peaks.find(({ mz }) => mz === 40)).toMatchObject({ gainPercent: 0, lossPercent: 0 });
    expect(weighPeaks(query, { mz: [], intensity: [] }, 'ei-identity').cosine).toBe(0);
  });
});
