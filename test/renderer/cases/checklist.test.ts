import { describe, expect, it } from 'vitest';
import {
  type Criterion,
  isOpen,
  needsWords,
  ordered,
  stillNeeded,
  warningsBeside,
} from '../../../src/renderer/screens/cases/exhibit/checklist/criteria';

const criterion = (id: string, state: Criterion['state'], code?: string): Criterion => ({
  id,
  state,
  source: 'R1',
  reasons: code === undefined ? [] : [{ code, params: {} }],
  resultIds: [],
  waysOut: [],
  actions: [],
});

describe('the order of the checklist', () => {
  const criteria = [
    criterion('positive-results', 'met'),
    criterion('salt', 'not-applicable'),
    criterion('review', 'not-met'),
    criterion('sampling', 'not-met'),
    criterion('reference', 'waived'),
    criterion('artefact', 'blocked'),
    criterion('limits', 'not-met'),
  ];

  it('puts what stands against a conclusion first, then what is missing, and the laboratory’s own last of these', () => {
    expect(ordered(criteria).map(({ id }) => id)).toEqual([
      'artefact',
      'sampling',
      'review',
      'limits',
      'reference',
      'positive-results',
      'salt',
    ]);
  });

  it('counts only what the bench can still do', () => {
    expect(criteria.filter(isOpen)).toHaveLength(4);
    expect(stillNeeded(criteria)).toBe(2);
  });
});

describe('what the checklist says in words', () => {
  it('says “no positive result yet” once', () => {
    expect(needsWords(criterion('positive-results', 'not-met', 'no-positive-result'))).toBe(true);
    expect(needsWords(criterion('quality', 'not-met', 'no-positive-result'))).toBe(false);
    expect(needsWords(criterion('quality', 'blocked', 'batch-not-judged'))).toBe(true);
    expect(needsWords(criterion('quality', 'met', 'results-counted'))).toBe(false);
  });

  it('repeats no warning that a criterion gives as its reason', () => {
    const said = { code: 'criteria-not-adopted', params: {} };
    const other = { code: 'may-be-artefact', params: { from: 'heroin', to: '6-monoacetylmorphine' } };
    expect(warningsBeside({ criteria: [criterion('limits', 'not-met', said.code)], warnings: [said, other] })).toEqual([other]);
  });
});
