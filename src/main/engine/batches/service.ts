import type { Message, ReportLanguage } from '../../../contract/base';
import type { Batch, BatchInput, BatchRow } from '../../../contract/batches';
import { deconvolutionDescriptor } from '../../../core/processing/deconvolution/component';
import { notFound } from '../failures';
import type { Foundation } from '../foundation';
import type { ComponentSpectrum } from '../identification/query-spectrum';
import type { Searcher } from '../identification/searcher';
import type { UnknownPeaks } from '../identification/unknown';
import type { JobHandle } from '../jobs/service';
import type { TakenApart } from '../measurements/reading/run-components';
import type { MeasurementsService } from '../measurements/service';
import { numbersInBytes } from '../peak-bytes';
import { requireActor, type Session } from '../session/access';
import { type BatchItem, runBatch } from './run-batch';
import { saveBatch } from './save-batch';
import { type ComponentColumns, findBatch, findRow, listBatches, listRows } from './store';

export interface SaveBatch {
  readonly id: string;
  readonly format: 'csv' | 'json' | 'pdf';
  readonly language: ReportLanguage;
}

export interface BatchesService {
  start(session: Session, input: BatchInput): Promise<{ batchId: string; jobId: string }>;
  list(
    session: Session,
    page: { readonly exhibitId: string | null; readonly offset: number; readonly limit: number },
  ): Promise<{ items: Batch[]; total: number }>;
  get(session: Session, id: string): Promise<Batch>;
  save(session: Session, request: SaveBatch): Promise<{ path: string } | null>;
  rows(
    session: Session,
    page: { readonly id: string; readonly offset: number; readonly limit: number },
  ): Promise<{ items: BatchRow[]; total: number }>;
}

type Dependencies = Pick<Foundation, 'read' | 'commands' | 'jobs' | 'clock' | 'ids' | 'log' | 'shell' | 'threads' | 'version'> & {
  readonly measurements: MeasurementsService;
  readonly searcher: Searcher;
};

/** As many as a batch can be started with. */
const MOST_ROWS = 10_000;

type RunInput = Extract<BatchInput, { readonly kind: 'run' }>;

