import { joinFindings } from '../../../../core/identification/comparison/comparison';
import type { ReferenceLot } from '../../../../core/identification/reference-lot';
import type { MethodUse, Outcome, TechniqueResult } from '../../../../core/identification/technique-result';
import type { Row } from '../../database/schema';
import type { StoredRetention, StoredSpectrum } from '../comparisons/stored-findings';

export interface ComparisonEvidence {
  readonly row: Row<'comparison'>;
  readonly retention: StoredRetention;
  readonly spectrum: StoredSpectrum;
  readonly substanceKey: string;
  readonly lot: ReferenceLot;
  readonly batch: Row<'batch'>;
  readonly method: MethodUse;
  readonly injectionId: string;
  readonly injectedAt: string;
  readonly aliquotId: string;
  readonly attachmentIds: readonly string[];
}

/** Ids of the two results of one comparison. */
export const retentionResultId = (comparisonId: string) => `${comparisonId}:gc`;
export const spectrumResultId = (comparisonId: string) => `${comparisonId}:ms`;
/** The comparison or colour test a result belongs to. */
export const recordOfResult = (resultId: string): string => resultId.replace(/:(gc|ms)$/, '');

/**
 * One comparison of GC-MS as the gate sees it: retention and spectrum, two techniques on one injection (SWGDRUG IIIB.3.4). Both rest
 * on the blank before. Measured is when it was injected, by whoever ran the batch.
 */
export function comparisonResults(evidence: ComparisonEvidence): readonly TechniqueResult[] {
  const { row, retention, spectrum, substanceKey, lot, batch, method } = evidence;
  const shared = {
    batch: {
      id: batch.code,
      accepted: batch.status === 'open' ? ('not judged' as const) : batch.status === 'accepted',
      reasons: batch.judgement_note === '' ? [] : [batch.judgement_note],
      ...(batch.judged_by === null ? {} : { judgedById: batch.judged_by }),
    },
    injectionId: evidence.injectionId,
    aliquotId: evidence.aliquotId,
    analystId: batch.analyst_id,
    comparedById: row.analyst_id,
    analystAuthorised: 'not recorded' as const,
    performedAt: evidence.injectedAt,
    supports: { kind: 'substances' as const, substances: [substanceKey] },
    reviewableData: evidence.attachmentIds,
    referenceLot: lot,
    explainedBy: [],
  };
  return [
    {
      ...shared,
      id: retentionResultId(row.id),
      techniqueId: 'gc',
      method,
      outcome: retentionOutcome(retention),
      comparison: joinFindings('reference material', [retention.findings, spectrum.blank], retention.exclusions),
    },
    {
      ...shared,
      id: spectrumResultId(row.id),
      techniqueId: 'ms',
      method: { ...method, inlet: 'gc' },
      outcome: spectrumOutcome(spectrum),
      comparison: joinFindings('reference material', [spectrum.findings, spectrum.blank], retention.exclusions),
    },
  ];
}

/** Outside the window speaks against the substance; a retention that was not measured says nothing. */
function retentionOutcome({ findings }: StoredRetention): Outcome {
  if (findings.some(({ code }) => code === 'retention-outside')) return 'negative';
  const measured = findings.filter(({ code }) => code !== 'retention-sample-typed' && code !== 'retention-reference-typed');
  return measured.every(({ code }) => code === 'retention-within') ? 'positive' : 'inconclusive';
}

/**
 * A spectrum unlike the reference's speaks against the substance. One that is alike but misses an ion ratio, or stands on a blank that
 * is not clean, is claimed as positive and left out by the gate, which then says why.
 */
function spectrumOutcome({ findings }: StoredSpectrum): Outcome {
  return findings.some(({ code }) => code === 'match-below') ? 'negative' : 'positive';
}
