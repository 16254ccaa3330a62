import { z } from 'zod';
import { message } from '../../../contract/base';
import { type Batch, type BatchRow, batch, batchInput, batchRow } from '../../../contract/batches';
import { querySource } from '../../../contract/search-method';
import type { Readable, Row } from '../database/schema';

const messages = z.array(message);
const storedFound = batchRow.pick({ score: true, first: true, next: true });
const storedComponent = batchRow.pick({
  time: true,
  retentionIndex: true,
  area: true,
  areaShare: true,
  purity: true,
  signalToNoise: true,
  peaks: true,
});
export type FoundColumns = z.infer<typeof storedFound>;
export type ComponentColumns = z.infer<typeof storedComponent>;

const NOTHING: FoundColumns = { score: null, first: null, next: null };
const NO_COMPONENT: ComponentColumns = {
  time: null,
  retentionIndex: null,
  area: null,
  areaShare: null,
  purity: null,
  signalToNoise: null,
  peaks: null,
};
const algorithm = batch.shape.algorithm;
const states = z.enum(['running', 'finished', 'cancelled', 'failed', 'interrupted']);

function selectBatches(read: Readable) {
  return read
    .selectFrom('search_batch')
    .innerJoin('person', 'person.id', 'search_batch.by_person')
    .leftJoin('job', 'job.job_id', 'search_batch.job_id')
    .selectAll('search_batch')
    .select(['person.full_name', 'job.state'])
    .select((where) => [
      where
        .selectFrom('search_batch_row')
        .whereRef('search_batch_row.batch_id', '=', 'search_batch.id')
        .where('search_batch_row.search_id', 'is not', null)
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('done'),
      where
        .selectFrom('search_batch_row')
        .whereRef('search_batch_row.batch_id', '=', 'search_batch.id')
        .where('search_batch_row.search_id', 'is', null)
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('refused'),
    ]);
}
type BatchColumns = Awaited<ReturnType<ReturnType<typeof selectBatches>['execute']>>[number];

export async function findBatch(read: Readable, id: string): Promise<Batch | undefined> {
  const row = await selectBatches(read).where('search_batch.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : asBatch(row);
}

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** Newest first. */
export async function listBatches(
  read: Readable,
  { exhibitId, offset, limit }: Page & { readonly exhibitId: string | null },
): Promise<{ items: Batch[]; total: number }> {
  const counted = read.selectFrom('search_batch').$if(exhibitId !== null, (all) => all.where('exhibit_id', '=', exhibitId));
  const { total } = await counted.select((where) => where.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await selectBatches(read)
    .$if(exhibitId !== null, (all) => all.where('search_batch.exhibit_id', '=', exhibitId))
    .orderBy('search_batch.at', 'desc')
    .orderBy('search_batch.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return { items: rows.map(asBatch), total };
}

/** In the order of the unknowns. */
export async function listRows(
  read: Readable,
  { id, offset, limit }: Page & { readonly id: string },
): Promise<{ items: BatchRow[]; total: number }> {
  const ofBatch = read.selectFrom('search_batch_row').where('batch_id', '=', id);
  const { total } = await ofBatch.select((where) => where.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await ofBatch.selectAll().orderBy('row').limit(limit).offset(offset).execute();
  return { items: rows.map(asRow), total };
}

export function findRow(read: Readable, batchId: string, row: number): Promise<Row<'search_batch_row'> | undefined> {
  return read.selectFrom('search_batch_row').selectAll().where('batch_id', '=', batchId).where('row', '=', row).executeTakeFirst();
}

function asBatch(row: BatchColumns): Batch {
  const input = batchInput.parse(JSON.parse(row.input_json));
  return {
    id: row.id,
    kind: input.kind,
    name: row.name,
    at: row.at,
    by: row.full_name,
    input,
    state: states.parse(row.state),
    jobId: row.job_id,
    rows: row.rows,
    done: row.done ?? 0,
    refused: row.refused ?? 0,
    warnings: messages.parse(JSON.parse(row.warnings_json)),
    algorithm: row.algorithm_json === null ? null : algorithm.parse(JSON.parse(row.algorithm_json)),
    exhibitId: row.exhibit_id,
  };
}

function asRow(row: Row<'search_batch_row'>): BatchRow {
  return {
    row: row.row,
    name: row.name,
    query: querySource.parse(JSON.parse(row.query_json)),
    state: row.search_id === null ? 'refused' : 'done',
    ...(row.component_json === null ? NO_COMPONENT : storedComponent.parse(JSON.parse(row.component_json))),
    ...(row.found_json === null ? NOTHING : storedFound.parse(JSON.parse(row.found_json))),
    searchId: row.search_id,
    warnings: messages.parse(JSON.parse(row.warnings_json)),
    failure: row.failure_json === null ? null : message.parse(JSON.parse(row.failure_json)),
  };
}