export function createBatchesService(dependencies: Dependencies): BatchesService {
  const { read, commands, jobs, clock, ids, measurements } = dependencies;
  const signedIn = (session: Session) => requireActor(read, session, 'identify.search');

  async function found(id: string): Promise<Batch> {
    const batch = await findBatch(read, id);
    if (batch === undefined) throw notFound('search_batch', id);
    return batch;
  }

  /** What of a run is searched; none, with the reason, where it cannot be taken apart. */
  async function componentsOf(batchId: string, session: Session, input: RunInput, handle: JobHandle): Promise<readonly BatchItem[]> {
    const { detection, leastSignalToNoise, ladder } = input;
    handle.progress({ done: 0, total: null, unit: 'steps' });
    const taken = await measurements.lookUp.components(input, { detection, leastSignalToNoise, ladder }, { signal: handle.signal });
    const warnings: Message[] =
      'refused' in taken
        ? [{ code: taken.refused.code, params: { ...taken.refused.params } }]
        : taken.notes.map(({ code, params }) => ({ code, params: { ...params } }));
    const items = 'refused' in taken ? [] : asItems(batchId, taken);
    await commands.run({ actor: session, permission: 'identify.search', action: 'identify.batch-plan' }, async (change) => {
      await change.update('search_batch', batchId, null, {
        rows: items.length,
        warnings_json: JSON.stringify(warnings),
        algorithm_json: JSON.stringify(deconvolutionDescriptor),
      });
      change.subject({ type: 'search_batch', id: batchId });
    });
    return items;
  }

  return {
    start: async (session, input) => {
      await signedIn(session);
      const name = input.kind === 'spectra' ? input.name : await nameOfRun(measurements, input);
      const batchId = ids.uuid(clock.now());
      let begin: () => void = () => undefined;
      const recorded = new Promise<void>((resolve) => {
        begin = resolve;
      });
      const { jobId } = await jobs.start({ kind: 'batch-search', subject: name, session, canCancel: true }, async (handle) => {
        await recorded;
        const items = input.kind === 'run' ? await componentsOf(batchId, session, input, handle) : input.items.map(asItem);
        const tally = await runBatch(dependencies, items, {
          batchId,
          session,
          filters: input.filters,
          exhibitId: input.exhibitId,
          signal: handle.signal,
          onDone: (rows) => handle.progress({ done: rows, total: items.length, unit: 'records' }),
        });
        return { batchId, ...tally };
      });
      await commands.run({ actor: session, permission: 'identify.search', action: 'identify.start-batch' }, async (change) => {
        if (change.actor === null) throw new Error('a batch is a person’s');
        await change.insert('search_batch', {
          id: batchId,
          at: change.now,
          by_person: change.actor.id,
          kind: input.kind,
          name,
          input_json: JSON.stringify(input),
          exhibit_id: input.exhibitId,
          job_id: jobId,
          rows: input.kind === 'spectra' ? input.items.length : null,
          warnings_json: '[]',
          algorithm_json: null,
        });
        change.subject({ type: 'search_batch', id: batchId });
      });
      begin();
      return { batchId, jobId };
    },
    save: async (session, request) => {
      await signedIn(session);
      const batch = await found(request.id);
      const { items } = await listRows(read, { id: batch.id, offset: 0, limit: MOST_ROWS });
      return saveBatch(dependencies, request, { batch, rows: items });
    },
    list: async (session, page) => {
      await signedIn(session);
      return listBatches(read, page);
    },
    get: async (session, id) => {
      await signedIn(session);
      return found(id);
    },
    rows: async (session, page) => {
      await signedIn(session);
      await found(page.id);
      return listRows(read, page);
    },
  };
}

/** The spectrum of a run's component, as it was kept with its row. */
export function componentSpectrum(read: Foundation['read']): ComponentSpectrum {
  return async ({ batchId, row }) => {
    const kept = await findRow(read, batchId, row);
    if (kept === undefined || kept.mz === null || kept.intensity === null) throw notFound('search_batch_row', `${batchId} ${row}`);
    return unknownComponent(kept.name, numbersInBytes(kept.mz), numbersInBytes(kept.intensity));
  };
}

async function nameOfRun(measurements: MeasurementsService, { fileId, index }: RunInput): Promise<string> {
  const { name } = await measurements.lookUp.file(fileId);
  return index === 0 ? name : `${name} (${index + 1})`;
}

function asItem(item: { readonly fileId: string; readonly index: number }, row: number): BatchItem {
  return { row, query: { kind: 'opened', ...item, scan: null, averaging: null }, component: null };
}

function asItems(batchId: string, { components }: TakenApart): readonly BatchItem[] {
  const whole = components.reduce((sum, { area }) => sum + area, 0);
  return components.map(({ start, apex, end, retentionIndex, area, purity, signalToNoise, mz, intensity }, row) => {
    const columns: ComponentColumns = {
      time: { start, apex, end },
      retentionIndex: retentionIndex ?? null,
      area,
      areaShare: whole > 0 ? area / whole : null,
      purity,
      signalToNoise,
      peaks: mz.length,
    };
    const name = `${row + 1} (${apex.toFixed(3)} min)`;
    return { row, query: { kind: 'component', batchId, row }, component: { columns, unknown: unknownComponent(name, mz, intensity) } };
  });
}

function unknownComponent(name: string, mz: Float64Array, intensity: Float64Array): UnknownPeaks {
  return {
    kind: 'peaks',
    name,
    mz,
    intensity,
    ionisation: 'EI',
    msLevel: 1,
    precursorMz: null,
    adduct: null,
    energy: null,
    otherFields: [],
  };
}
