import { validOn } from '../reference-lot';
import type { IsomerGroup } from '../tables/criteria-tables';
import type { ComponentCase, CountedResult } from './assessment';

/** What the counted results, taken together, leave possible. */
export interface Specificity {
  /** Substances consistent with every counted result; undefined when no result names substances. */
  readonly remaining: readonly string[] | undefined;
  /** The isomer group of the component, if it has one. */
  readonly group: IsomerGroup | undefined;
  readonly verdict: 'named' | 'group' | 'ambiguous';
}

/** Intersects what each counted result leaves possible (R3, R12). */
export function specificity({ input, hypothesis, counted }: ComponentCase): Specificity {
  const groups = input.tables.isomerGroups;
  const sets = counted.flatMap((one) => (one.result.supports.substances.length === 0 ? [] : [consistentWith(one, groups)]));
  const group = groups.find((row) => row.members.includes(hypothesis.substanceKey));
  if (sets.length === 0) return { remaining: undefined, group, verdict: 'ambiguous' };
  const [first, ...rest] = sets;
  const remaining = [...(first ?? [])].filter((key) => rest.every((set) => set.has(key))).sort();
  return { remaining, group, verdict: verdictOf(remaining, hypothesis.substanceKey, group) };
}

function verdictOf(remaining: readonly string[], own: string, group: IsomerGroup | undefined): Specificity['verdict'] {
  if (remaining.every((key) => key === own)) return 'named';
  return group !== undefined && remaining.every((key) => group.members.includes(key)) ? 'group' : 'ambiguous';
}

/**
 * Substances that would have given this result: those it names, and the isomers its technique cannot tell from them, less those
 * whose own reference material ran in the same sequence and was resolved, with a lot valid that day.
 */
function consistentWith({ result, technique }: CountedResult, groups: readonly IsomerGroup[]): ReadonlySet<string> {
  const named = result.supports.substances;
  const blind = groups.filter((group) => !group.separatedBy.includes(technique.id) && group.members.some((key) => named.includes(key)));
  const excluded = new Set(
    (result.comparison?.exclusions ?? [])
      .filter(({ separated, finding, lot, substanceKey }) => separated && finding.met && lot.substanceKey === substanceKey)
      .filter(({ lot }) => lot.certificateTraceable && validOn(lot.expiresOn, result.performedAt))
      .map(({ substanceKey }) => substanceKey),
  );
  return new Set([...named, ...blind.flatMap((group) => group.members)].filter((key) => !excluded.has(key)));
}
