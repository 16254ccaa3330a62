import type { Log } from '../../surroundings';
import type { SearchedCollection } from './collections';
import { type IndexWanted, type Part, type PartState, partKey, partOf } from './parts';
import type { SearchAnswers, SearchRequest } from './search-messages';
import { bytesOf } from './shared-state';
import type { Priority } from './thread-pool';

/** Where a whole laboratory's search would be slow to begin: below this an index is made anew as fast as it is read. */
const FILED_FROM = 5000;
/** Prepared traces are kept while they fit: each way of preparing them is an index of its own. */
const MOST_PREPARED_BYTES = 768 * 1024 * 1024;

export interface ReadyPart {
  readonly key: string;
  readonly part: Part;
  readonly state: PartState;
}

export type AskThread = <Kind extends SearchRequest['kind']>(
  request: Extract<SearchRequest, { readonly kind: Kind }>,
  priority: Priority,
) => Promise<SearchAnswers[Kind]>;

/** The parts of the library that stand ready in shared memory: made once, by all threads together, and handed to each as it needs them. */
export interface LibraryParts {
  ready(indexes: readonly IndexWanted[], collections: readonly SearchedCollection[]): Promise<readonly ReadyPart[]>;
  /** Forgets what belongs to no collection of these. */
  keepOnly(collections: readonly SearchedCollection[]): void;
  isKept(key: string): boolean;
}

interface Hooks {
  /** Made from rows, and worth a file. */
  readonly onLarge: (part: Part, state: PartState) => void;
  readonly onForgotten: () => void;
}

export function createLibraryParts(ask: AskThread, log: Log, { onLarge, onForgotten }: Hooks): LibraryParts {
  const parts = new Map<string, Promise<ReadyPart>>();
  /** Bytes of prepared traces by key, least recently asked for first. */
  const prepared = new Map<string, number>();

  function one(wanted: IndexWanted, collection: SearchedCollection): Promise<ReadyPart> {
    const part = partOf(wanted, collection);
    const key = partKey(part);
    const known = parts.get(key);
    if (known !== undefined) return known;
    const making = made(part).then((state) => ({ key, part, state }));
    parts.set(key, making);
    making.catch(() => {
      if (parts.get(key) === making) parts.delete(key);
    });
    return making;
  }

  async function made(part: Part): Promise<PartState> {
    const read = await ask<'read-part'>({ kind: 'read-part', part }, 'preparation');
    if ('state' in read) return read.state;
    const { unusable } = read;
    const { family, collectionId } = part;
    if (unusable !== 'absent') log.write('warn', 'search.index-made-again', { family, collectionId, file: unusable });
    const building = read.steps.map(([from, to]) => ask<'build-step'>({ kind: 'build-step', part, from, to }, 'preparation'));
    const steps = await Promise.all(building);
    const [first] = steps;
    const whole = steps.length === 1 && first !== undefined;
    const state = whole ? first : await ask<'join-steps'>({ kind: 'join-steps', part, steps }, 'preparation');
    if (part.settings === '' && state.size >= FILED_FROM) onLarge(part, state);
    return state;
  }

  /** Ways of preparing that were not asked for lately make room. */
  function noteUse(used: readonly ReadyPart[]): void {
    const inUse = new Set(used.map(({ key }) => key));
    for (const { key, part, state } of used) {
      if (part.settings === '') continue;
      const bytes = prepared.get(key) ?? bytesOf(state);
      prepared.delete(key);
      prepared.set(key, bytes);
    }
    let total = [...prepared.values()].reduce((sum, bytes) => sum + bytes, 0);
    for (const [key, bytes] of [...prepared]) {
      if (total <= MOST_PREPARED_BYTES || inUse.has(key)) break;
      total -= bytes;
      forget(key);
    }
  }

  function forget(key: string): void {
    parts.delete(key);
    prepared.delete(key);
    onForgotten();
  }

  return {
    ready: async (indexes, collections) => {
      const all = await Promise.all(collections.flatMap((collection) => indexes.map((wanted) => one(wanted, collection))));
      noteUse(all);
      return all;
    },
    keepOnly: (collections) => {
      const belongs = new Set(collections.map(({ collectionId, rowsSha256 }) => `${collectionId} ${rowsSha256}`));
      // The key names the collection and its rows in its middle; see partKey.
      for (const key of parts.keys()) if (!belongs.has(key.split(' ').slice(1, 3).join(' '))) forget(key);
    },
    isKept: (key) => parts.has(key),
  };
}
