import { sql } from 'kysely';
import { z } from 'zod';
import { technique } from '../../../contract/curves';
import { placed } from '../../../contract/library';
import {
  type Batch,
  delimitedLayout,
  type OpenedFile,
  type OpenedFileSummary,
  passedOver,
  processingStep,
  refusedFile,
  type SavedChain,
} from '../../../contract/measurements';
import { foldedKey } from '../../../core/names/folded-key';
import { FILE_FORMATS } from '../../../core/spectrum/reading';
import type { Readable, Row } from '../database/schema';
import { notFound } from '../failures';

function selectFiles(read: Readable) {
  return read
    .selectFrom('opened_file')
    .innerJoin('person', 'person.id', 'opened_file.opened_by')
    .innerJoin('attachment', 'attachment.id', 'opened_file.attachment_id')
    .innerJoin('opened_batch', 'opened_batch.id', 'opened_file.batch_id')
    .selectAll('opened_file')
    .select(['person.full_name as opened_by_name', 'attachment.sha256', 'attachment.size_bytes']);
}
export type OpenedFileRow = Awaited<ReturnType<ReturnType<typeof selectFiles>['execute']>>[number];

/** @throws Failure NOT_FOUND */
export async function openedFileRow(read: Readable, id: string): Promise<OpenedFileRow> {
  const row = await selectFiles(read).where('opened_file.id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound('opened_file', id);
  return row;
}

/** In the order in which they were found. */
export function filesOfBatch(read: Readable, batchId: string): Promise<OpenedFileRow[]> {
  return selectFiles(read).where('opened_file.batch_id', '=', batchId).orderBy('opened_file.place').execute();
}

export interface FileListing {
  readonly text: string;
  readonly batchId: string | null;
  readonly format: string | null;
  readonly technique: string | null;
  readonly openedFrom: string | null;
  readonly openedTo: string | null;
  readonly offset: number;
  readonly limit: number;
}

/** Newest first; the files of one batch in their order. */
export async function listFiles(read: Readable, listing: FileListing): Promise<{ items: OpenedFileSummary[]; total: number }> {
  const folded = foldedKey(listing.text);
  const matching = selectFiles(read)
    .$if(folded !== '', (all) => all.where(sql<boolean>`instr(opened_file.folded, ${folded}) > 0`))
    .$if(listing.batchId !== null, (all) => all.where('opened_file.batch_id', '=', listing.batchId ?? ''))
    .$if(listing.format !== null, (all) => all.where('opened_file.format', '=', listing.format ?? ''))
    .$if(listing.technique !== null, (all) =>
      all.where(sql<boolean>`instr(opened_file.techniques_json, ${JSON.stringify(listing.technique)}) > 0`),
    )
    .$if(listing.openedFrom !== null, (all) => all.where('opened_file.opened_at', '>=', listing.openedFrom ?? ''))
    .$if(listing.openedTo !== null, (all) => all.where('opened_file.opened_at', '<', `${listing.openedTo}U`));
  const { total } = await matching
    .clearSelect()
    .select((where) => where.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await matching
    .orderBy('opened_batch.opened_at', 'desc')
    .orderBy('opened_file.batch_id')
    .orderBy('opened_file.place')
    .limit(listing.limit)
    .offset(listing.offset)
    .execute();
  return { items: rows.map(asSummary), total };
}

const format = z.enum(FILE_FORMATS);
const techniques = z.array(technique);
const texts = z.record(z.string(), z.string());
const warnings = z.array(placed);
const unusedFields = z.array(z.object({ field: z.string(), count: z.int() }));
const refusedFiles = z.array(refusedFile);
const passedOverFiles = z.array(passedOver);
const steps = z.array(processingStep);

export const layoutOf = (row: Pick<Row<'opened_file'>, 'layout_json'>) =>
  row.layout_json === null ? null : delimitedLayout.parse(JSON.parse(row.layout_json));

export const conditionsOf = (row: Pick<Row<'opened_file'>, 'conditions_json'>): Readonly<Record<string, string | undefined>> =>
  texts.parse(JSON.parse(row.conditions_json));

export function asSummary(row: OpenedFileRow): OpenedFileSummary {
  const { sample, measuredAt } = conditionsOf(row);
  return {
    id: row.id,
    batchId: row.batch_id,
    order: row.place,
    name: row.name,
    path: row.path,
    format: format.parse(row.format),
    sha256: row.sha256,
    size: row.size_bytes,
    openedAt: row.opened_at,
    openedBy: row.opened_by_name,
    items: row.items,
    scans: row.scans,
    techniques: techniques.parse(JSON.parse(row.techniques_json)),
    title: row.title,
    sample: sample ?? '',
    measuredAt: measuredAt ?? '',
    warningTotal: row.warning_total,
    refusal: row.refusal_json === null ? null : placed.parse(JSON.parse(row.refusal_json)),
    rereadOf: row.reread_of,
  };
}

/** What the row itself says of a file beyond its summary. */
export function detailsOf(row: OpenedFileRow): Pick<OpenedFile, 'warnings' | 'unusedFields'> {
  return {
    warnings: warnings.parse(JSON.parse(row.warnings_json)),
    unusedFields: unusedFields.parse(JSON.parse(row.unused_fields_json)),
  };
}

export function companionsOf(read: Readable, openedFileId: string): Promise<OpenedFile['companions']> {
  return read
    .selectFrom('opened_file_companion')
    .innerJoin('attachment', 'attachment.id', 'opened_file_companion.attachment_id')
    .select(['opened_file_companion.path', 'attachment.sha256', 'attachment.size_bytes as size'])
    .where('opened_file_companion.opened_file_id', '=', openedFileId)
    .orderBy('opened_file_companion.path')
    .execute();
}

/** Names of the collections in use that came from these bytes. */
export async function collectionsFrom(read: Readable, sha256: string): Promise<string[]> {
  const rows = await read
    .selectFrom('collection')
    .innerJoin('attachment', 'attachment.id', 'collection.original_attachment_id')
    .select('collection.name')
    .where('attachment.sha256', '=', sha256)
    .where('collection.retired_at', 'is', null)
    .orderBy('collection.imported_at')
    .execute();
  return rows.map(({ name }) => name);
}

export async function findBatch(read: Readable, id: string): Promise<Batch> {
  const row = await read
    .selectFrom('opened_batch')
    .innerJoin('person', 'person.id', 'opened_batch.opened_by')
    .selectAll('opened_batch')
    .select('person.full_name')
    .where('opened_batch.id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('opened_batch', id);
  const { opened } = await read
    .selectFrom('opened_file')
    .select((where) => where.fn.countAll<number>().as('opened'))
    .where('batch_id', '=', id)
    .executeTakeFirstOrThrow();
  return {
    id,
    name: row.name,
    openedAt: row.opened_at,
    openedBy: row.full_name,
    finished: row.finished_at !== null,
    opened,
    refused: refusedFiles.parse(JSON.parse(row.refused_json)),
    passedOver: passedOverFiles.parse(JSON.parse(row.passed_over_json)),
  };
}

/** Newest first. */
export async function listChains(read: Readable, fileId: string, index: number): Promise<SavedChain[]> {
  const rows = await read
    .selectFrom('processing_chain')
    .innerJoin('person', 'person.id', 'processing_chain.saved_by')
    .selectAll('processing_chain')
    .select('person.full_name')
    .where('opened_file_id', '=', fileId)
    .where('item', '=', index)
    .orderBy('saved_at', 'desc')
    .orderBy('processing_chain.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    fileId: row.opened_file_id,
    index: row.item,
    steps: steps.parse(JSON.parse(row.steps_json)),
    version: row.version,
    note: row.note,
    savedAt: row.saved_at,
    savedBy: row.full_name,
  }));
}
