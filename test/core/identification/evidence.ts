import { compareBlank } from '../../../src/core/identification/comparison/blank';
import { compareColour } from '../../../src/core/identification/comparison/colour';
import { type Comparison, type Exclusion, type Finding, joinFindings } from '../../../src/core/identification/comparison/comparison';
import { compareFeatures, compareRange } from '../../../src/core/identification/comparison/features';
import { compareIons } from '../../../src/core/identification/comparison/ions';
import { compareMatch } from '../../../src/core/identification/comparison/match';
import { compareRetention } from '../../../src/core/identification/comparison/retention';
import type { ComponentHypothesis, Deviation, GateInput, Review } from '../../../src/core/identification/gate-input';
import type { ReferenceLot } from '../../../src/core/identification/reference-lot';
import type { TechniqueResult } from '../../../src/core/identification/technique-result';
import { shippedTables } from './tables-from-resources';

/** Evidence of an invented laboratory, built from data through the real comparisons. */
export const tables = shippedTables();
export const NOW = '2026-03-10T12:00:00Z';
const DAY = '2026-03-02T09:00:00Z';

export const lotOf = (substanceKey: string, changes: Partial<ReferenceLot> = {}): ReferenceLot => ({
  id: `lot-${substanceKey}`,
  substanceKey,
  expiresOn: '2027-01-01',
  certificateTraceable: true,
  ...changes,
});

export const retention = (sample = 5.01, reference = 5.0): readonly Finding[] =>
  compareRetention({
    sample: { value: sample, sequenceId: 's1' },
    reference: { value: reference, sequenceId: 's1' },
    unit: 'min',
    tolerance: { relativePercent: 1 },
  });

export const ions = (third = 40): readonly Finding[] =>
  compareIons({
    baseMz: 245,
    relativeTolerancePercent: 20,
    ions: [
      { mz: 146, sample: 60, reference: 62 },
      { mz: 189, sample: third, reference: 41 },
      { mz: 245, sample: 100, reference: 100 },
    ],
  });

export const match = (value = 92): readonly Finding[] =>
  compareMatch({ score: 'identity', value, threshold: 80, sampleBatchId: 'b1', referenceBatchId: 'b1' });

export const blank = (seen = 0): readonly Finding[] =>
  compareBlank({
    ions: [{ mz: 245, blank: seen, sample: 100 }],
    limitPercent: 1,
    blank: { sequenceId: 's1', position: 4 },
    sample: { sequenceId: 's1', position: 5 },
  });

const PARTS = {
  retention,
  ions,
  match,
  blank,
  colour: () => purple(),
  features: () => compareFeatures(['a'], ['a']),
  range: () => inRange(),
} as const;
const purple = () => compareColour({ reagent: 'marquis', steps: [['purple', 'violet']], observed: ['purple'] });
const inRange = () => compareRange({ value: 82, low: 80, high: 84, unit: '°C' });

/** A comparison that holds in every part the technique asks for. */
export function holding(techniqueId: string, basis?: Comparison['basis'], exclusions: readonly Exclusion[] = []): Comparison {
  const technique = tables.techniques.find(({ id }) => id === techniqueId);
  if (technique === undefined) throw new RangeError(techniqueId);
  return joinFindings(
    basis ?? technique.comparedWith,
    technique.requires.map((kind) => PARTS[kind]()),
    exclusions,
  );
}

/** One faultless positive result; `changes` make it what a vector needs. */
export function result(id: string, techniqueId: string, substance: string, changes: Partial<TechniqueResult> = {}): TechniqueResult {
  const technique = tables.techniques.find((row) => row.id === techniqueId);
  const screening = technique?.category === 'C';
  return {
    id,
    techniqueId,
    method: { versionId: `${techniqueId}-1`, validated: true, solvent: 'acetonitrile' },
    ...(screening
      ? { controls: { reagentLot: { id: 'reagent-1', expiresOn: '2026-12-31' }, positive: 'passed', blank: 'passed' } as const }
      : {}),
    ...(screening ? {} : { batch: { id: 'b1', accepted: true, reasons: [] } as const }),
    aliquotId: 'a1',
    analystId: 'ana',
    analystAuthorised: true,
    performedAt: DAY,
    outcome: 'positive',
    supports: { kind: 'substances', substances: [substance] },
    comparison: holding(techniqueId),
    reviewableData: screening ? [] : [`file-${id}`],
    ...(technique?.comparedWith === 'reference material' ? { referenceLot: lotOf(substance) } : {}),
    componentShare: 'sole',
    explainedBy: [],
    ...changes,
  };
}

/** GC-MS: retention and spectrum of one injection. */
export function gcMs(prefix: string, substance: string, changes: Partial<TechniqueResult> = {}): readonly TechniqueResult[] {
  const shared = { injectionId: `${prefix}-inj`, ...changes };
  return [
    result(`${prefix}-gc`, 'gc', substance, shared),
    result(`${prefix}-ms`, 'ms', substance, {
      ...shared,
      method: { inlet: 'gc', ...(changes.method ?? { versionId: 'gcms-1', validated: true, solvent: 'acetonitrile' }) },
    }),
  ];
}

export const suppose = (substanceKey: string, changes: Partial<ComponentHypothesis> = {}): ComponentHypothesis => ({
  componentId: `c-${substanceKey}`,
  substanceKey,
  classes: [],
  namedAs: 'substance',
  botanical: false,
  ...changes,
});

export const deviation = (
  kind: Deviation['kind'],
  appliesTo: Deviation['appliesTo'] = {},
  changes: Partial<Deviation> = {},
): Deviation => ({
  id: `dev-${kind}`,
  kind,
  reason: 'written reason',
  authorisedBy: 'manager',
  authorisedAt: '2026-03-01T08:00:00Z',
  appliesTo,
  ...changes,
});

export const reviewOf = (hypotheses: readonly ComponentHypothesis[], changes: Partial<Review> = {}): Review => ({
  reviewerId: 'rev',
  signedAt: '2026-03-05T10:00:00Z',
  decision: 'agreed',
  componentIds: hypotheses.map(({ componentId }) => componentId),
  ...changes,
});

/** A whole input; one hypothesis unless `changes` say otherwise. */
export function exhibit(substanceKey: string, results: readonly TechniqueResult[], changes: Partial<GateInput> = {}): GateInput {
  return {
    tables,
    hypotheses: [suppose(substanceKey)],
    results,
    deviations: [],
    people: { analystId: 'ana' },
    evaluatedAt: NOW,
    ...changes,
  };
}
