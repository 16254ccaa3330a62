import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import type { Collection, FilePreview, previewEvent, ReferenceSpectrum, SpectrumSummary } from '../../../contract/library';
import { errorCode } from '../database/storage-failure';
import { Failure, notFound } from '../failures';
import type { Foundation } from '../foundation';
import { requireActor, type Session } from '../session/access';
import { createBroadcast } from '../session/broadcast';
import { type ImportInput, placedWarnings, removeImports, runLibraryImport } from './import-job';
import { readFileInThread } from './preview/read-file';
import {
  countSpectraOf,
  findSpectrum,
  ionisationStated,
  listSpectra,
  peaksOfSpectra,
  type SpectrumListing,
  spectrumSummaries,
} from './spectrum-store';
import { abandonedImports, asCollection, type CollectionRow, findCollection, listCollections, nameOfImportedFile } from './store';

export type PreviewEvent = z.infer<typeof previewEvent>;

/** A collection with what a search must know of it. */
export interface SearchableCollection {
  readonly id: string;
  readonly name: string;
  readonly kind: Collection['kind'];
  readonly importKey: number;
  readonly rowsSha256: string;
  readonly spectra: number;
  readonly retired: boolean;
}

interface CollectionEdit {
  readonly id: string;
  readonly rowVersion: number;
  readonly name: string;
  readonly source: string;
  readonly licence: string;
  readonly version: string;
  readonly reason: string;
}

export interface LibraryService {
  collections(session: Session): Promise<Collection[]>;
  preview(session: Session, token: string, signal: AbortSignal | undefined): AsyncGenerator<PreviewEvent, void>;
  startImport(session: Session, input: ImportInput): Promise<{ readonly jobId: string }>;
  spectra(session: Session, listing: SpectrumListing): Promise<{ items: SpectrumSummary[]; total: number }>;
  spectrum(session: Session, key: number): Promise<Omit<ReferenceSpectrum, 'substanceId'>>;
  updateCollection(session: Session, edit: CollectionEdit): Promise<Collection>;
  retireCollection(
    session: Session,
    edit: Pick<CollectionEdit, 'id' | 'rowVersion' | 'reason'> & { readonly retired: boolean },
  ): Promise<Collection>;

  /** Every published collection, retired ones too: for searches. */
  searchable(): Promise<readonly SearchableCollection[]>;
  /** For other domains; no session is asked for. */
  readonly lookUp: {
    summaries(keys: readonly number[]): Promise<SpectrumSummary[]>;
    spectrum(key: number): Promise<Omit<ReferenceSpectrum, 'substanceId'>>;
    ionisationStated(key: number): Promise<boolean>;
    peaks(keys: readonly number[]): Promise<ReadonlyMap<number, { readonly mz: Float64Array; readonly intensity: Float64Array }>>;
    countOf(substance: { readonly inchikey: string | null; readonly cas: string | null }): Promise<number>;
  };
  /** Takes out what an import left that the program did not live to publish, and says so. */
  sweep(): Promise<void>;
  /** Waits for threads that are taking rows out again. */
  close(): Promise<void>;
}

type Dependencies = Pick<
  Foundation,
  'database' | 'read' | 'commands' | 'jobs' | 'attachments' | 'files' | 'threads' | 'clock' | 'log' | 'notices'
> & {
  /** Published collections changed. */
  readonly onCollections: () => void;
};

