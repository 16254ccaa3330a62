import { type Batch, batch, type Exhibit, type Injection, injection, measuredSpectrum } from '../../../../contract/casework';
import type { Readable, Row } from '../../database/schema';

type BatchHead = Omit<Batch, 'injections' | 'findings'>;

const batchRows = (read: Readable) =>
  read
    .selectFrom('batch')
    .innerJoin('method', 'method.id', 'batch.method_id')
    .innerJoin('instrument', 'instrument.id', 'batch.instrument_id')
    .innerJoin('person', 'person.id', 'batch.analyst_id')
    .leftJoin('person as judge', 'judge.id', 'batch.judged_by')
    .selectAll('batch')
    .select([
      'method.title as method_title',
      'method.version as method_version',
      'instrument.name as instrument_name',
      'person.full_name as analyst',
      'judge.full_name as judge',
    ]);
type BatchRow = Awaited<ReturnType<ReturnType<typeof batchRows>['executeTakeFirstOrThrow']>>;

export async function findBatch(read: Readable, id: string): Promise<BatchHead | undefined> {
  const row = await batchRows(read).where('batch.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : asBatchHead(row);
}

/** Newest first. */
export async function listBatches(read: Readable, page: { readonly offset: number; readonly limit: number }) {
  const rows = await batchRows(read)
    .select(({ selectFrom, fn }) =>
      selectFrom('injection').whereRef('injection.batch_id', '=', 'batch.id').select(fn.countAll<number>().as('n')).as('injections'),
    )
    .orderBy('batch.started_at', 'desc')
    .orderBy('batch.code', 'desc')
    .limit(page.limit)
    .offset(page.offset)
    .execute();
  const { total } = await read
    .selectFrom('batch')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { items: rows.map((row) => ({ ...asBatchHead(row), injections: row.injections ?? 0 })), total };
}

/** The batches in which samples of an exhibit were injected, oldest first. */
export async function batchesOfExhibit(read: Readable, exhibitId: string): Promise<Exhibit['batches']> {
  const rows = await batchRows(read)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('injection')
          .innerJoin('sample', 'sample.id', 'injection.sample_id')
          .whereRef('injection.batch_id', '=', 'batch.id')
          .where('sample.exhibit_id', '=', exhibitId)
          .select('injection.id'),
      ),
    )
    .orderBy('batch.started_at')
    .execute();
  return rows.map(asBatchHead).map(({ id, code, methodTitle, status, startedAt }) => ({ id, code, methodTitle, status, startedAt }));
}

/** The sequence in its order, each injection with its spectra; peaks are not read. */
export async function injectionsOf(read: Readable, batchId: string): Promise<readonly Injection[]> {
  const rows = await read
    .selectFrom('injection')
    .leftJoin('sample', 'sample.id', 'injection.sample_id')
    .leftJoin('reference_lot', 'reference_lot.id', 'injection.reference_lot_id')
    .selectAll('injection')
    .select(['sample.code as sample_code', 'sample.exhibit_id', 'reference_lot.code as lot_code'])
    .where('batch_id', '=', batchId)
    .orderBy('position')
    .execute();
  const spectra = await read
    .selectFrom('measured_spectrum')
    .innerJoin('injection', 'injection.id', 'measured_spectrum.injection_id')
    .innerJoin('attachment', 'attachment.id', 'measured_spectrum.attachment_id')
    .select(spectrumColumns)
    .select(({ fn }) => fn<number>('length', ['measured_spectrum.mz']).as('mz_bytes'))
    .where('injection.batch_id', '=', batchId)
    .orderBy('attachment.kept_at')
    .orderBy('measured_spectrum.record')
    .execute();
  return rows.map((row) =>
    injection.parse({
      id: row.id,
      rowVersion: row.row_version,
      batchId: row.batch_id,
      position: row.position,
      vial: row.vial,
      kind: row.kind,
      sampleId: row.sample_id,
      sampleCode: row.sample_code,
      exhibitId: row.exhibit_id,
      referenceLotId: row.reference_lot_id,
      referenceLotCode: row.lot_code,
      injectedAt: row.injected_at,
      spectra: spectra.filter((spectrum) => spectrum.injection_id === row.id).map(asMeasuredSpectrum),
    }),
  );
}

const spectrumColumns = [
  'measured_spectrum.id',
  'measured_spectrum.injection_id',
  'measured_spectrum.file_name',
  'measured_spectrum.record',
  'measured_spectrum.name',
  'measured_spectrum.retention_time_min',
  'measured_spectrum.retention_time_from',
  'attachment.sha256',
] as const;

type SpectrumRow = Pick<
  Row<'measured_spectrum'>,
  'id' | 'injection_id' | 'file_name' | 'record' | 'name' | 'retention_time_min' | 'retention_time_from'
> & { readonly sha256: string; readonly mz_bytes: number };

export function asMeasuredSpectrum(row: SpectrumRow) {
  return measuredSpectrum.parse({
    id: row.id,
    injectionId: row.injection_id,
    fileName: row.file_name,
    sha256: row.sha256,
    record: row.record,
    name: row.name,
    retentionTimeMinutes: row.retention_time_min,
    retentionTimeFrom: row.retention_time_from,
    peakCount: row.mz_bytes / Float64Array.BYTES_PER_ELEMENT,
  });
}

function asBatchHead(row: BatchRow): BatchHead {
  return batch.omit({ injections: true, findings: true }).parse({
    id: row.id,
    rowVersion: row.row_version,
    code: row.code,
    methodId: row.method_id,
    methodTitle: row.method_title,
    methodVersion: row.method_version,
    instrumentId: row.instrument_id,
    instrumentName: row.instrument_name,
    analyst: { id: row.analyst_id, fullName: row.analyst },
    startedAt: row.started_at,
    status: row.status,
    judgedBy: row.judged_by === null ? null : { id: row.judged_by, fullName: row.judge ?? '' },
    judgedAt: row.judged_at,
    judgementNote: row.judgement_note,
  });
}
