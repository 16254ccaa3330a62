/**
 * What may be said of one component, in the order of a report's words (`criteria:level.<id>`).
 * `criteria-met` is "criteria met, not yet reviewed": only a signature of a technical reviewer goes beyond it.
 */
export const LEVELS = [
  'not-tested',
  'negative',
  'inconclusive',
  'presumptive',
  'tentative',
  'criteria-met',
  'identified',
  'identified-isomer-open',
  'identified-quantified',
] as const;

export type Level = (typeof LEVELS)[number];

const STRENGTH: Readonly<Record<Level, number>> = {
  'not-tested': 0,
  negative: 0,
  inconclusive: 0,
  presumptive: 1,
  tentative: 2,
  'criteria-met': 3,
  'identified-isomer-open': 4,
  identified: 5,
  'identified-quantified': 6,
};

/**
 * How much a level asserts about the presence of a substance, 0 to 6. The three levels that assert no presence share 0:
 * a first negative result turns `not-tested` into `negative` and must not count as a rise.
 */
export function assertionStrength(level: Level): number {
  return STRENGTH[level];
}

/** True for the levels a report may state as an identification; all of them need a reviewer's signature. */
export function isIdentified(level: Level): boolean {
  return STRENGTH[level] >= STRENGTH['identified-isomer-open'];
}
