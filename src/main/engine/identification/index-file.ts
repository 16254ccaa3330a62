import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { EiBlock } from '../../../core/search/index/ei-block';
import { EiIndex } from '../../../core/search/index/ei-index';
import { SCORES } from '../../../core/search/scores/descriptors';
import { errorCode } from '../database/storage-failure';

/** A collection as far as an index file must fit it. */
export interface IndexedCollection {
  readonly collectionId: string;
  readonly rowsSha256: string;
}

export interface StoredIndex {
  readonly index: EiIndex;
  /** Keys of spectra whose ionisation nobody stated. */
  readonly unknown: ReadonlySet<number>;
}

const ARRAYS = {
  keys: Float64Array,
  starts: Uint32Array,
  tokens: Uint16Array,
  firstMz: Uint16Array,
  peakCount: Uint16Array,
  massNorm: Float64Array,
  plainNorm: Float64Array,
  squareNorm: Float64Array,
  postings: Uint32Array,
  slots: Uint16Array,
  roots: Uint8Array,
} as const;
type ArrayName = keyof typeof ARRAYS;
const names = Object.keys(ARRAYS) as readonly ArrayName[];

const header = z.object({
  collectionId: z.string(),
  rowsSha256: z.string(),
  /** What the numbers inside depend on: another version of the preparation makes another index. */
  versions: z.string(),
  payloadSha256: z.string(),
  unknown: z.array(z.int()),
  blocks: z.array(z.object({ count: z.int(), lengths: z.record(z.string(), z.int().nonnegative()) })),
});

/** Where a whole laboratory's search would be slow to begin: below this an index is made anew as fast as it is read. */
export const FILED_FROM = 5000;
const ALIGNMENT = 8;
const VERSIONS = `ei-index-1 ${SCORES.map(({ id, version }) => `${id}/${version}`).join(' ')}`;

const fileOf = (folder: string, { collectionId }: IndexedCollection) => join(folder, `${collectionId}.ei-index`);

/**
 * Indexes of large collections as files, so that the first search need not read every spectrum again. They are derived: a file that
 * is missing, of another version or damaged is made again, and all of them may be deleted at any time.
 */
export function readIndexFile(folder: string, collection: IndexedCollection): StoredIndex | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(fileOf(folder, collection));
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
  if (bytes.length < ALIGNMENT) return null;
  const headerLength = bytes.readUInt32LE(0);
  const payloadFrom = aligned(ALIGNMENT + headerLength);
  const said = header.safeParse(parsed(bytes.subarray(ALIGNMENT, ALIGNMENT + headerLength).toString('utf8')));
  if (!said.success) return null;
  const { collectionId, rowsSha256, versions, payloadSha256, unknown, blocks } = said.data;
  if (collectionId !== collection.collectionId || rowsSha256 !== collection.rowsSha256 || versions !== VERSIONS) return null;
  if (createHash('sha256').update(bytes.subarray(payloadFrom)).digest('hex') !== payloadSha256) return null;
  // Views need the file at an aligned place of a buffer of its own.
  const payload = new Uint8Array(bytes.length - payloadFrom);
  payload.set(bytes.subarray(payloadFrom));
  let at = 0;
  const take = <Name extends ArrayName>(name: Name, length: number) => {
    const view = new ARRAYS[name](payload.buffer, at, length);
    at = aligned(at + view.byteLength);
    return view;
  };
  const read = blocks.map(({ count, lengths }) => {
    const arrays = Object.fromEntries(names.map((name) => [name, take(name, lengths[name] ?? 0)]));
    return { count, ...arrays } as unknown as EiBlock;
  });
  return { index: EiIndex.from({ layout: 'ei-index-1', blocks: read }), unknown: new Set(unknown) };
}

export function writeIndexFile(folder: string, collection: IndexedCollection, { index, unknown }: StoredIndex): void {
  const { blocks } = index.toTransferables();
  const parts: Uint8Array[] = [];
  for (const block of blocks) {
    for (const name of names) {
      const { buffer, byteOffset, byteLength } = block[name];
      parts.push(new Uint8Array(buffer, byteOffset, byteLength), new Uint8Array(aligned(byteLength) - byteLength));
    }
  }
  const payload = Buffer.concat(parts);
  const said: z.infer<typeof header> = {
    ...collection,
    versions: VERSIONS,
    payloadSha256: createHash('sha256').update(payload).digest('hex'),
    unknown: [...unknown],
    blocks: blocks.map((block) => ({ count: block.count, lengths: Object.fromEntries(names.map((name) => [name, block[name].length])) })),
  };
  const words = Buffer.from(JSON.stringify(said), 'utf8');
  const front = Buffer.alloc(aligned(ALIGNMENT + words.length));
  front.writeUInt32LE(words.length, 0);
  words.copy(front, ALIGNMENT);
  mkdirSync(folder, { recursive: true });
  const file = fileOf(folder, collection);
  // No sync: a file torn by a power cut does not fit its hash.
  writeFileSync(`${file}.new`, Buffer.concat([front, payload]));
  renameSync(`${file}.new`, file);
}

/** Removes the files of collections that are no longer searched. */
export function removeOtherIndexFiles(folder: string, kept: readonly IndexedCollection[]): void {
  const keep = new Set(kept.map((collection) => fileOf(folder, collection)));
  for (const name of listed(folder)) if (!keep.has(join(folder, name))) rmSync(join(folder, name), { force: true });
}

function listed(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT;
