import type { ComparisonTolerances } from '../../../../contract/laboratory';
import { compareBlank } from '../../../../core/identification/comparison/blank';
import { compareIons } from '../../../../core/identification/comparison/ions';
import { compareMatch } from '../../../../core/identification/comparison/match';
import {
  compareRetention,
  excludeByRetention,
  type OtherReference,
  type RetentionComparison,
} from '../../../../core/identification/comparison/retention';
import type { ReferenceLot } from '../../../../core/identification/reference-lot';
import { compareEi } from '../../../../core/search/scores/compare-ei';
import { prepareNominal } from '../../../../core/search/scores/nominal-spectrum';
import { blankAt, blankIons, diagnosticIons, ionPairs } from '../batches/blank-window';
import { retentionOf, type Scan } from '../batches/scan';
import type { StoredRetention, StoredSpectrum } from './stored-findings';

/** The score a method's threshold speaks of, and the version of its formula (docs/methods/identity-match-factor.md). */
export const SCORE = { id: 'ei-identity', version: 1 } as const;

export interface ComparisonInput {
  readonly batchCode: string;
  readonly unknown: Scan;
  readonly reference: Scan;
  /** Every spectrum of the batch. */
  readonly scans: readonly Scan[];
  /** The injection just before the unknown's, if it is a blank; and the last blank before, wherever it stands. */
  readonly blank: { readonly injectionId: string; readonly position: number } | undefined;
  readonly tolerances: ComparisonTolerances;
  /** The lot of the reference as it stands now. */
  readonly lot: ReferenceLot;
  /** References of other members of the isomer group that ran in the batch. */
  readonly others: readonly (Omit<OtherReference, 'retention'> & { readonly scan: Scan })[];
}

export interface ComputedComparison {
  readonly retention: StoredRetention;
  readonly spectrum: StoredSpectrum;
  readonly matchFactor: number;
  readonly reverseMatchFactor: number;
}

/** Everything of a comparison that is computed: retention, diagnostic ions, match factor and blank, from the data of one batch. */
export function computeComparison(input: ComparisonInput): ComputedComparison {
  const { batchCode, unknown, reference, tolerances, others } = input;
  const scores = compareEi(prepareNominal(unknown), prepareNominal(reference));
  const { ions, base } = diagnosticIons(reference, tolerances);
  const pairs = ionPairs(ions, unknown, reference);
  const at = (scan: Scan) => retentionOf(scan, batchCode);
  const retention: RetentionComparison = {
    sample: at(unknown),
    reference: at(reference),
    unit: 'min',
    tolerance: { absolute: tolerances.retentionTimeMinutes },
  };
  const blankScans = input.scans.filter(({ injectionId }) => injectionId === input.blank?.injectionId);
  const measured = blankIons(ions, unknown, blankAt(blankScans, unknown.minutes, tolerances));
  return {
    retention: {
      lot: { ...input.lot },
      findings: compareRetention(retention).map(copied),
      exclusions: excludeByRetention(
        retention,
        others.filter(({ scan }) => scan.minutes !== null).map(({ scan, ...other }) => ({ ...other, retention: at(scan) })),
      ).map((exclusion) => ({ ...exclusion, lot: { ...exclusion.lot }, finding: copied(exclusion.finding) })),
    },
    spectrum: {
      score: SCORE,
      ions: pairs.map((pair) => ({ ...pair, blank: measured.find(({ mz }) => mz === pair.mz)?.blank ?? null })),
      findings: [
        ...compareIons({
          ions: pairs,
          baseMz: base,
          relativeTolerancePercent: tolerances.ionRatioPercent,
          minimumIons: tolerances.diagnosticIonsNeeded,
        }),
        ...compareMatch({
          score: SCORE.id,
          value: scores.identity.shown,
          threshold: tolerances.matchFactor,
          sampleBatchId: batchCode,
          referenceBatchId: batchCode,
        }),
      ].map(copied),
      blank: compareBlank({
        ions: measured,
        limitPercent: tolerances.blankPercent,
        blank: { sequenceId: batchCode, position: input.blank?.position ?? 0 },
        sample: { sequenceId: batchCode, position: unknown.position },
      }).map(copied),
    },
    matchFactor: scores.identity.shown,
    reverseMatchFactor: scores.reverse.shown,
  };
}

const copied = <T extends { readonly params: Readonly<Record<string, string | number>> }>(finding: T) => ({
  ...finding,
  params: { ...finding.params },
});
