import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type {
  Averaging,
  Batch,
  ExportFormat,
  ItemSummary,
  Measurement,
  OpenEvent,
  OpenedFile,
  OpenedFileSummary,
  RunScan,
  SavedChain,
  Sequence,
  SpectrumChoice,
  WireStep,
} from '../../../contract/measurements';
import type { DelimitedLayout } from '../../../core/formats/delimited-text/layout';
import { foldedKey } from '../../../core/names/folded-key';
import { checkStep } from '../../../core/processing/chain/check-step';
import { PROCESSING_VERSION } from '../../../core/processing/chain/processing-step';
import type { Trace } from '../../../core/spectrum/curves';
import { Failure, notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { saveWhereChosen } from '../save-dialog';
import { requireActor, type Session } from '../session/access';
import { asMeasurement } from './as-measurement';
import { type ChosenRecord, chosenRecord } from './chosen-spectrum';
import { iterate } from './event-queue';
import { EXTENSIONS, processed, referencesOf, written } from './export';
import { folderAsZip } from './folder-as-zip';
import { openFiles } from './open-files';
import { placedReason } from './placed-reason';
import type { KeptReading } from './reading/reading-messages';
import type { NotTakenApart, TakenApart, TakingApart } from './reading/run-components';
import { type AskOptions, createReadingClient } from './reading-client';
import { personOf, recordFile } from './record-file';
import { sequenceOfBatch } from './sequence';
import {
  asSummary,
  collectionsFrom,
  companionsOf,
  detailsOf,
  type FileListing,
  filesOfBatch,
  findBatch,
  layoutOf,
  listChains,
  listFiles,
  type OpenedFileRow,
  openedFileRow,
} from './store';

interface ItemPlace {
  readonly fileId: string;
  readonly index: number;
}

interface ExportRequest {
  readonly choices: readonly SpectrumChoice[];
  readonly format: ExportFormat;
  readonly steps: readonly WireStep[];
}

export interface MeasurementsService {
  chooseFolder(session: Session): Promise<{ token: string; name: string } | null>;
  open(session: Session, tokens: readonly string[], signal: AbortSignal): AsyncGenerator<OpenEvent, void>;
  files(session: Session, listing: FileListing): Promise<{ items: OpenedFileSummary[]; total: number }>;
  file(session: Session, id: string): Promise<OpenedFile>;
  items(
    session: Session,
    listing: { readonly fileId: string; readonly offset: number; readonly limit: number; readonly text: string },
  ): Promise<{ items: ItemSummary[]; total: number }>;
  item(session: Session, place: ItemPlace, signal: AbortSignal | undefined): Promise<Measurement>;
  reread(session: Session, id: string, layout: DelimitedLayout): Promise<OpenedFile>;
  batch(session: Session, id: string): Promise<Batch>;
  sequence(session: Session, batchId: string): Promise<Sequence>;
  scan(session: Session, place: ItemPlace & { readonly scan: number }): Promise<RunScan>;
  averagedScan(
    session: Session,
    place: ItemPlace & { readonly averaging: Averaging },
    signal: AbortSignal | undefined,
  ): Promise<{ peaks: { mz: Float64Array; intensity: Float64Array }; scans: number; backgroundScans: number }>;
  extractedIons(
    session: Session,
    asked: ItemPlace & { readonly windows: readonly { readonly from: number; readonly to: number }[]; readonly msLevel: number | null },
    signal: AbortSignal | undefined,
  ): Promise<{ times: Float64Array; intensities: Float64Array[] }>;
  saveChain(
    session: Session,
    chain: ItemPlace & { readonly steps: readonly WireStep[]; readonly version: string; readonly note: string },
  ): Promise<SavedChain>;
  chains(session: Session, place: ItemPlace): Promise<SavedChain[]>;
  saveExport(session: Session, request: ExportRequest & { readonly suggestedName: string }): Promise<{ path: string; notes: [] } | null>;
  saveOriginal(session: Session, id: string): Promise<{ path: string } | null>;

  /** For other domains; no session is asked for. */
  readonly lookUp: {
    /** What a person chose of an opened file, with the file it is from. */
    record(choice: SpectrumChoice): Promise<{ readonly record: ChosenRecord; readonly file: OpenedFileRow }>;
    file(id: string): Promise<OpenedFileRow>;
    /** What elutes in a run. @throws Failure NOT_FOUND; the signal's reason */
    components(place: ItemPlace, how: TakingApart, options: AskOptions): Promise<TakenApart | NotTakenApart>;
  };
  /** Scratch files of the last run of the program are of no use: they are made again. */
  emptyScratch(): Promise<void>;
  close(): Promise<void>;
}

type Dependencies = Pick<
  Foundation,
  'database' | 'read' | 'commands' | 'attachments' | 'files' | 'threads' | 'clock' | 'ids' | 'log' | 'shell' | 'version'
>;

export function createMeasurementsService(dependencies: Dependencies): MeasurementsService {
  const { database, read, commands, attachments, files, threads, clock, ids, log, shell, version } = dependencies;
  const scratchFolder = join(database.folder, 'readings');
  const reader = createReadingClient(threads.measurements, scratchFolder, version);
  const desk = createReadingClient(threads.measurements, scratchFolder, version);
  /** Runs are taken apart beside the others: that takes seconds. */
  const bench = createReadingClient(threads.measurements, scratchFolder, version);
  let closed = false;
  /** Paths that the system's dialog gave, by the token the window was given for them. */
  const chosenPaths = new Map<string, string>();

  const reads = (session: Session) => requireActor(read, session, 'measurements.read');
  const keptReading = async (row: OpenedFileRow): Promise<KeptReading> => {
    const companions = row.main_path === null ? [] : await companionsOf(read, row.id);
    return {
      file: attachments.path(row.sha256),
      name: row.name,
      hashes: [row.sha256, ...companions.map(({ sha256 }) => sha256)],
      layout: layoutOf(row),
      folder:
        row.main_path === null
          ? null
          : { main: row.main_path, companions: companions.map(({ path, sha256 }) => ({ path, file: attachments.path(sha256) })) },
    };
  };
  const readingOf = async (fileId: string) => keptReading(await openedFileRow(read, fileId));
  const absent = ({ fileId, index }: ItemPlace) => notFound('item', `${fileId} ${index}`);

  async function shown(id: string): Promise<OpenedFile> {
    const row = await openedFileRow(read, id);
    const columns = row.format === 'delimited-text' ? await desk.ask('columns', { reading: await keptReading(row) }) : null;
    return {
      ...asSummary(row),
      ...detailsOf(row),
      layout: columns?.layout ?? null,
      layoutDoubts: [...(columns?.doubts ?? [])],
      previewRows: columns?.rows.map((cells) => [...cells]) ?? [],
      companions: await companionsOf(read, id),
      inCollections: await collectionsFrom(read, row.sha256),
    };
  }

  async function record(choice: SpectrumChoice) {
    const file = await openedFileRow(read, choice.fileId);
    return { record: await chosenRecord(desk, await keptReading(file), choice), file };
  }

  /** Texts of the chosen records, one after the other. */
  async function* texts({ choices, format, steps }: ExportRequest): AsyncGenerator<string, void> {
    const references = new Map<string, Trace>();
    for (const { key, fileId, index } of referencesOf(steps)) {
      const { record: reference } = await record({ fileId, index, scan: null, averaging: null });
      const trace = reference.kind === 'curves' ? reference.curves.traces[0] : undefined;
      if (trace !== undefined) references.set(key, trace);
    }
    for (const choice of choices) yield* written(processed((await record(choice)).record, steps, references), format);
  }

  return {
    chooseFolder: async (session) => {
      await requireActor(read, session, 'measurements.open');
      const [path] = await shell.openDialog({ directory: true, filters: [] });
      if (path === undefined) return null;
      const token = ids.uuid(clock.now());
      chosenPaths.set(token, path);
      // Of a whole disk there is no last part.
      return { token, name: basename(path) || path };
    },
    open: async function* open(session, tokens, signal) {
      await requireActor(read, session, 'measurements.open');
      // The thread that will be asked about the files starts while the other one reads them.
      desk.ask('survey', { paths: [] }).catch((error: unknown) => {
        if (!closed) log.write('error', 'measurements.thread-not-ready', { error: String(error) });
      });
      const paths = await Promise.all(tokens.map(async (token) => chosenPaths.get(token) ?? (await files.entry(token))));
      yield* iterate<OpenEvent>(
        (tell, leaving) => openFiles({ ...dependencies, reader }, session, paths, leaving, tell),
        signal,
        (later, earlier) => later.type === 'progress' && earlier.type === 'progress',
      );
    },
    files: async (session, listing) => {
      await reads(session);
      return listFiles(read, listing);
    },
    file: async (session, id) => {
      await reads(session);
      return shown(id);
    },
    items: async (session, { fileId, offset, limit, text }) => {
      await reads(session);
      const { items, total } = await desk.ask('items', { reading: await readingOf(fileId), offset, limit, folded: foldedKey(text) });
      return { items: [...items], total };
    },
    item: async (session, place, signal) => {
      await reads(session);
      const found = await desk.ask('item', { reading: await readingOf(place.fileId), index: place.index }, { signal });
      if (found === null) throw absent(place);
      return asMeasurement(place.index, found);
    },
    reread: async (session, id, layout) => {
      await requireActor(read, session, 'measurements.open');
      const row = await openedFileRow(read, id);
      const reading = { ...(await keptReading(row)), layout, folder: null };
      const summary = await desk.ask('read', { source: reading });
      if (summary.items === 0) {
        const refusal = summary.refusal === null ? { code: 'no-measurement', params: { file: row.name } } : placedReason(summary.refusal);
        throw new Failure('UNREADABLE_FILE', { fileName: row.name, code: refusal.code, params: refusal.params });
      }
      const reread = await commands.run(
        { actor: session, permission: 'measurements.open', action: 'measurements.reread' },
        async (change) =>
          recordFile(
            change,
            attachments,
            { id: row.batch_id, recorded: true, name: row.name, place: row.place, last: false, refused: [], passedOver: [] },
            {
              name: row.name,
              path: row.path,
              kept: { sha256: row.sha256, size: row.size_bytes },
              folder: null,
              summary,
              layout,
              rereadOf: id,
              version,
            },
          ),
      );
      return shown(reread);
    },
    batch: async (session, id) => {
      await reads(session);
      return findBatch(read, id);
    },
    sequence: async (session, batchId) => {
      await reads(session);
      return sequenceOfBatch(await filesOfBatch(read, batchId), await findBatch(read, batchId));
    },
    scan: async (session, place) => {
      await reads(session);
      const found = await desk.ask('scan', { reading: await readingOf(place.fileId), index: place.index, scan: place.scan });
      if (found === null) throw notFound('scan', `${place.fileId} ${place.index} ${place.scan}`);
      return found;
    },
    averagedScan: async (session, place, signal) => {
      await reads(session);
      const { index, averaging } = place;
      const averaged = await desk.ask('averaged', { reading: await readingOf(place.fileId), index, averaging }, { signal });
      if (averaged === null) throw absent(place);
      if (typeof averaged === 'string') throw refused(`measurements.${averaged}`);
      const { mz, intensity, scans, backgroundScans } = averaged;
      return { peaks: { mz, intensity }, scans, backgroundScans };
    },
    extractedIons: async (session, { fileId, index, windows, msLevel }, signal) => {
      await reads(session);
      const found = await desk.ask('extracted', { reading: await readingOf(fileId), index, windows, msLevel }, { signal });
      if (found === null) throw absent({ fileId, index });
      return { times: found.times, intensities: [...found.intensities] };
    },
    saveChain: async (session, { fileId, index, steps, version: stepsVersion, note }) => {
      if (stepsVersion !== PROCESSING_VERSION) throw refused('measurements.steps-version', { version: stepsVersion });
      for (const [i, step] of steps.entries()) {
        const checked = checkStep(step);
        if ('refused' in checked) throw refused('measurements.step-refused', { step: i + 1, code: checked.refused.code });
      }
      const file = await openedFileRow(read, fileId);
      if (index >= file.items) throw absent({ fileId, index });
      const id = await commands.run(
        { actor: session, permission: 'measurements.open', action: 'measurements.save-chain' },
        async (change) => {
          change.subject({ type: 'opened_file', id: fileId, code: file.name });
          const row = await change.insert('processing_chain', {
            id: change.newId(),
            opened_file_id: fileId,
            item: index,
            steps_json: JSON.stringify(steps),
            version: stepsVersion,
            note,
            saved_at: change.now,
            saved_by: personOf(change),
          });
          return row.id;
        },
      );
      const saved = (await listChains(read, fileId, index)).find((chain) => chain.id === id);
      if (saved === undefined) throw notFound('processing_chain', id);
      return saved;
    },
    chains: async (session, { fileId, index }) => {
      await reads(session);
      return listChains(read, fileId, index);
    },
    saveExport: async (session, request) => {
      await reads(session);
      const path = await saveWhereChosen(
        shell,
        { suggestedName: request.suggestedName, extension: EXTENSIONS[request.format] },
        texts(request),
      );
      if (path === null) return null;
      await commands.run({ actor: session, permission: 'measurements.read', action: 'measurements.save-export' }, async (change) => {
        change.subject({ type: 'opened_file', id: request.choices[0]?.fileId ?? '' });
        change.note({
          format: request.format,
          records: request.choices.length,
          files: [...new Set(request.choices.map(({ fileId }) => fileId))],
        });
      });
      return { path, notes: [] };
    },
    saveOriginal: async (session, id) => {
      await reads(session);
      const row = await openedFileRow(read, id);
      const whole =
        row.main_path === null
          ? { suggestedName: row.name, extension: '', parts: attachments.parts(row.sha256) }
          : { suggestedName: `${row.name}.zip`, extension: 'zip', parts: folderAsZip(attachments, row, await companionsOf(read, id)) };
      const path = await saveWhereChosen(shell, whole, whole.parts);
      return path === null ? null : { path };
    },
    lookUp: {
      record,
      file: (id) => openedFileRow(read, id),
      components: async (place, how, options) => {
        const found = await bench.ask('components', { reading: await readingOf(place.fileId), index: place.index, how }, options);
        if (found === null) throw absent(place);
        return found;
      },
    },
    emptyScratch: () => rm(scratchFolder, { recursive: true, force: true }),
    close: async () => {
      closed = true;
      await Promise.all([reader.close(), desk.close(), bench.close()]);
    },
  };
}
