import type { Readable, Row } from '../../database/schema';
import { notFound } from '../../failures';
import { numbersInBytes } from '../../peak-bytes';
import { asMeasuredSpectrum } from '../batches/store';

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
