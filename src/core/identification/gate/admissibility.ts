import { comparisonHolds, missingKinds } from '../comparison/comparison';
import type { CriterionId, WayOut } from '../gate-outcome';
import { type ReasonParams, reason } from '../reason';
import type { ReasonCode } from '../reason-codes';
import { validOn } from '../reference-lot';
import type { Technique } from '../technique';
import type { TechniqueResult } from '../technique-result';
import type { Fault } from './assessment';
import { by, orDeviation } from './way-out';

export function fault(criterion: CriterionId, code: ReasonCode, wayOut: readonly WayOut[], params: ReasonParams = {}): Fault {
  return { ...reason(code, params), criterion, wayOut };
}

/** A and B need data that a second person can look at (R5). */
export function dataFaults(result: TechniqueResult, technique: Technique): readonly Fault[] {
  if (technique.category === 'C' || result.reviewableData.length > 0) return [];
  return [fault('reviewable-data', 'no-reviewable-data', by('attach-data'), { technique: technique.id })];
}

/** Method validated, analyst authorised, batch accepted; a test of category C brings its own controls instead of a batch (R11). */
export function qualityFaults(result: TechniqueResult, technique: Technique): readonly Fault[] {
  const faults: Fault[] = [];
  const params = { technique: technique.id };
  if (!result.method.validated) faults.push(fault('quality', 'method-not-validated', by('use-validated-method'), params));
  if (result.analystAuthorised === false) faults.push(fault('quality', 'analyst-not-authorised', by('add-technique'), params));
  if (result.batch !== undefined && result.batch.accepted !== true) {
    const code = result.batch.accepted === false ? 'batch-rejected' : 'batch-not-judged';
    faults.push(fault('quality', code, by('repeat-in-accepted-batch'), { ...params, batch: result.batch.id }));
  }
  if (technique.category === 'C') return [...faults, ...controlFaults(result, technique)];
  const needsBatch = technique.comparedWith === 'reference material';
  if (needsBatch && result.batch === undefined) faults.push(fault('quality', 'batch-missing', by('repeat-in-accepted-batch'), params));
  return faults;
}

function controlFaults(result: TechniqueResult, technique: Technique): readonly Fault[] {
  // Imprints are looked up, not run: there is no reagent to control.
  if (technique.id === 'pharm') return [];
  const { controls } = result;
  const params = { technique: technique.id };
  if (controls === undefined) return [fault('quality', 'controls-missing', by('repeat-with-controls'), params)];
  const faults: Fault[] = [];
  if (!validOn(controls.reagentLot.expiresOn, result.performedAt)) {
    faults.push(fault('quality', 'reagent-expired', by('repeat-with-controls'), { ...params, lot: controls.reagentLot.id }));
  }
  if (controls.positive !== 'passed') faults.push(fault('quality', 'positive-control-not-passed', by('repeat-with-controls'), params));
  if (controls.blank !== 'passed') faults.push(fault('quality', 'blank-control-not-passed', by('repeat-with-controls'), params));
  return faults;
}

/** The comparison was carried out in every part the technique asks for, and holds (R9). Orientation counts as nothing. */
export function comparisonFaults(result: TechniqueResult, technique: Technique): readonly Fault[] {
  const { comparison } = result;
  const params = { technique: technique.id };
  if (comparison === undefined) return [fault('comparison', 'comparison-missing', by('run-reference'), params)];
  if (comparison.basis === 'orientation') return [fault('comparison', 'orientation-only', by('run-reference'), params)];
  // A library spectrum has no injection and no blank of its own: the match is all there is to hold.
  const required = comparison.basis === 'library' ? (['match'] as const) : technique.requires;
  const missing = missingKinds(comparison, required);
  if (missing.length > 0)
    return [fault('comparison', 'comparison-incomplete', by('run-reference'), { ...params, missing: missing.join(', ') })];
  if (comparisonHolds(comparison, required)) return [];
  return [fault('comparison', 'comparison-not-met', by('run-reference', 'add-technique'), params)];
}

/** A and B are compared with a traceable lot of the same substance, valid on the day (R9). */
export function referenceFaults(result: TechniqueResult, technique: Technique, substanceKey: string): readonly Fault[] {
  if (technique.comparedWith !== 'reference material' || result.comparison?.basis === 'orientation') return [];
  const params = { technique: technique.id };
  if (result.comparison?.basis === 'library') return [fault('reference', 'library-only', by('run-reference'), params)];
  const lot = result.referenceLot;
  if (lot === undefined || result.comparison?.basis !== 'reference material')
    return [fault('reference', 'reference-missing', by('run-reference'), params)];
  const named = { ...params, lot: lot.id };
  const faults: Fault[] = [];
  if (lot.substanceKey !== substanceKey) {
    faults.push(fault('reference', 'reference-wrong-substance', by('repeat-with-valid-lot'), { ...named, substance: lot.substanceKey }));
  }
  if (!lot.certificateTraceable) faults.push(fault('reference', 'reference-not-traceable', by('repeat-with-valid-lot'), named));
  if (!validOn(lot.expiresOn, result.performedAt)) {
    const way = orDeviation('requalified-standard', 'repeat-with-valid-lot');
    faults.push(
      fault('reference', 'reference-expired', way, { ...named, expired: lot.expiresOn ?? '', used: result.performedAt.slice(0, 10) }),
    );
  }
  return faults;
}
