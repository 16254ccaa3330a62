import type { Collection } from '../../../contract/library';
import type { MassSpectrum } from '../../../core/spectrum/mass-spectrum';
import type { Foundation } from '../foundation';
import { createRowWriter, prepared } from './import/row-writer';
import { publish } from './import-job';
import { RowsDigest } from './rows-digest';
import { searchedNames, spectrumRow } from './spectrum-row';

/** A small collection that the engine adds by itself: the starter list, the library of the practice laboratory. */
export interface NewCollection {
  readonly name: string;
  readonly kind: Collection['kind'];
  readonly source: string;
  readonly licence: string;
  readonly version: string;
  readonly spectra: readonly MassSpectrum[];
}

/** As an import: rows first, which nobody sees, then the one audited change that publishes them. @returns the collection's id */
export async function addCollection(
  { commands, database, clock }: Pick<Foundation, 'commands' | 'database' | 'clock'>,
  collection: NewCollection,
): Promise<string> {
  const rows = collection.spectra.map((spectrum) => ({ row: spectrumRow(spectrum, 'unknown'), names: searchedNames(spectrum) }));
  const digest = new RowsDigest();
  for (const { row } of rows) digest.add(row);
  const importKey = await commands.bookkeep(async (query) => {
    const { import_key } = await query
      .insertInto('library_import')
      .values({ job_id: '', file_name: collection.name, started_at: new Date(clock.now()).toISOString() })
      .returning('import_key')
      .executeTakeFirstOrThrow();
    // The statements run on the connection whose transaction is open here.
    const writer = createRowWriter(database.writer.handle);
    for (const [ordinal, { row, names }] of rows.entries()) writer.write(import_key, ordinal, prepared(row, names));
    return import_key;
  });
  const id = await commands.run({ actor: null, permission: null, action: 'library.add-collection' }, (change) =>
    publish(change, { ...collection, originalFile: null, attachmentId: null, importKey, spectra: rows.length, rowsSha256: digest.end() }),
  );
  await commands.bookkeep((query) => query.deleteFrom('library_import').where('import_key', '=', importKey).execute());
  return id;
}
