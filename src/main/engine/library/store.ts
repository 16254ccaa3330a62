import { sql } from 'kysely';
import type { Collection } from '../../../contract/library';
import type { Readable } from '../database/schema';
import { examinedIn } from './examination/examination-store';

const columns = [
  'collection.id',
  'collection.row_version',
  'collection.name',
  'collection.kind',
  'collection.source',
  'collection.licence',
  'collection.version',
  'collection.spectra',
  'collection.original_file',
  'collection.imported_at',
  'collection.retired_at',
  'collection.import_key',
  'collection.rows_sha256',
  'person.full_name as imported_by_name',
  'attachment.sha256 as original_sha256',
  'library_examination.examined_at',
  'library_examination.version as examination_version',
  'library_examination.grades_json',
  'library_examination.findings_json',
] as const;

function selectCollections(read: Readable) {
  return read
    .selectFrom('collection')
    .leftJoin('person', 'person.id', 'collection.imported_by')
    .leftJoin('attachment', 'attachment.id', 'collection.original_attachment_id')
    .leftJoin('library_examination', (join) =>
      join.on(
        'library_examination.id',
        '=',
        sql`(select id from library_examination where collection_id = collection.id order by examined_at desc, id desc limit 1)`,
      ),
    )
    .select(columns)
    .select([
      sql<number>`(select count(*) from added_spectrum where collection_id = collection.id)`.as('added'),
      sql<number>`(select count(*) from withdrawn_spectrum where collection_id = collection.id)`.as('withdrawn'),
    ]);
}

export type CollectionRow = Awaited<ReturnType<ReturnType<typeof selectCollections>['execute']>>[number];

/** Oldest first. */
export function listCollections(read: Readable): Promise<CollectionRow[]> {
  return selectCollections(read).orderBy('collection.imported_at').orderBy('collection.id').execute();
}

export function findCollection(read: Readable, id: string): Promise<CollectionRow | undefined> {
  return selectCollections(read).where('collection.id', '=', id).executeTakeFirst();
}

/** The collection in use that came from a file with these bytes. */
export async function nameOfImportedFile(read: Readable, sha256: string): Promise<string | null> {
  const row = await read
    .selectFrom('collection')
    .innerJoin('attachment', 'attachment.id', 'collection.original_attachment_id')
    .select('collection.name')
    .where('attachment.sha256', '=', sha256)
    .where('collection.retired_at', 'is', null)
    .orderBy('collection.imported_at', 'desc')
    .executeTakeFirst();
  return row?.name ?? null;
}

/** Imports that were begun and not published. */
export function abandonedImports(read: Readable): Promise<readonly { readonly import_key: number; readonly file_name: string }[]> {
  return read
    .selectFrom('library_import')
    .leftJoin('collection', 'collection.import_key', 'library_import.import_key')
    .select(['library_import.import_key', 'library_import.file_name'])
    .where('collection.id', 'is', null)
    .execute();
}

const kinds = ['starter', 'imported', 'own', 'practice'] as const;

export function collectionKind(stored: string): Collection['kind'] {
  const kind = kinds.find((known) => known === stored);
  if (kind === undefined) throw new Error(`unknown kind of collection ${stored}`);
  return kind;
}

export function asCollection(row: CollectionRow): Collection {
  return {
    id: row.id,
    rowVersion: row.row_version,
    name: row.name,
    kind: collectionKind(row.kind),
    source: row.source,
    licence: row.licence,
    version: row.version,
    spectra: row.spectra + row.added - row.withdrawn,
    importedAt: row.imported_at,
    importedBy: row.imported_by_name ?? '',
    originalFile: row.original_file,
    originalSha256: row.original_sha256,
    retiredAt: row.retired_at,
    examined: examinedIn(row),
  };
}
