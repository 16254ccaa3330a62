import type { ReferenceSpectrum } from '../../../contract/library';
import type { Readable } from '../database/schema';

/** How a spectrum came into its collection after that was published; null for what was published with it. */
export async function additionOf(read: Readable, key: number): Promise<ReferenceSpectrum['added']> {
  const row = await read
    .selectFrom('added_spectrum')
    .innerJoin('person', 'person.id', 'added_spectrum.added_by')
    .selectAll('added_spectrum')
    .select('person.full_name')
    .where('spectrum_key', '=', key)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    at: row.added_at,
    by: row.full_name,
    openedFileId: row.opened_file_id,
    openedItem: row.opened_item,
    corrects: row.corrects_key,
    reason: row.reason,
  };
}

/** Since when a spectrum is used no more. */
export async function withdrawalOf(read: Readable, key: number): Promise<ReferenceSpectrum['withdrawn']> {
  const row = await read
    .selectFrom('withdrawn_spectrum')
    .innerJoin('person', 'person.id', 'withdrawn_spectrum.withdrawn_by')
    .selectAll('withdrawn_spectrum')
    .select('person.full_name')
    .where('spectrum_key', '=', key)
    .executeTakeFirst();
  return row === undefined ? null : { at: row.withdrawn_at, by: row.full_name, reason: row.reason, correctedBy: row.corrected_by_key };
}

/** The kept file a spectrum came from: that of its collection, or the opened one it was taken from, whatever was put right since. */
export async function originalOf(read: Readable, key: number): Promise<{ readonly name: string; readonly sha256: string } | null> {
  const added = await read.selectFrom('added_spectrum').selectAll().where('spectrum_key', '=', key).executeTakeFirst();
  if (added !== undefined && added.corrects_key !== null) return originalOf(read, added.corrects_key);
  if (added !== undefined)
    return (
      (await read
        .selectFrom('opened_file')
        .innerJoin('attachment', 'attachment.id', 'opened_file.attachment_id')
        .select(['opened_file.name', 'attachment.sha256'])
        .where('opened_file.id', '=', added.opened_file_id)
        .executeTakeFirst()) ?? null
    );
  const row = await read
    .selectFrom('reference_spectrum')
    .innerJoin('collection', 'collection.import_key', 'reference_spectrum.import_key')
    .innerJoin('attachment', 'attachment.id', 'collection.original_attachment_id')
    .select(['collection.original_file as name', 'attachment.sha256'])
    .where('reference_spectrum.key', '=', key)
    .executeTakeFirst();
  return row === undefined || row.name === null ? null : { name: row.name, sha256: row.sha256 };
}

/** How many were added to a collection, or withdrawn from it, so far. */
export async function countIn(read: Readable, table: 'added_spectrum' | 'withdrawn_spectrum', collectionId: string): Promise<number> {
  const { total } = await read
    .selectFrom(table)
    .select((where) => where.fn.countAll<number>().as('total'))
    .where('collection_id', '=', collectionId)
    .executeTakeFirstOrThrow();
  return total;
}