export function createLibraryService(given: Dependencies): LibraryService {
  const { read, commands, jobs, files, log, notices, onCollections } = given;
  const going = new Set<Promise<void>>();
  const threadStarted = (gone: Promise<void>) => {
    going.add(gone);
    void gone.then(() => going.delete(gone));
  };
  const dependencies = { ...given, threadStarted };
  const signedIn = (session: Session) => requireActor(read, session, null);

  async function spectrum(key: number) {
    const found = await findSpectrum(read, key);
    if (found === undefined) throw notFound('reference_spectrum', String(key));
    return found;
  }

  async function shown(id: string): Promise<Collection> {
    const row = await findCollection(read, id);
    if (row === undefined) throw notFound('collection', id);
    return asCollection(row);
  }

  return {
    collections: async (session) => {
      await signedIn(session);
      return (await listCollections(read)).map(asCollection);
    },
    preview: (session, token, signal) => preview(dependencies, session, token, signal),
    startImport: async (session, input) => {
      await requireActor(read, session, 'library.import');
      const subject = basename(await files.path(input.token));
      const { jobId, ended } = await jobs.start({ kind: 'library-import', subject, session, canCancel: true }, async (handle) => {
        const { outcome } = await runLibraryImport(dependencies, session, input, handle);
        return outcome;
      });
      void ended.then((job) => {
        if (job.state === 'finished') onCollections();
      });
      return { jobId };
    },
    spectra: async (session, listing) => {
      await signedIn(session);
      return listSpectra(read, listing);
    },
    spectrum: async (session, key) => {
      await signedIn(session);
      return spectrum(key);
    },
    updateCollection: async (session, { id, rowVersion, reason, name, source, licence, version }) => {
      await commands.run(
        { actor: session, permission: 'library.edit', action: 'library.update-collection', reason, subject: { type: 'collection', id } },
        (change) => change.update('collection', id, rowVersion, { name, source, licence, version }),
      );
      return shown(id);
    },
    retireCollection: async (session, { id, rowVersion, reason, retired }) => {
      const action = retired ? 'library.retire-collection' : 'library.restore-collection';
      await commands.run({ actor: session, permission: 'library.edit', action, reason, subject: { type: 'collection', id } }, (change) =>
        change.update('collection', id, rowVersion, { retired_at: retired ? change.now : null }),
      );
      onCollections();
      return shown(id);
    },
    searchable: async () => (await listCollections(read)).map(asSearchable),
    lookUp: {
      summaries: (keys) => spectrumSummaries(read, keys),
      spectrum,
      ionisationStated: (key) => ionisationStated(read, key),
      peaks: (keys) => peaksOfSpectra(read, keys),
      countOf: (substance) => countSpectraOf(read, substance),
    },
    sweep: async () => {
      // Bookkeeping of imports that were published in the last moment of the program.
      const published = (await listCollections(read)).map(({ import_key }) => import_key);
      await commands.bookkeep((query) => query.deleteFrom('library_import').where('import_key', 'in', published).execute());
      const abandoned = await abandonedImports(read);
      if (abandoned.length === 0) return;
      for (const { file_name } of abandoned) notices.add('import-abandoned', { fileName: file_name });
      removeImports(
        dependencies,
        abandoned.map(({ import_key }) => import_key),
      ).catch((error: unknown) => log.write('error', 'library.sweep-failed', { error: String(error) }));
    },
    close: async () => {
      await Promise.all(going);
    },
  };
}

async function* preview(
  dependencies: Dependencies,
  session: Session,
  token: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<PreviewEvent, void> {
  const { read, files } = dependencies;
  await requireActor(read, session, 'library.import');
  const path = await files.path(token);
  const fileName = basename(path);
  const total = await sizeOf(path, fileName);
  const finished = new AbortController();
  const progress = createBroadcast<number>();
  const advances = progress.listen(signal === undefined ? finished.signal : AbortSignal.any([signal, finished.signal]), () => 'bytes');
  // A caller who leaves closes the generator: then the thread is told to stop, too.
  const left = new AbortController();
  const reading = readFileInThread(
    dependencies,
    { kind: 'preview', path, fileName },
    { signal: signal === undefined ? left.signal : AbortSignal.any([signal, left.signal]), onProgress: progress.send },
  ).finally(() => finished.abort());
  reading.catch(() => undefined);
  try {
    yield { type: 'progress', done: 0, total };
    for await (const done of advances) yield { type: 'progress', done, total };
    yield { type: 'preview', preview: await asPreview(dependencies, fileName, await reading) };
  } finally {
    left.abort();
  }
}

async function asPreview(
  { read }: Dependencies,
  fileName: string,
  reading: Awaited<ReturnType<typeof readFileInThread>>,
): Promise<FilePreview> {
  const { size, sha256, format, spectra, statedEi, statedOther, unstated, warnings, warningTotal, unusedFields } = reading;
  return {
    fileName,
    size,
    sha256,
    format,
    alreadyImportedAs: await nameOfImportedFile(read, sha256),
    spectra,
    statedEi,
    statedOther,
    unstated,
    first: reading.records.map(({ identity, mz, intensity }) => ({
      name: identity.name,
      formula: identity.formula ?? null,
      cas: identity.cas ?? null,
      peakCount: mz.length,
      peaks: { mz: new Float64Array(mz), intensity: new Float64Array(intensity) },
    })),
    warnings: placedWarnings(warnings),
    warningTotal,
    unusedFields: [...unusedFields],
  };
}

async function sizeOf(path: string, fileName: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw new Failure('UNREADABLE_FILE', { fileName, code: 'not-readable', params: { code: errorCode(error) } }, error);
  }
}

function asSearchable(row: CollectionRow): SearchableCollection {
  return {
    id: row.id,
    name: row.name,
    kind: asCollection(row).kind,
    importKey: row.import_key,
    rowsSha256: row.rows_sha256,
    spectra: row.spectra,
    retired: row.retired_at !== null,
  };
}
