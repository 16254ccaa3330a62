import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { z } from 'zod';
import { type Collection, type FilePreview, importOutcome, type previewEvent, type SpectrumSummary } from '../../../contract/library';
import type { ExportFormat } from '../../../contract/measurements';
import { abscissaLength } from '../../../core/spectrum/axis';
import { errorCode } from '../database/storage-failure';
import { Failure, notFound } from '../failures';
import type { Foundation } from '../foundation';
import { EXTENSIONS, written } from '../measurements/export';
import type { MeasurementsService } from '../measurements/service';
import { saveWhereChosen } from '../save-dialog';
import { requireActor, type Session } from '../session/access';
import { createBroadcast } from '../session/broadcast';
import { type CandidateSummary, candidateSummaries } from './candidate-store';
import { examineInThread } from './examination/examination-job';
import { type ImportInput, placedWarnings, removeImports, runLibraryImport } from './import-job';
import { keptRecord } from './kept-record';
import { type Addition, type Correction, createLivingCollections, type NewOwnCollection } from './living-collections';
import type { PreviewedRecord } from './preview/preview-task';
import { readFileInThread } from './preview/read-file';
import {
  countSpectraOf,
  type FoundSpectrum,
  findSpectrum,
  ionisationStated,
  listSpectra,
  type NamedSubstances,
  peaksOfSpectra,
  type SpectrumListing,
  spectrumSummaries,
} from './spectrum-store';
import { originalOf } from './standing-store';
import { abandonedImports, asCollection, type CollectionRow, findCollection, listCollections, nameOfImportedFile } from './store';

export type { FoundSpectrum };
export type PreviewEvent = z.infer<typeof previewEvent>;

/** A collection with what a search must know of it. */
export interface SearchableCollection {
  readonly id: string;
  readonly name: string;
  readonly kind: Collection['kind'];
  readonly importKey: number;
  readonly rowsSha256: string;
  /** Those it was published with. */
  readonly spectra: number;
  /** How many were added since, and how many withdrawn. */
  readonly added: number;
  readonly withdrawn: number;
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

export interface SpectraExport {
  readonly keys: readonly number[];
  readonly format: ExportFormat;
}

export interface LibraryService {
  collections(session: Session): Promise<Collection[]>;
  preview(session: Session, token: string, signal: AbortSignal | undefined): AsyncGenerator<PreviewEvent, void>;
  startImport(session: Session, input: ImportInput): Promise<{ readonly jobId: string }>;
  spectra(session: Session, listing: SpectrumListing): Promise<{ items: SpectrumSummary[]; total: number }>;
  spectrum(session: Session, key: number): Promise<FoundSpectrum>;
  updateCollection(session: Session, edit: CollectionEdit): Promise<Collection>;
  retireCollection(
    session: Session,
    edit: Pick<CollectionEdit, 'id' | 'rowVersion' | 'reason'> & { readonly retired: boolean },
  ): Promise<Collection>;

  /** See LivingCollections; each makes the search follow. */
  /** As a job; every import is followed by one. */
  examine(session: Session, collectionId: string): Promise<{ jobId: string }>;
  createCollection(session: Session, collection: NewOwnCollection): Promise<Collection>;
  addSpectrum(session: Session, addition: Addition): Promise<{ key: number }>;
  correctSpectrum(session: Session, correction: Correction): Promise<{ key: number }>;
  retireSpectrum(session: Session, key: number, reason: string): Promise<void>;
  saveSpectra(session: Session, request: SpectraExport & { readonly suggestedName: string }): Promise<{ path: string } | null>;
  saveOriginal(session: Session, key: number): Promise<{ path: string } | null>;

