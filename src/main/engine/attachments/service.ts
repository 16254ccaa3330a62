import type { Change } from '../command/change';
import type { Readable, Row } from '../database/schema';
import { notFound } from '../failures';
import type { AttachmentFiles, KeepOptions, KeepSource, Sweep } from './store';

/** What was kept: the name of its bytes, and how many they are. */
export type KeptFile = Awaited<ReturnType<AttachmentFiles['keep']>>;

export interface AttachmentsService {
  /** See AttachmentFiles.keep: first keep the bytes, then record the row in a change. */
  keep(source: KeepSource, options?: KeepOptions): Promise<KeptFile>;
  /** The row that names kept bytes; without it they are put aside at the next start. */
  record(change: Change, kept: KeptFile, about: { readonly originalName: string; readonly mediaType: string }): Promise<Row<'attachment'>>;
  get(read: Readable, id: string): Promise<Row<'attachment'>>;
  /** The bytes, checked against their hash. */
  read(sha256: string): Promise<Uint8Array>;
  /** As `read`, part by part: see AttachmentFiles.parts. */
  parts(sha256: string): AsyncIterable<Uint8Array>;
  /** Where the bytes lie, for a reader in a thread and for the system's viewer. */
  path(sha256: string): string;
  /** Every hash that a row names. */
  namedHashes(read: Readable): Promise<ReadonlySet<string>>;
  /** See AttachmentFiles.sweep. */
  sweep(read: Readable, stamp: string): Promise<Sweep>;
  readonly staging: string;
}

export function createAttachmentsService(files: AttachmentFiles): AttachmentsService {
  const namedHashes = async (read: Readable) =>
    new Set((await read.selectFrom('attachment').select('sha256').distinct().execute()).map((row) => row.sha256));
  return {
    keep: files.keep,
    record: (change, kept, { originalName, mediaType }) =>
      change.insert('attachment', {
        id: change.newId(),
        sha256: kept.sha256,
        size_bytes: kept.size,
        original_name: originalName,
        media_type: mediaType,
        kept_at: change.now,
        kept_by: change.actor?.id ?? null,
      }),
    get: async (read, id) => {
      const row = await read.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
      if (row === undefined) throw notFound('attachment', id);
      return row;
    },
    read: files.read,
    parts: files.parts,
    path: files.path,
    namedHashes,
    sweep: async (read, stamp) => files.sweep(await namedHashes(read), stamp),
    staging: files.staging,
  };
}
