import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { sha256 } from '../audit/event';
import { syncFolder } from '../database/durable';
import { asStorageFailure, errorCode } from '../database/storage-failure';
import { Failure } from '../failures';

interface KeptFile {
  readonly sha256: string;
  readonly size: number;
}

export type KeepSource = { readonly path: string } | { readonly bytes: Uint8Array };

export interface KeepOptions {
  readonly signal?: AbortSignal;
  /** Told how many bytes have been copied so far. */
  readonly onBytes?: (copied: number) => void;
}

export interface Sweep {
  /** Hashes (or, of files that never were attachments, names) now under `swept`. */
  readonly swept: readonly string[];
  /** Hashes that a row names and no file has. */
  readonly missing: readonly string[];
}

/** Files kept byte for byte under their SHA-256: `attachments/ab/cdef…`. */
export interface AttachmentFiles {
  /**
   * Copies into the laboratory folder: temporary file, fsync, rename, fsync of the folder. Call it before the change that records the
   * row; what no row names is put aside at the next start.
   *
   * @throws Failure STORAGE disk-full, read-only; UNREADABLE_FILE when the source cannot be read or grows while it is
   */
  keep(source: KeepSource, options?: KeepOptions): Promise<KeptFile>;
  path(sha256: string): string;
  /** @throws Failure STORAGE corrupt when the bytes are not those that were kept, NOT_FOUND when they are gone */
  read(sha256: string): Promise<Uint8Array>;
  /** As `read`, part by part, for files of any size; what is not as it was kept is told after the last part. */
  parts(sha256: string): AsyncIterable<Uint8Array>;
  /**
   * Puts aside what no row names, and empties the staging folder. Nothing is deleted: what looks like a leftover may be evidence whose
   * row was lost.
   *
   * @param stamp names the folder under `swept` that takes them
   */
  sweep(named: ReadonlySet<string>, stamp: string): Promise<Sweep>;
  /** A folder for half-done files; emptied at every start. */
  readonly staging: string;
}

export function createAttachmentFiles(folder: string, newName: () => string): AttachmentFiles {
  const root = join(folder, 'attachments');
  const staging = join(folder, 'staging');
  const pathOf = (hash: string) => join(root, hash.slice(0, 2), hash.slice(2));

  async function keep(source: KeepSource, options: KeepOptions = {}): Promise<KeptFile> {
    await mkdir(staging, { recursive: true }).catch(rethrowStorage);
    const temporary = join(staging, newName());
    try {
      const kept = await copy(source, temporary, options);
      const target = pathOf(kept.sha256);
      const made = await mkdir(dirname(target), { recursive: true });
      await rename(temporary, target);
      syncFolder(dirname(target));
      if (made !== undefined) for (const parent of [root, folder]) syncFolder(parent);
      return kept;
    } catch (error) {
      await rm(temporary, { force: true });
      throw asStorageFailure(error);
    }
  }

  async function read(hash: string): Promise<Uint8Array> {
    const bytes = await readFile(pathOf(hash)).catch((error: unknown) => {
      throw errorCode(error) === 'ENOENT' ? new Failure('NOT_FOUND', { subject: 'attachment', id: hash }, error) : asStorageFailure(error);
    });
    if (sha256(bytes) !== hash) throw new Failure('STORAGE', { kind: 'corrupt' });
    return bytes;
  }

  async function* parts(hash: string): AsyncGenerator<Uint8Array, void> {
    const seen = createHash('sha256');
    try {
      for await (const part of createReadStream(pathOf(hash), { highWaterMark: 1 << 20 })) {
        seen.update(part);
        yield part;
      }
    } catch (error) {
      throw errorCode(error) === 'ENOENT' ? new Failure('NOT_FOUND', { subject: 'attachment', id: hash }, error) : asStorageFailure(error);
    }
    if (seen.digest('hex') !== hash) throw new Failure('STORAGE', { kind: 'corrupt' });
  }

  async function sweep(named: ReadonlySet<string>, stamp: string): Promise<Sweep> {
    await rm(staging, { recursive: true, force: true });
    await mkdir(staging, { recursive: true });
    await mkdir(root, { recursive: true });
    const present = new Set<string>();
    const swept: string[] = [];
    for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
      if (entry.isDirectory()) continue;
      const path = join(entry.parentPath, entry.name);
      const name = relative(root, path).replaceAll(sep, '');
      if (named.has(name) && path === pathOf(name)) {
        present.add(name);
        continue;
      }
      await putAside(path, join(folder, 'swept', stamp, relative(root, path)));
      swept.push(name);
    }
    return { swept: swept.sort(), missing: [...named].filter((hash) => !present.has(hash)) };
  }

  async function putAside(path: string, target: string): Promise<void> {
    await mkdir(dirname(target), { recursive: true });
    await rename(path, target);
    for (const changed of [dirname(target), join(folder, 'swept'), dirname(path), folder]) syncFolder(changed);
  }

  return { keep, path: pathOf, read, parts, sweep, staging };
}

/** Copies and hashes in one pass, with memory for one chunk. */
async function copy(source: KeepSource, target: string, { signal, onBytes }: KeepOptions): Promise<KeptFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(target, 'wx');
  try {
    for await (const chunk of chunks(source, signal)) {
      hash.update(chunk);
      await file.writeFile(chunk);
      size += chunk.byteLength;
      onBytes?.(size);
    }
    // Not the synchronous call: the engine answers while the disk takes a large file.
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function* chunks(source: KeepSource, signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
  if ('bytes' in source) {
    yield source.bytes;
    return;
  }
  const fileName = basename(source.path);
  try {
    const { size } = await stat(source.path);
    let left = size;
    // One byte more than there is: a file that grows meanwhile is seen to, and costs no more than it had.
    for await (const chunk of createReadStream(source.path, { highWaterMark: 1 << 20, end: size, signal })) {
      left -= chunk.byteLength;
      if (left < 0) throw new Failure('UNREADABLE_FILE', { fileName, code: 'growing', params: { file: fileName } });
      yield chunk;
    }
  } catch (error) {
    if (signal?.aborted || error instanceof Failure) throw error;
    throw new Failure('UNREADABLE_FILE', { fileName, code: 'not-readable', params: { code: errorCode(error) } }, error);
  }
}

function rethrowStorage(error: unknown): never {
  throw asStorageFailure(error);
}
