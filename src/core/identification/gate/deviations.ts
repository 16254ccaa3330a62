import type { Deviation, DeviationKind, GateInput } from '../gate-input';

/** What a check asks a deviation to cover. */
export interface DeviationNeed {
  readonly kind: DeviationKind;
  readonly componentId: string;
  /** People whose own work it would excuse. A limited sample is the analyst's own observation; all else needs another person. */
  readonly analysts: ReadonlySet<string>;
  readonly covers: (deviation: Deviation) => boolean;
}

/** Signed means: a reason in words, a name, and a time that is not in the future. */
export function isSigned(deviation: Deviation, evaluatedAt: string): boolean {
  return deviation.reason.trim() !== '' && deviation.authorisedBy.trim() !== '' && deviation.authorisedAt <= evaluatedAt;
}

/** The deviation that lifts a block, the one with the lowest id when several do. */
export function findDeviation(input: GateInput, need: DeviationNeed): Deviation | undefined {
  return input.deviations
    .filter((deviation) => deviation.kind === need.kind && isSigned(deviation, input.evaluatedAt))
    .filter((deviation) => deviation.appliesTo.componentId === undefined || deviation.appliesTo.componentId === need.componentId)
    .filter((deviation) => need.kind === 'limited-sample' || !need.analysts.has(deviation.authorisedBy))
    .filter(need.covers)
    .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
}
