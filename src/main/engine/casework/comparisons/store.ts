import type { Comparison } from '../../../../contract/casework';
import type { Finding } from '../../../../core/identification/comparison/comparison';
import type { Readable } from '../../database/schema';
import { storedRetention, storedSpectrum } from './stored-findings';

const rows = (read: Readable) =>
  read
    .selectFrom('comparison')
    .innerJoin('measured_spectrum as unknown', 'unknown.id', 'comparison.spectrum_id')
    .innerJoin('injection', 'injection.id', 'unknown.injection_id')
    .innerJoin('batch', 'batch.id', 'injection.batch_id')
    .innerJoin('sample', 'sample.id', 'injection.sample_id')
    .innerJoin('measured_spectrum as reference', 'reference.id', 'comparison.reference_spectrum_id')
    .innerJoin('injection as reference_injection', 'reference_injection.id', 'reference.injection_id')
    .innerJoin('reference_lot', 'reference_lot.id', 'reference_injection.reference_lot_id')
    .innerJoin('person', 'person.id', 'comparison.analyst_id')
    .selectAll('comparison')
    .select([
      'sample.id as sample_id',
      'sample.code as sample_code',
      'batch.id as batch_id',
      'batch.code as batch_code',
      'injection.injected_at',
      'reference_lot.id as lot_id',
      'reference_lot.code as lot_code',
      'person.full_name as analyst',
    ])
    .orderBy('injection.injected_at')
    .orderBy('comparison.performed_at')
    .orderBy('comparison.id');

/** In the order in which the samples were injected, voided ones too. */
export async function comparisonsOf(read: Readable, exhibitId: string): Promise<readonly Comparison[]> {
  const found = await rows(read).where('comparison.exhibit_id', '=', exhibitId).execute();
  return found.map((row): Comparison => {
    const retention = storedRetention.parse(JSON.parse(row.retention_json));
    const spectrum = storedSpectrum.parse(JSON.parse(row.spectrum_json));
    return {
      id: row.id,
      exhibitId: row.exhibit_id,
      componentId: row.component_id,
      sampleId: row.sample_id,
      sampleCode: row.sample_code,
      batchId: row.batch_id,
      batchCode: row.batch_code,
      spectrumId: row.spectrum_id,
      referenceSpectrumId: row.reference_spectrum_id,
      referenceLotId: row.lot_id,
      referenceLotCode: row.lot_code,
      precedingBlankId: row.preceding_blank_id,
      retention: judged(retention.findings),
      spectrum: judged([...spectrum.findings, ...spectrum.blank]),
      matchFactor: row.match_factor,
      reverseMatchFactor: row.reverse_match_factor,
      analyst: { id: row.analyst_id, fullName: row.analyst },
      performedAt: row.performed_at,
      measuredAt: row.injected_at,
      voidedReason: row.voided_reason,
    };
  });
}

const judged = (findings: readonly Finding[]): Comparison['retention'] => ({
  met: findings.length > 0 && findings.every(({ met }) => met),
  findings: findings.map(({ met, code, params }) => ({ met, message: { code, params: { ...params } } })),
});
