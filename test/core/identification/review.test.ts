import { describe, expect, it } from 'vitest';
import { blocksOfIssue, evaluateGate } from '../../../src/core/identification/gate';
import type { GateInput, Review } from '../../../src/core/identification/gate-input';
import { deviation, exhibit, gcMs, result } from './evidence';
import { reviewed } from './vector';

const F = 'fentanyl';
const sound = exhibit(F, [...gcMs('g', F), ...gcMs('h', F, { aliquotId: 'a2' })]);
const judge = (input: GateInput, changes: Partial<Review> = {}) => {
  const outcome = evaluateGate(reviewed(input, changes));
  const component = outcome.components[0]!;
  return {
    level: component.level,
    blocks: component.blocks.map(({ code }) => code),
    issue: blocksOfIssue(outcome).map(({ code }) => code),
  };
};

describe('the technical review', () => {
  it('identifies, with quantity when that was determined', () => {
    expect(judge(sound)).toEqual({ level: 'identified', blocks: [], issue: [] });
    expect(judge({ ...sound, quantifiedComponentIds: ['c-fentanyl'] }).level).toBe('identified-quantified');
  });

  it('is not the analyst, also in a laboratory of two', () => {
    const two = { ...sound, deviations: [deviation('two-person-laboratory')] };
    for (const input of [sound, two]) {
      expect(judge(input, { reviewerId: 'ana' })).toEqual({
        level: 'criteria-met',
        blocks: ['reviewer-is-analyst'],
        issue: ['report-without-review'],
      });
    }
  });

  it('may have taken part only where a deviation by another person says so', () => {
    const shared = { ...sound, results: [...sound.results, result('k', 'colour', F, { analystId: 'rev' })] };
    expect(judge(shared).blocks).toEqual(['reviewer-took-part']);
    expect(judge({ ...shared, deviations: [deviation('two-person-laboratory')] }).level).toBe('identified');
    expect(judge({ ...shared, deviations: [deviation('two-person-laboratory', {}, { authorisedBy: 'rev' })] }).level).toBe('criteria-met');
  });

  it('covers nothing that was measured after it', () => {
    const later = { ...sound, results: [...sound.results, result('k', 'colour', F, { performedAt: '2026-03-06T09:00:00Z' })] };
    expect(judge(later)).toMatchObject({ level: 'criteria-met', blocks: ['result-after-review'] });
  });

  it('comes from the list of reviewers or from outside by a deviation', () => {
    const listed = { ...sound, people: { analystId: 'ana', technicalReviewers: ['other'] } };
    expect(judge(listed).blocks).toEqual(['reviewer-not-listed']);
    expect(judge({ ...listed, deviations: [deviation('external-reviewer')] }).level).toBe('identified');
  });

  it('that disagrees leaves nothing to conclude', () => {
    expect(judge(sound, { decision: 'disagreed' })).toMatchObject({ level: 'inconclusive', blocks: ['reviewer-disagrees'] });
  });

  it('is needed before a report is issued', () => {
    expect(blocksOfIssue(evaluateGate(sound)).map(({ code }) => code)).toEqual(['report-without-review']);
  });
});
