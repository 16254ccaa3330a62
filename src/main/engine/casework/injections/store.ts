import type { Readable, Row } from '../../database/schema';
import { notFound } from '../../failures';
import { numbersInBytes } from '../../peak-bytes';
import { asMeasuredSpectrum } from '../batches/store';
import { storedRetention } from '../comparisons/stored-findings';

export async function findInjection(read: Readable, id: string): Promise<Row<'injection'>> {
  const row = await read.selectFrom('injection').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('injection', id);
  return row;
}

export async function lastInjection(read: Readable, batchId: string): Promise<Row<'injection'> | undefined> {
  return read.selectFrom('injection').selectAll().where('batch_id', '=', batchId).orderBy('position', 'desc').limit(1).executeTakeFirst();
}

export async function findSpectrum(read: Readable, id: string): Promise<Row<'measured_spectrum'> & { readonly sha256: string }> {
  const row = await read
    .selectFrom('measured_spectrum')
    .innerJoin('attachment', 'attachment.id', 'measured_spectrum.attachment_id')
    .selectAll('measured_spectrum')
    .select('attachment.sha256')
    .where('measured_spectrum.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('spectrum', id);
  return row;
}

/** A spectrum with its peaks. */
export async function spectrumWithPeaks(read: Readable, id: string) {
  const row = await findSpectrum(read, id);
  return {
    ...asMeasuredSpectrum({ ...row, mz_bytes: row.mz.byteLength }),
    peaks: { mz: numbersInBytes(row.mz), intensity: numbersInBytes(row.intensity) },
  };
}

/** Where a file with these bytes is attached already. */
export async function attachedElsewhere(read: Readable, sha256: string) {
  return read
    .selectFrom('measured_spectrum')
    .innerJoin('attachment', 'attachment.id', 'measured_spectrum.attachment_id')
    .innerJoin('injection', 'injection.id', 'measured_spectrum.injection_id')
    .innerJoin('batch', 'batch.id', 'injection.batch_id')
    .select(['batch.code', 'injection.position', 'injection.id'])
    .where('attachment.sha256', '=', sha256)
    .executeTakeFirst();
}

/** Spectra of fewer peaks may be alike by chance. */
const TELLING_PEAKS = 5;

/** Another injection with exactly these peaks and counts, in whatever file: two injections never give the same. */
export async function measuredElsewhere(
  read: Readable,
  injectionId: string,
  { mz, intensity }: Pick<Row<'measured_spectrum'>, 'mz' | 'intensity'>,
) {
  if (mz.byteLength < TELLING_PEAKS * Float64Array.BYTES_PER_ELEMENT) return undefined;
  return read
    .selectFrom('measured_spectrum')
    .innerJoin('injection', 'injection.id', 'measured_spectrum.injection_id')
    .innerJoin('batch', 'batch.id', 'injection.batch_id')
    .select(['batch.code', 'injection.position'])
    .where('measured_spectrum.mz', '=', mz)
    .where('measured_spectrum.intensity', '=', intensity)
    .where('measured_spectrum.injection_id', '<>', injectionId)
    .executeTakeFirst();
}

/** Whether a comparison that counts used the injection: as sample, reference, blank before it, or reference of an isomer. */
export async function restsOnInjection(read: Readable, injection: Row<'injection'>): Promise<boolean> {
  const live = await read
    .selectFrom('comparison')
    .innerJoin('measured_spectrum as unknown', 'unknown.id', 'comparison.spectrum_id')
    .innerJoin('injection as sample', 'sample.id', 'unknown.injection_id')
    .innerJoin('measured_spectrum as reference', 'reference.id', 'comparison.reference_spectrum_id')
    .select(['sample.id', 'sample.position', 'reference.injection_id as reference_id', 'comparison.retention_json'])
    .where('sample.batch_id', '=', injection.batch_id)
    .where('comparison.voided_at', 'is', null)
    .execute();
  if (live.some(({ id, reference_id }) => id === injection.id || reference_id === injection.id)) return true;
  if (injection.kind === 'blank') {
    const blanks = await read
      .selectFrom('injection')
      .select('position')
      .where('batch_id', '=', injection.batch_id)
      .where('kind', '=', 'blank')
      .execute();
    const before = (position: number) => Math.max(...blanks.map((blank) => blank.position).filter((one) => one < position));
    return live.some(({ position }) => before(position) === injection.position);
  }
  if (injection.reference_lot_id === null) return false;
  const lot = await read.selectFrom('reference_lot').select('code').where('id', '=', injection.reference_lot_id).executeTakeFirstOrThrow();
  return live.some(({ retention_json }) =>
    storedRetention.parse(JSON.parse(retention_json)).exclusions.some((exclusion) => exclusion.lot.id === lot.code),
  );
}

/** Whether a comparison that counts stands on the spectrum. */
export async function isCompared(read: Readable, spectrumId: string): Promise<boolean> {
  const found = await read
    .selectFrom('comparison')
    .select('id')
    .where('voided_at', 'is', null)
    .where(({ eb, or }) => or([eb('spectrum_id', '=', spectrumId), eb('reference_spectrum_id', '=', spectrumId)]))
    .executeTakeFirst();
  return found !== undefined;
}