  /** Every published collection, retired ones too: for searches. */
  searchable(): Promise<readonly SearchableCollection[]>;
  /** For other domains; no session is asked for. */
  readonly lookUp: {
    summaries(keys: readonly number[]): Promise<SpectrumSummary[]>;
    candidates(keys: readonly number[]): Promise<CandidateSummary[]>;
    spectrum(key: number): Promise<FoundSpectrum>;
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
  'database' | 'read' | 'commands' | 'jobs' | 'attachments' | 'files' | 'threads' | 'clock' | 'log' | 'notices' | 'shell'
> & {
  readonly measurements: MeasurementsService;
  /** Identifiers of the laboratory's substances that go by a name in any language. */
  readonly substancesNamed: (text: string) => Promise<NamedSubstances>;
  /** Published collections changed. */
  readonly onCollections: () => void;
};

export function createLibraryService(given: Dependencies): LibraryService {
  const { read, commands, jobs, files, log, notices, shell, attachments, substancesNamed, onCollections } = given;
  const living = createLivingCollections(given);
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

  /** Texts of the spectra asked for, one after the other. */
  async function* texts({ keys, format }: SpectraExport): AsyncGenerator<string, void> {
    for (const key of keys) yield* written(await keptRecord(read, key), format);
  }

  async function examination(session: Session | null, collectionId: string): Promise<{ jobId: string }> {
    const { id, name, spectra } = await shown(collectionId);
    const { jobId } = await jobs.start({ kind: 'library-examination', subject: name, session, canCancel: true }, async (handle) => {
      const { entries, grades } = await examineInThread(dependencies, { id, spectra }, session, handle);
      return { collectionId: id, entries, grades };
    });
    return { jobId };
  }

  function followed<T>(result: T): T {
    onCollections();
    return result;
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
      void ended
        .then(async (job) => {
          if (job.state !== 'finished') return;
          onCollections();
          await examination(null, importOutcome.parse(job.outcome).collectionId);
        })
        .catch((error: unknown) => log.write('error', 'library.examination-not-started', { error: String(error) }));
      return { jobId };
    },
    spectra: async (session, listing) => {
      await signedIn(session);
      const named = listing.text.trim() === '' ? NO_SUBSTANCES : await substancesNamed(listing.text);
      return listSpectra(read, listing, named);
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
    examine: async (session, collectionId) => {
      await requireActor(read, session, 'library.import');
      return examination(session, collectionId);
    },
    createCollection: async (session, collection) => shown(await living.create(session, collection)),
    addSpectrum: async (session, addition) => followed({ key: await living.add(session, addition) }),
    correctSpectrum: async (session, correction) => followed({ key: await living.correct(session, correction) }),
    retireSpectrum: async (session, key, reason) => followed(await living.retire(session, key, reason)),
    saveSpectra: async (session, request) => {
      await signedIn(session);
      const path = await saveWhereChosen(
        shell,
        { suggestedName: request.suggestedName, extension: EXTENSIONS[request.format] },
        texts(request),
      );
      return path === null ? null : { path };
    },
    saveOriginal: async (session, key) => {
      await signedIn(session);
      const original = await originalOf(read, key);
      if (original === null) throw notFound('attachment', String(key));
      const path = await saveWhereChosen(shell, { suggestedName: original.name, extension: '' }, attachments.parts(original.sha256));
      return path === null ? null : { path };
    },
    searchable: async () => (await listCollections(read)).map(asSearchable),
    lookUp: {
      summaries: (keys) => spectrumSummaries(read, keys),
      candidates: (keys) => candidateSummaries(read, keys),
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
  const { size, sha256, format, spectra, curves, runs, statedEi, statedOther, unstated, warnings, warningTotal, unusedFields } = reading;
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
    curves,
    runs,
    first: reading.records.map(previewedRecord),
    warnings: placedWarnings(warnings),
    warningTotal,
    unusedFields: [...unusedFields],
  };
}

function previewedRecord(record: PreviewedRecord): FilePreview['first'][number] {
  const { identity } = record.kind === 'curves' ? record.curves : record.spectrum;
  const common = { name: identity.name, formula: identity.formula ?? null, cas: identity.cas ?? null };
  if (record.kind === 'curves') {
    const { traces, technique } = record.curves;
    const [first] = traces;
    return { ...common, technique, peakCount: first === undefined ? 0 : abscissaLength(first.x), peaks: NO_PEAKS, traces: [...traces] };
  }
  const { mz, intensity } = record.spectrum;
  return { ...common, technique: 'mass-spectrometry', peakCount: mz.length, peaks: { mz, intensity }, traces: [] };
}

const NO_PEAKS = { mz: new Float64Array(0), intensity: new Float64Array(0) };
const NO_SUBSTANCES: NamedSubstances = { inchikeys: [], cas: [] };

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
    added: row.added,
    withdrawn: row.withdrawn,
    retired: row.retired_at !== null,
  };
}
