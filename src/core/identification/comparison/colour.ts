import type { Finding } from './comparison';

export interface ColourComparison {
  readonly reagent: string;
  /** Accepted colour words for each step, in the order they appear; from a row of the colour table. */
  readonly steps: readonly (readonly string[])[];
  /** Colours seen, in the order they appeared, in the words of the table. */
  readonly observed: readonly string[];
}

/** The observed sequence of colours against a row of the table, step by step. A row without a colour reaction proves nothing. */
export function compareColour(data: ColourComparison): readonly Finding[] {
  const params = {
    reagent: data.reagent,
    observed: data.observed.join(', '),
    expected: data.steps.map((step) => step.join('/')).join(', '),
  };
  const reacts = data.steps.length > 0 && data.steps.every((step) => step.length > 0 && !step.includes('none'));
  if (!reacts) return [{ kind: 'colour', code: 'colour-no-reaction-expected', params, met: false }];
  const met = data.observed.length === data.steps.length && data.steps.every((step, index) => step.includes(data.observed[index] ?? ''));
  return [{ kind: 'colour', code: met ? 'colour-as-expected' : 'colour-differs', params, met }];
}
