import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from '../../database/storage-failure';
import { bytesPerElement, isKindName, isTyped, kindOf, mapped, numbersOn, type Plain, type TypedNumbers } from './shared-state';

/** What a file must fit to be taken up: the collection with its rows, and what its numbers depend on. */
export interface FiledPart {
  readonly family: string;
  readonly collectionId: string;
  readonly rowsSha256: string;
  readonly version: string;
}

export type FileReading<State> = { readonly state: State } | { readonly unusable: 'absent' | 'damaged' | 'other-version' | 'other-rows' };

/** Bump when the layout of the file itself changes. */
const MARK = Buffer.from('ALIQIX02');
const ALIGNMENT = 8;
const HASH_BYTES = 32;
const FRONT = MARK.length + ALIGNMENT + HASH_BYTES;
/** Read and written in steps, so that a large index costs no memory besides itself. */
const STEP = 1 << 26;

const header = z.object({ collectionId: z.string(), rowsSha256: z.string(), version: z.string(), state: z.json() });
type Json = z.infer<typeof header>['state'];
const reference = z.object({ array: z.string().refine(isKindName), at: z.int().nonnegative(), length: z.int().nonnegative() });

export const partFileName = ({ collectionId, family }: Pick<FiledPart, 'collectionId' | 'family'>) => `${collectionId}.${family}-index`;

/**
 * Indexes of large collections as files, so that the first search need not read every spectrum again. They are derived: a file that
 * is missing, of another version or damaged is made again, and all of them may be deleted at any time. The numbers come back in shared memory.
 */
export function readPartFile<State>(folder: string, part: FiledPart): FileReading<State> {
  let file: number;
  try {
    file = openSync(join(folder, partFileName(part)), 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return { unusable: 'absent' };
    throw error;
  }
  try {
    return readOpen(file, part);
  } finally {
    closeSync(file);
  }
}

function readOpen<State>(file: number, part: FiledPart): FileReading<State> {
  const { size } = fstatSync(file);
  const front = Buffer.alloc(FRONT);
  if (size < FRONT || !readWhole(file, front, 0)) return { unusable: 'damaged' };
  if (!front.subarray(0, MARK.length).equals(MARK)) return { unusable: 'other-version' };
  const headerLength = front.readUInt32LE(MARK.length);
  const payloadFrom = aligned(FRONT + headerLength);
  if (payloadFrom > size) return { unusable: 'damaged' };
  const words = Buffer.alloc(headerLength);
  if (!readWhole(file, words, FRONT)) return { unusable: 'damaged' };
  const hash = createHash('sha256').update(words);
  const memory = new SharedArrayBuffer(size - payloadFrom);
  if (!readWhole(file, new Uint8Array(memory), payloadFrom, hash)) return { unusable: 'damaged' };
  if (!hash.digest().equals(front.subarray(FRONT - HASH_BYTES))) return { unusable: 'damaged' };
  const said = header.safeParse(JSON.parse(words.toString('utf8')));
  if (!said.success || said.data.version !== part.version) return { unusable: 'other-version' };
  if (said.data.collectionId !== part.collectionId || said.data.rowsSha256 !== part.rowsSha256) return { unusable: 'other-rows' };
  return { state: withNumbers(said.data.state, memory) as State };
}

export function writePartFile(folder: string, part: FiledPart, state: unknown): void {
  const arrays: TypedNumbers[] = [];
  let at = 0;
  const described = mapped(state as Plain, (numbers) => {
    const place = { array: kindOf(numbers), at, length: numbers.length };
    arrays.push(numbers);
    at = aligned(at + numbers.byteLength);
    return place;
  });
  const { collectionId, rowsSha256, version } = part;
  const words = Buffer.from(JSON.stringify({ collectionId, rowsSha256, version, state: described }), 'utf8');
  const hash = createHash('sha256').update(words);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, partFileName(part));
  const file = openSync(beingWritten(path), 'w');
  try {
    // The front comes last: it carries the hash.
    const gap = new Uint8Array(aligned(FRONT + words.length) - FRONT - words.length);
    let to = FRONT;
    const write = (bytes: Uint8Array) => {
      for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes.subarray(done, done + STEP), 0, undefined, to + done);
      to += bytes.length;
    };
    write(words);
    write(gap);
    for (const numbers of arrays) {
      const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
      const rest = new Uint8Array(aligned(bytes.length) - bytes.length);
      hash.update(bytes).update(rest);
      write(bytes);
      write(rest);
    }
    const length = Buffer.alloc(ALIGNMENT);
    length.writeUInt32LE(words.length);
    writeSync(file, Buffer.concat([MARK, length, hash.digest()]), 0, undefined, 0);
  } finally {
    closeSync(file);
  }
  // No sync: a file torn by a power cut does not fit its hash.
  renameSync(beingWritten(path), path);
}

/** Removes all files but these; one of them may be being written by another thread. */
export function removeOtherPartFiles(folder: string, kept: readonly string[]): void {
  const keep = new Set(kept.flatMap((name) => [name, beingWritten(name)]));
  for (const name of listed(folder)) if (!keep.has(name)) rmSync(join(folder, name), { force: true });
}

const beingWritten = (path: string) => `${path}.new`;

function withNumbers(state: Json, memory: SharedArrayBuffer): Plain {
  if (typeof state !== 'object' || state === null || isTyped(state)) return state;
  if (Array.isArray(state)) return state.map((part) => withNumbers(part, memory));
  const place = reference.safeParse(state);
  if (!place.success) return Object.fromEntries(Object.entries(state).map(([name, part]) => [name, withNumbers(part, memory)]));
  const { array, at, length } = place.data;
  if (at + length * bytesPerElement(array) > memory.byteLength) throw new RangeError('an array of an index lies outside its file');
  return numbersOn(array, memory, at, length);
}

function readWhole(file: number, into: Uint8Array, from: number, hash?: Hash): boolean {
  for (let done = 0; done < into.length; ) {
    const bytes = into.subarray(done, done + STEP);
    const read = readSync(file, bytes, 0, bytes.length, from + done);
    if (read === 0) return false;
    hash?.update(bytes.subarray(0, read));
    done += read;
  }
  return true;
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
