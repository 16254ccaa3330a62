import type { ComponentHypothesis, GateInput } from '../gate-input';
import { openCase } from './assess';
import { isTentativeEvidence } from './tentative';

/**
 * Substances shown present in the exhibit: those the caller knows of, and every hypothesis with at least one positive result of
 * category A or B that counts, or would count but for its reference material. Judged without looking at what explains what,
 * so that two components cannot explain each other away; negative results have no say.
 */
export function shownPresent(input: GateInput): ReadonlySet<string> {
  const nobody: ReadonlySet<string> = new Set();
  const shown = input.hypotheses.filter((hypothesis) => hasStructuralEvidence(input, hypothesis, nobody));
  return new Set([...(input.knownPresent ?? []), ...shown.map((hypothesis) => hypothesis.substanceKey)]);
}

function hasStructuralEvidence(input: GateInput, hypothesis: ComponentHypothesis, nobody: ReadonlySet<string>): boolean {
  const { assessments, counted } = openCase(input, hypothesis, nobody);
  return counted.some(({ technique }) => technique.category !== 'C') || assessments.some(isTentativeEvidence);
}
