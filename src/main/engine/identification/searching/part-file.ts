import { createHash, type Hash } from 'node:crypto';
import { closeSync, fstatSync, mkdirSync, openSync, readdirSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PAGE, sharedMemory } from '../../../../core/search/index/shared-arrays';
import { errorCode } from '../../database/storage-failure';
import { bytesPerElement, isKindName, isMemory, isTyped, kindOf, mapped, numbersOn, type Plain, type TypedNumbers } from './shared-state';

/** What a file must fit to be taken up: the collection with its rows, and what its numbers depend on. */
export interface FiledPart {
  readonly family: string;
  readonly collectionId: string;
  readonly rowsSha256: string;
  readonly version: string;
}

export type FileReading<State> = { readonly state: State } | { readonly unusable: 'absent' | 'damaged' | 'other-version' | 'other-rows' };

/** Bump when the layout of the file itself changes. */
const MARK = Buffer.from('ALIQIX03');
const ALIGNMENT = 8;
const HASH_BYTES = 32;
const FRONT = MARK.length + ALIGNMENT + HASH_BYTES;
/** Read and written in steps, so that a large index costs no memory besides itself. */
const STEP = 1 << 26;

/** `arrays`: bytes of all typed arrays; the memories, so many bytes each, follow them. */
const header = z.object({
  ...{ collectionId: z.string(), rowsSha256: z.string(), version: z.string(), state: z.json() },
  ...{ arrays: z.int().nonnegative(), memories: z.array(z.int().positive().multipleOf(PAGE)) },
});
type Json = z.infer<typeof header>['state'];
const reference = z.object({ array: z.string().refine(isKindName), at: z.int().nonnegative(), length: z.int().nonnegative() });
const memoryReference = z.object({ memory: z.int().nonnegative() });

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
  const said = header.safeParse(jsonOf(words));
  if (!said.success) return { unusable: 'damaged' };
  const { arrays, memories, state, ...rest } = said.data;
  if (memories.reduce((sum, bytes) => sum + bytes, payloadFrom + arrays) !== size) return { unusable: 'damaged' };
  const hash = createHash('sha256').update(words);
  const numbers = new SharedArrayBuffer(arrays);
  const held = memories.map(sharedMemory);
  let from = payloadFrom;
  for (const buffer of [numbers, ...held.map((memory) => memory.buffer)]) {
    const bytes = new Uint8Array(buffer);
    if (!readWhole(file, bytes, from, hash)) return { unusable: 'damaged' };
    from += bytes.length;
  }
  if (!hash.digest().equals(front.subarray(FRONT - HASH_BYTES))) return { unusable: 'damaged' };
  if (rest.version !== part.version) return { unusable: 'other-version' };
  if (rest.collectionId !== part.collectionId || rest.rowsSha256 !== part.rowsSha256) return { unusable: 'other-rows' };
  return { state: withLeaves(state, numbers, held) as State };
}

export function writePartFile(folder: string, part: FiledPart, state: unknown): void {
  const arrays: TypedNumbers[] = [];
  let at = 0;
  const memories: WebAssembly.Memory[] = [];
  const described = mapped(state as Plain, (leaf) => {
    if (isMemory(leaf)) return { memory: memories.push(leaf) - 1 };
    const place = { array: kindOf(leaf), at, length: leaf.length };
    arrays.push(leaf);
    at = aligned(at + leaf.byteLength);
    return place;
  });
  const { collectionId, rowsSha256, version } = part;
  const after = { arrays: at, memories: memories.map(({ buffer }) => buffer.byteLength) };
  const words = Buffer.from(JSON.stringify({ collectionId, rowsSha256, version, state: described, ...after }), 'utf8');
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
    for (const { buffer } of memories) {
      const bytes = new Uint8Array(buffer);
      hash.update(bytes);
      write(bytes);
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

function jsonOf(words: Buffer): unknown {
  try {
    return JSON.parse(words.toString('utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function withLeaves(state: Json, numbers: SharedArrayBuffer, memories: readonly WebAssembly.Memory[]): Plain {
  if (typeof state !== 'object' || state === null || isTyped(state)) return state;
  if (Array.isArray(state)) return state.map((part) => withLeaves(part, numbers, memories));
  const ofMemory = memoryReference.safeParse(state);
  if (ofMemory.success) return memories[ofMemory.data.memory];
  const place = reference.safeParse(state);
  if (!place.success) return Object.fromEntries(Object.entries(state).map(([name, part]) => [name, withLeaves(part, numbers, memories)]));
  const { array, at, length } = place.data;
  if (at + length * bytesPerElement(array) > numbers.byteLength) throw new RangeError('an array of an index lies outside its file');
  return numbersOn(array, numbers, at, length);
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
