import { type ComparisonTolerances, comparisonTolerances } from '../../../../contract/laboratory';
import type { Retention } from '../../../../core/identification/comparison/retention';
import type { Readable } from '../../database/schema';
import { numbersInBytes } from '../../peak-bytes';

/** One spectrum of a sequence with its peaks and its place. */
export interface Scan {
  readonly spectrumId: string;
  readonly injectionId: string;
  readonly position: number;
  readonly kind: string;
  readonly sampleId: string | null;
  readonly referenceLotId: string | null;
  readonly injectedAt: string;
  readonly minutes: number | null;
  readonly minutesFrom: 'file' | 'person' | undefined;
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/** Every spectrum of a batch, in the order of the sequence. */
export async function scansOf(read: Readable, batchId: string): Promise<readonly Scan[]> {
  const rows = await read
    .selectFrom('measured_spectrum')
    .innerJoin('injection', 'injection.id', 'measured_spectrum.injection_id')
    .select([
      'measured_spectrum.id',
      'measured_spectrum.injection_id',
      'measured_spectrum.retention_time_min',
      'measured_spectrum.retention_time_from',
      'measured_spectrum.mz',
      'measured_spectrum.intensity',
      'injection.position',
      'injection.kind',
      'injection.sample_id',
      'injection.reference_lot_id',
      'injection.injected_at',
    ])
    .where('injection.batch_id', '=', batchId)
    .orderBy('injection.position')
    .orderBy('measured_spectrum.record')
    .execute();
  return rows.map((row) => ({
    spectrumId: row.id,
    injectionId: row.injection_id,
    position: row.position,
    kind: row.kind,
    sampleId: row.sample_id,
    referenceLotId: row.reference_lot_id,
    injectedAt: row.injected_at,
    minutes: row.retention_time_min,
    minutesFrom: row.retention_time_from === 'file' || row.retention_time_from === 'person' ? row.retention_time_from : undefined,
    mz: numbersInBytes(row.mz),
    intensity: numbersInBytes(row.intensity),
  }));
}

/** Where a spectrum stands on the scale of its sequence, and who says so. */
export function retentionOf({ minutes, minutesFrom }: Scan, sequenceId: string): Retention {
  return { value: minutes ?? Number.NaN, sequenceId, ...(minutesFrom === undefined ? {} : { from: minutesFrom }) };
}

/** The tolerances a method was validated with, null when it states none. */
export async function tolerancesOf(read: Readable, methodId: string): Promise<ComparisonTolerances | null> {
  const { tolerances_json } = await read
    .selectFrom('method')
    .select('tolerances_json')
    .where('id', '=', methodId)
    .executeTakeFirstOrThrow();
  return tolerances_json === null ? null : comparisonTolerances.parse(JSON.parse(tolerances_json));
}
