import { mkdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { OpenEvent, RefusedFile } from '../../../contract/measurements';
import { newReference } from '../failure-message';
import { Failure } from '../failures';
import type { Foundation } from '../foundation';
import { requireActor, type Session } from '../session/access';
import { placedReason } from './placed-reason';
import type { ReadingSummary } from './reading/reading-model';
import type { FoundFile } from './reading/survey';
import type { ReadingClient } from './reading-client';
import { type BatchPlace, personOf, recordBatch, recordFile } from './record-file';
import { asSummary, openedFileRow } from './store';

export type OpenDependencies = Pick<Foundation, 'read' | 'commands' | 'attachments' | 'clock' | 'ids' | 'log' | 'version'> & {
  /** The thread that reads what is opened; the one that answers stays free meanwhile. */
  readonly reader: ReadingClient;
};

/** What one file came to: its reading, or why there is none. */
type Read =
  | { readonly kept: Awaited<ReturnType<Foundation['attachments']['keep']>>; readonly summary: ReadingSummary }
  | RefusedFile['refusal'];

/**
 * Opens everything under some paths: each file is read, kept byte for byte and recorded in one change, so that whenever this ends, what was told as opened
 * is whole and the rest left nothing. A file that cannot be read is told and the others go on.
 *
 * @throws the signal's reason when it aborts; Failure STORAGE when the laboratory's disk cannot take more
 */
export async function openFiles(
  dependencies: OpenDependencies,
  session: Session,
  paths: readonly string[],
  signal: AbortSignal,
  tell: (event: OpenEvent) => void,
): Promise<void> {
  const { read, commands, attachments, clock, ids, reader, version } = dependencies;
  await requireActor(read, session, 'measurements.open');
  const { files, refused: unlisted } = await reader.ask('survey', { paths }, { signal });
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const refused: RefusedFile[] = [];
  const batchId = ids.uuid(clock.now());
  const name = nameOf(paths);
  let done = 0;
  let opened = 0;

  const refuse = (path: string, fileName: string, refusal: RefusedFile['refusal']) => {
    const file = { path, fileName, refusal };
    refused.push(file);
    tell({ type: 'refused', file });
  };
  const batchAt = (place: number, last: boolean): BatchPlace => ({ id: batchId, recorded: opened > 0, name, place, last, refused });

  tell({ type: 'progress', done, total, file: '', filesDone: 0, filesTotal: files.length });
  for (const each of unlisted) refuse(each.path, each.name, placedReason(each.refusal));
  for (const [place, file] of files.entries()) {
    const progress = (bytes: number) =>
      tell({
        type: 'progress',
        done: done + Math.min(bytes, file.size),
        total,
        file: file.path,
        filesDone: place,
        filesTotal: files.length,
      });
    progress(0);
    const result = await readAndKeep(dependencies, file, signal, progress);
    signal.throwIfAborted();
    if ('summary' in result) {
      const last = place === files.length - 1;
      const id = await commands.run({ actor: session, permission: 'measurements.open', action: 'measurements.open-file' }, (change) =>
        recordFile(change, attachments, batchAt(place, last), {
          ...file,
          ...result,
          companions: [],
          layout: null,
          rereadOf: null,
          version,
        }),
      );
      opened += 1;
      tell({ type: 'file', file: asSummary(await openedFileRow(read, id)) });
    } else {
      refuse(file.path, file.name, result);
      if (place === files.length - 1) await endBatch(dependencies, session, batchAt(place, true));
    }
    done += file.size;
  }
  if (files.length === 0) await endBatch(dependencies, session, batchAt(0, true));
  tell({ type: 'end', batchId, opened, refused: refused.length });
}

async function endBatch({ commands }: OpenDependencies, session: Session, batch: BatchPlace): Promise<void> {
  const subject = { type: 'opened_batch', id: batch.id, code: null };
  await commands.run({ actor: session, permission: 'measurements.open', action: 'measurements.end-batch', subject }, async (change) => {
    personOf(change);
    await recordBatch(change, batch);
    change.note({ refused: batch.refused.length });
  });
}

/** Reads a file where it lies, then keeps it; what cannot be read leaves nothing behind. */
async function readAndKeep(
  dependencies: OpenDependencies,
  found: FoundFile,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Read> {
  const { attachments, reader, log, ids, clock } = dependencies;
  const unpacked = found.entry === null ? null : join(attachments.staging, ids.uuid(clock.now()));
  const file = unpacked ?? found.file;
  const source = { file, name: found.name, layout: null };
  try {
    if (unpacked !== null) {
      await mkdir(attachments.staging, { recursive: true });
      const refusal = await reader.ask('unpack', { zip: found.file, entry: found.entry ?? '', to: unpacked }, { signal });
      if (refusal !== null) return placedReason(refusal);
    }
    const first = await reader.ask('read', { source }, { signal, onProgress });
    if (first.items === 0) return refusalOf(first, found.name);
    const kept = await attachments.keep({ path: file }, { signal });
    if (kept.sha256 === first.sha256) return { kept, summary: first };
    // It was changed between reading and keeping: what is kept is what counts.
    const again = await reader.ask('read', { source: { ...source, file: attachments.path(kept.sha256) } }, { signal, onProgress });
    return again.items === 0 ? refusalOf(again, found.name) : { kept, summary: again };
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof Failure && error.code === 'UNREADABLE_FILE' && 'fileName' in error.data)
      return { code: error.data.code, params: { ...error.data.params } };
    if (error instanceof Failure) throw error;
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (/^E[A-Z]+$/.test(code) && code !== 'ENOSPC') return { code: 'not-readable', params: { file: found.name, code } };
    if (code === 'ENOSPC') throw new Failure('STORAGE', { kind: 'disk-full' }, error);
    const reference = newReference(ids);
    log.write('error', 'measurements.reader-failed', {
      reference,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return { code: 'reader-failed', params: { file: found.name, reference } };
  } finally {
    if (unpacked !== null) await rm(unpacked, { force: true });
  }
}

function refusalOf({ refusal }: ReadingSummary, name: string): RefusedFile['refusal'] {
  return refusal === null ? { code: 'no-measurement', params: { file: name } } : placedReason(refusal);
}

/** The first names of what was dropped together. */
function nameOf(paths: readonly string[]): string {
  const names = paths.slice(0, 3).map((path) => basename(path));
  return paths.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
}
