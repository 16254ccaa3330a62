import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { colourLine, type EvidenceLine, retentionLine, spectralLine } from '../../../../src/core/search/evidence/evidence-line';
import { jointCandidates } from '../../../../src/core/search/evidence/joint-candidates';
import type { EvidenceTechnique } from '../../../../src/core/search/evidence/technique';

const line = (technique: EvidenceTechnique, substance: string, verdict: EvidenceLine['verdict'], rank?: number): EvidenceLine => ({
  technique,
  substance,
  scoreId: technique,
  value: undefined,
  rank,
  verdict,
  reason: { code: 'within-spread', params: {} },
});

describe('jointCandidates', () => {
  it('orders by contradictions, then independent support, then category, then rank', () => {
    const found = jointCandidates([
      line('ei', 'against', 'supports', 1),
      line('ir', 'against', 'supports', 1),
      line('ri', 'against', 'speaks-against'),
      line('ei', 'two bases', 'supports', 5),
      line('ri', 'two bases', 'supports'),
      line('ir', 'one basis', 'supports', 1),
      line('raman', 'one basis', 'supports', 1),
      line('ei', 'rank two', 'supports', 2),
      line('ri', 'category b', 'supports', 1),
      line('uv', 'neutral', 'neutral', 1),
    ]);
    expect(found.map(({ substance, place }) => [substance, place])).toEqual([
      ['two bases', 1],
      ['one basis', 2],
      ['rank two', 3],
      ['category b', 4],
      ['neutral', 5],
      ['against', 6],
    ]);
    expect(found[1]?.order).toEqual({ contradictions: 0, independentSupports: 1, bestCategory: 'A', bestRank: 1 });
    expect(found[0]?.silent).toEqual(['ir', 'raman', 'uv']);
  });

  it('lets equal candidates share a place, and a colour test alone move none behind', () => {
    const found = jointCandidates([line('ei', 'b', 'supports', 1), line('ei', 'a', 'supports', 1), line('colour', 'a', 'speaks-against')]);
    expect(found.map(({ substance, place }) => [substance, place])).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
    expect(found[0]?.lines.map(({ verdict }) => verdict)).toEqual(['supports', 'speaks-against']);
  });

  it('loses no line and does not depend on their order', () => {
    const lines = fc.uniqueArray(
      fc.tuple(
        fc.constantFrom<EvidenceTechnique>('ei', 'ir', 'ri', 'colour'),
        fc.constantFrom('p', 'q', 'r'),
        fc.constantFrom<EvidenceLine['verdict']>('supports', 'neutral', 'speaks-against'),
      ),
      { selector: ([technique, substance]) => `${technique} ${substance}` },
    );
    fc.assert(
      fc.property(lines, (list) => {
        const given = list.map(([technique, substance, verdict]) => line(technique, substance, verdict, 1));
        const found = jointCandidates(given);
        expect(found.flatMap((candidate) => candidate.lines)).toHaveLength(given.length);
        expect(jointCandidates([...given].reverse())).toEqual(found);
      }),
    );
  });
});

describe('evidence lines', () => {
  const spread = {
    technique: 'ir',
    scoreId: 'ir-correlation',
    limit: 0.95,
    perfect: 1,
    source: 'pooled',
    pairs: 40,
    compounds: 20,
  } as const;
  const evidence = { technique: 'ir', substance: 'a', rank: 1, spread, mixturePossible: false } as const;

  it('supports within the spread, is neutral near it, and speaks against far from it', () => {
    expect(spectralLine({ ...evidence, value: 0.97 })).toMatchObject({ verdict: 'supports', reason: { code: 'within-spread' } });
    expect(spectralLine({ ...evidence, value: 0.9 })).toMatchObject({ verdict: 'neutral', reason: { code: 'between' } });
    expect(spectralLine({ ...evidence, value: 0.5 })).toMatchObject({ verdict: 'speaks-against', reason: { params: { apart: 10 } } });
    expect(spectralLine({ ...evidence, value: undefined })).toMatchObject({ verdict: 'neutral', reason: { code: 'no-reference' } });
  });

  it('does not let the spectrum of a mixture speak against a part of it', () => {
    expect(spectralLine({ ...evidence, value: 0.5, mixturePossible: true }).reason.code).toBe('mixture-may-hide');
    const peak = { ...evidence, technique: 'ei', value: 0.5, mixturePossible: true } as const;
    expect(spectralLine({ ...peak, othersUnsearched: true })).toMatchObject({
      verdict: 'neutral',
      reason: { code: 'other-peaks-unsearched' },
    });
    expect(spectralLine(peak).verdict).toBe('speaks-against');
    const differs = { kind: 'colour', code: 'colour-differs', params: {}, met: false } as const;
    expect(colourLine('a', [differs], true).verdict).toBe('neutral');
    expect(colourLine('a', [differs], false).verdict).toBe('speaks-against');
  });

  it('takes over what was computed of retention and colours', () => {
    const within = { kind: 'retention', code: 'retention-within', params: { sample: 7.41 }, met: true } as const;
    expect(retentionLine('a', 'ri-linear', [within])).toMatchObject({ verdict: 'supports', value: 7.41 });
    const none = { kind: 'retention', code: 'retention-no-tolerance', params: {}, met: false } as const;
    expect(retentionLine('a', 'ri-linear', [none])).toMatchObject({ verdict: 'neutral', reason: { code: 'retention-not-comparable' } });
    expect(colourLine('a', [{ kind: 'colour', code: 'colour-as-expected', params: {}, met: true }], true).verdict).toBe('supports');
    expect(colourLine('a', [], false).reason.code).toBe('colour-says-nothing');
  });
});
