import { basename } from 'node:path';
import type { Collection, ImportOutcome, SpectrumSummary } from '../../../contract/library';
import type { ReadWarning, Refusal } from '../../../core/spectrum/reading';
import type { Change } from '../command/change';
import { Failure, refused } from '../failures';
import type { Foundation } from '../foundation';
import type { JobHandle } from '../jobs/service';
import type { Session } from '../session/access';
import { runThreadTask } from '../thread-task';
import type { ImportTally } from './import/import-spectra';
import type { ImportProgress, ImportRequest, ImportResult } from './import/import-task';
import { leaveCheckpoints } from './import/leave-checkpoints';

export interface ImportInput {
  readonly token: string;
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  readonly version: string;
  readonly unstatedIonisation: SpectrumSummary['ionisation'];
  readonly skipAlreadyHeld: boolean;
}

export type ImportDependencies = Pick<Foundation, 'database' | 'commands' | 'attachments' | 'files' | 'threads' | 'clock' | 'log'> & {
  /** Told of every thread that was started, so that the laboratory is not closed under it. */
  readonly threadStarted: (gone: Promise<void>) => void;
};

/** Copying and hashing a file takes about this share of the time that reading it takes; both make one progress. */
const COPY_SHARE = 0.1;

/**
 * An import from its file to the published collection: the file is kept, a thread writes rows that nobody sees, and one short audited
 * change makes them a collection. Ended early, it leaves nothing: the thread takes its rows out again, and the next start what a
 * killed program left.
 */
export async function runLibraryImport(
  dependencies: ImportDependencies,
  session: Session,
  input: ImportInput,
  handle: JobHandle,
): Promise<{ readonly outcome: ImportOutcome; readonly importKey: number }> {
  const { attachments, commands, clock, database, files, threads, log } = dependencies;
  const began = clock.monotonic();
  const path = await files.path(input.token);
  const fileName = basename(path);
  let copied = 0;
  const kept = await attachments.keep(
    { path },
    {
      signal: handle.signal,
      onBytes: (bytes) => {
        copied = bytes;
        handle.progress({ done: COPY_SHARE * copied, total: null, unit: 'bytes' });
      },
    },
  );
  const { import_key: importKey } = await commands.bookkeep((query) =>
    query
      .insertInto('library_import')
      .values({ job_id: handle.id, file_name: fileName, started_at: new Date(clock.now()).toISOString() })
      .returning('import_key')
      .executeTakeFirstOrThrow(),
  );
  const request: ImportRequest = {
    kind: 'import',
    database: database.file,
    path: attachments.path(kept.sha256),
    fileName,
    options: { importKey, unstatedIonisation: input.unstatedIonisation, skipAlreadyHeld: input.skipAlreadyHeld },
  };
  const total = (1 + COPY_SHARE) * kept.size;
  const { result, gone } = runThreadTask<ImportRequest, ImportProgress, ImportResult>(threads.libraryImport(), request, {
    signal: handle.signal,
    onProgress: ({ bytes }) => handle.progress({ done: COPY_SHARE * kept.size + bytes, total, unit: 'bytes' }),
  });
  dependencies.threadStarted(gone);
  const end = await leaveCheckpoints(dependencies, () => result);
  if (end.type === 'removed' || end.type === 'examined' || end.type === 'cancelled')
    throw new Error(`the import thread answered ${end.type}`);
  if (end.type === 'refused') throw unreadable(fileName, end.refusal);
  handle.signal.throwIfAborted();
  const { tally } = end;
  try {
    if (tally.imported === 0) throw refused('library.nothing-new', { fileName, alreadyHeld: tally.alreadyHeld });
    const collectionId = await commands.run({ actor: session, permission: 'library.import', action: 'library.import' }, async (change) => {
      const attachment = await attachments.record(change, kept, { originalName: fileName, mediaType: 'application/octet-stream' });
      return publish(change, {
        ...input,
        kind: 'imported',
        originalFile: fileName,
        attachmentId: attachment.id,
        importKey,
        spectra: tally.imported,
        rowsSha256: tally.rowsSha256,
      });
    });
    await commands.bookkeep((query) => query.deleteFrom('library_import').where('import_key', '=', importKey).execute());
    log.write('info', 'library.imported', {
      spectra: tally.imported,
      longestTransaction: Math.round(tally.longestTransactionMilliseconds),
    });
    return { outcome: outcomeOf(tally, collectionId, clock.monotonic() - began), importKey };
  } catch (error) {
    await gone;
    await removeImports(dependencies, [importKey]);
    throw error;
  }
}

/** Takes unpublished rows out again, in a thread. */
export async function removeImports(
  { threads, database, threadStarted }: Pick<ImportDependencies, 'threads' | 'database' | 'threadStarted'>,
  importKeys: readonly number[],
): Promise<void> {
  const request: ImportRequest = { kind: 'remove', database: database.file, importKeys };
  const { result, gone } = runThreadTask<ImportRequest, ImportProgress, ImportResult>(threads.libraryImport(), request);
  threadStarted(gone);
  await result;
}

interface Publication {
  readonly name: string;
  readonly kind: Collection['kind'];
  readonly source: string;
  readonly licence: string;
  readonly version: string;
  readonly originalFile: string | null;
  readonly attachmentId: string | null;
  readonly importKey: number;
  readonly spectra: number;
  readonly rowsSha256: string;
}

/** The one row by which an import's spectra become visible; the event carries the digest that proves them. */
export async function publish(change: Change, publication: Publication): Promise<string> {
  const row = await change.insert('collection', {
    id: change.newId(),
    name: publication.name,
    kind: publication.kind,
    source: publication.source,
    licence: publication.licence,
    version: publication.version,
    original_file: publication.originalFile,
    original_attachment_id: publication.attachmentId,
    import_key: publication.importKey,
    spectra: publication.spectra,
    rows_sha256: publication.rowsSha256,
    imported_by: change.actor?.id ?? null,
    imported_at: change.now,
    retired_at: null,
  });
  change.subject({ type: 'collection', id: row.id });
  change.note({ spectra: publication.spectra, rowsSha256: publication.rowsSha256 });
  return row.id;
}

/** A refusal of a reader as the contract's failure. */
export function unreadable(fileName: string, { code, params }: Refusal): Failure<'UNREADABLE_FILE'> {
  return new Failure('UNREADABLE_FILE', { fileName, code, params: { ...params } });
}

/** Warnings of a reader as the contract shows them. */
export function placedWarnings(warnings: readonly ReadWarning[]): ImportOutcome['warnings'] {
  return warnings.map(({ code, params, at }) => ({ code, params: { ...params }, ...at }));
}

function outcomeOf(tally: ImportTally, collectionId: string, milliseconds: number): ImportOutcome {
  const { imported, alreadyHeld, leftOut, warnings, warningTotal } = tally;
  return { collectionId, imported, alreadyHeld, leftOut, warnings: placedWarnings(warnings), warningTotal, milliseconds };
}
