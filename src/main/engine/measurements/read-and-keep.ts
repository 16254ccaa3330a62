import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { RefusedFile } from '../../../contract/measurements';
import type { KeptFile } from '../attachments/service';
import { newReference } from '../failure-message';
import { Failure } from '../failures';
import type { Foundation } from '../foundation';
import { placedReason } from './placed-reason';
import type { ReadingSource } from './reading/reading-messages';
import type { ReadingSummary } from './reading/reading-model';
import type { FoundMember, FoundUnit } from './reading/survey';
import type { ReadingClient } from './reading-client';
import type { FileToRecord } from './record-file';

export type ReadingDependencies = Pick<Foundation, 'attachments' | 'clock' | 'ids' | 'log'> & {
  /** The thread that reads what is opened; the one that answers stays free meanwhile. */
  readonly reader: ReadingClient;
};

type Reason = RefusedFile['refusal'];

/** What one unit came to: its reading and its kept bytes, or why there is none. */
export type Read =
  | (Pick<FileToRecord, 'kept' | 'folder' | 'summary'> & {
      /** Files of an instrument's folder that a zip holds damaged; the rest was read without them. */
      readonly lost: readonly { readonly path: string; readonly refusal: Reason }[];
    })
  | { readonly refusal: Reason; readonly run: boolean };

interface Placed extends FoundMember {
  /** The file of the disk that holds the bytes now. */
  readonly file: string;
}

const TELL_EVERY_MILLISECONDS = 100;
/** Formats that hold one injection a file. */
const RUN_FORMATS: ReadonlySet<unknown> = new Set(['andi', 'chemstation', 'mzml', 'mzxml']);

/** Reads a unit where it lies, then keeps it; what cannot be read leaves nothing behind. @throws the signal's reason; Failure STORAGE */
export async function readAndKeep(
  dependencies: ReadingDependencies,
  found: FoundUnit,
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<Read> {
  const { attachments, log, ids } = dependencies;
  const unpacked: string[] = [];
  try {
    const { members, lost } = await placedOnDisk(dependencies, found, unpacked, signal, onProgress);
    const [main, ...others] = members;
    if (main === undefined) {
      const [first] = lost;
      if (first === undefined) throw new Error(`${found.path} has no file`);
      return { refusal: first.refusal, run: found.isFolder };
    }
    const sourceOf = (fileOf: (member: Placed, place: number) => string): ReadingSource => ({
      file: fileOf(main, 0),
      name: found.name,
      layout: null,
      folder: found.isFolder
        ? { main: main.path, companions: others.map((member, i) => ({ path: member.path, file: fileOf(member, i + 1) })) }
        : null,
    });
    const ask = (source: ReadingSource) => dependencies.reader.ask('read', { source }, { signal, onProgress });
    const first = await ask(sourceOf(({ file }) => file));
    if (first.items === 0) return refusalOf(first, found);
    const kept = await keepAll(dependencies, members, signal, () => onProgress(found.size));
    const hashes = kept.map(({ sha256 }) => sha256);
    // Where one was changed between reading and keeping, what is kept is what counts.
    const same = hashes.every((hash, i) => hash === first.hashes[i]);
    const summary = same ? first : await ask(sourceOf((_, i) => attachments.path(hashes[i] ?? '')));
    if (summary.items === 0) return refusalOf(summary, found);
    const [keptMain, ...companions] = kept;
    if (keptMain === undefined) throw new Error(`${found.path} was not kept`);
    const folder = { main: main.path, companions: others.flatMap(({ path }, i) => pairOf(path, companions[i])) };
    return { kept: keptMain, folder: found.isFolder ? folder : null, summary, lost };
  } catch (error) {
    if (signal.aborted) throw error;
    if (error instanceof Failure && error.code === 'UNREADABLE_FILE' && 'fileName' in error.data)
      return { refusal: { code: error.data.code, params: { ...error.data.params } }, run: found.isFolder };
    if (error instanceof Failure) throw error;
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
    if (/^E[A-Z]+$/.test(code) && code !== 'ENOSPC')
      return { refusal: { code: 'not-readable', params: { file: found.name, code } }, run: found.isFolder };
    if (code === 'ENOSPC') throw new Failure('STORAGE', { kind: 'disk-full' }, error);
    const reference = newReference(ids);
    log.write('error', 'measurements.reader-failed', {
      reference,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    return { refusal: { code: 'reader-failed', params: { file: found.name, reference } }, run: found.isFolder };
  } finally {
    for (const file of unpacked) await rm(file, { force: true });
  }
}

/** The unit's files on the disk; entries of a zip are unpacked there first. Without its main file there is nothing to read. */
async function placedOnDisk(
  { attachments, reader, ids, clock }: ReadingDependencies,
  { zip, path, isFolder, members }: FoundUnit,
  unpacked: string[],
  signal: AbortSignal,
  onProgress: (bytes: number) => void,
): Promise<{ readonly members: readonly Placed[]; readonly lost: readonly { readonly path: string; readonly refusal: Reason }[] }> {
  if (zip === null) return { members: members.map((member) => ({ ...member, file: member.at })), lost: [] };
  const placed: Placed[] = [];
  const lost: { readonly path: string; readonly refusal: Reason }[] = [];
  await mkdir(attachments.staging, { recursive: true });
  for (const [place, member] of members.entries()) {
    const to = join(attachments.staging, ids.uuid(clock.now()));
    unpacked.push(to);
    const refusal = await reader.ask('unpack', { zip, entry: member.at, to }, { signal, onProgress: () => onProgress(0) });
    if (refusal === null) placed.push({ ...member, file: to });
    else {
      lost.push({ path: isFolder ? `${path}/${member.path}` : path, refusal: placedReason(refusal) });
      if (place === 0) return { members: [], lost };
    }
  }
  return { members: placed, lost };
}

async function keepAll(
  { attachments, clock }: ReadingDependencies,
  members: readonly Placed[],
  signal: AbortSignal,
  onProgress: () => void,
): Promise<KeptFile[]> {
  const kept: KeptFile[] = [];
  let told = clock.monotonic();
  const onBytes = () => {
    if (clock.monotonic() - told < TELL_EVERY_MILLISECONDS) return;
    told = clock.monotonic();
    onProgress();
  };
  for (const { file } of members) {
    kept.push(await attachments.keep({ path: file }, { signal, onBytes }));
    onBytes();
  }
  return kept;
}

const pairOf = <Kept>(path: string, kept: Kept | undefined) => (kept === undefined ? [] : [{ path, kept }]);

function refusalOf({ refusal, format }: ReadingSummary, { name, isFolder }: FoundUnit): Read {
  return {
    refusal: refusal === null ? { code: 'no-measurement', params: { file: name } } : placedReason(refusal),
    run: isFolder || RUN_FORMATS.has(format),
  };
}
