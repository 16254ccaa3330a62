import type { Batch } from '../../../../contract/casework';
import type { Readable, Row } from '../../database/schema';
import { notFound, refused } from '../../failures';
import { batchFindings } from './findings';
import { findBatch, injectionsOf } from './store';

/** @throws Failure NOT_FOUND, REFUSED `batch.judged` */
export async function requireOpenBatch(read: Readable, id: string): Promise<Row<'batch'>> {
  const row = await read.selectFrom('batch').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('batch', id);
  if (row.status !== 'open') throw refused('batch.judged', { code: row.code });
  return row;
}

/** A batch with its sequence and what its data say. @throws Failure NOT_FOUND */
export async function wholeBatch(read: Readable, id: string): Promise<Batch> {
  const head = await findBatch(read, id);
  if (head === undefined) throw notFound('batch', id);
  const injections = await injectionsOf(read, id);
  return { ...head, injections: [...injections], findings: [...(await batchFindings(read, head, injections))] };
}
