import type { Worker } from 'node:worker_threads';
import type { Log } from '../../surroundings';
import type { SearchedCollection } from './collections';
import { indexesFor } from './family-query';
import { INDEXED_FAMILIES, type IndexedFamily } from './kinds';
import { type Part, type PartState, partKey, partOf } from './parts';
import type { ReferenceCount, SearchAnswers, SearchQuery, SearchRequest, ThreadMessage, ThreadReply } from './search-messages';
import { bytesOf } from './shared-state';
import { createThreadPool, type Priority, SEARCH_THREADS } from './thread-pool';

/** Where a whole laboratory's search would be slow to begin: below this an index is made anew as fast as it is read. */
export const FILED_FROM = 5000;

/** The engine's end of the search threads. */
export interface SearchClient {
  /** Makes ready what searches over these collections need, and forgets all other parts. */
  prepare(
    collections: readonly SearchedCollection[],
  ): Promise<{ readonly spectra: number; readonly bytes: number; readonly milliseconds: number }>;
  /** Any number at a time; one thread answers each. */
  search(query: SearchQuery, priority?: Priority): Promise<SearchAnswers['search']>;
  /** References in use of these collections, by technique and acquisition. */
  count(collections: readonly SearchedCollection[]): Promise<readonly ReferenceCount[]>;
  close(): Promise<void>;
}

interface ClientOptions {
  readonly start: () => Worker;
  readonly threads?: number | undefined;
  readonly database: string;
  /** Where indexes of large collections are kept; made when needed. */
  readonly indexFolder: string;
  readonly log: Log;
}

interface ReadyPart {
  readonly part: Part;
  readonly state: PartState;
}

export function createSearchClient({ start, threads, database, indexFolder, log }: ClientOptions): SearchClient {
  const parts = new Map<string, Promise<ReadyPart>>();
  const pool = createThreadPool<ThreadMessage, SearchAnswers[keyof SearchAnswers]>({
    start,
    size: threads ?? SEARCH_THREADS,
    opening: { kind: 'open', database, indexFolder },
    read: (reply) => {
      const said = reply as ThreadReply;
      return said.ok ? said : { ok: false, error: Object.assign(new Error(said.message), { code: said.code }) };
    },
    onDeath: (error, again) => log.write('warn', 'search.thread-died', { error: String(error), again }),
  });

  const ask = <Kind extends SearchRequest['kind']>(
    request: Extract<SearchRequest, { readonly kind: Kind }>,
    priority: Priority,
    needed: readonly ReadyPart[] = [],
  ) =>
    pool.ask(({ held }) => {
      const lacking = needed.filter(({ part }) => !held.has(partKey(part)));
      for (const { part } of lacking) held.add(partKey(part));
      return [
        ...lacking.map(({ part, state }): ThreadMessage => ({ kind: 'adopt', key: partKey(part), part, state })),
        { kind: 'question', request },
      ];
    }, priority) as Promise<SearchAnswers[Kind]>;

  /** A part once made; another question for the same waits for the same. */
  function ready(family: IndexedFamily, collection: SearchedCollection): Promise<ReadyPart> {
    const part = partOf(family, collection);
    const key = partKey(part);
    const known = parts.get(key);
    if (known !== undefined) return known;
    const making = made(part).then((state) => ({ part, state }));
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
    const steps = await Promise.all(
      read.steps.map(([from, to]) => ask<'build-step'>({ kind: 'build-step', part, from, to }, 'preparation')),
    );
    const [first] = steps;
    const state =
      steps.length === 1 && first !== undefined ? first : await ask<'join-steps'>({ kind: 'join-steps', part, steps }, 'preparation');
    if (state.size >= FILED_FROM)
      ask<'write-part'>({ kind: 'write-part', part, state }, 'background').catch((error: unknown) => noted('search.index-not-kept', error));
    return state;
  }

  let closed = false;
  const noted = (code: string, error: unknown) => {
    if (!closed) log.write('warn', code, { error: String(error) });
  };

  const readyFor = (families: readonly IndexedFamily[], collections: readonly SearchedCollection[]) =>
    Promise.all(collections.flatMap((collection) => families.map((family) => ready(family, collection))));

  return {
    prepare: async (collections) => {
      const began = performance.now();
      const wanted = new Set(collections.flatMap((each) => INDEXED_FAMILIES.map((family) => partKey(partOf(family, each)))));
      for (const key of parts.keys()) if (!wanted.has(key)) parts.delete(key);
      pool.tell(({ held }) => {
        const keys = [...held].filter((key) => !wanted.has(key));
        for (const key of keys) held.delete(key);
        return { kind: 'drop', keys };
      });
      const all = await readyFor(INDEXED_FAMILIES, collections);
      const kept = all.filter(({ state }) => state.size >= FILED_FROM).map(({ part }) => part);
      ask<'keep-files'>({ kind: 'keep-files', parts: kept }, 'background').catch((error: unknown) => noted('search.index-files', error));
      return {
        spectra: all.reduce((sum, { state }) => sum + state.size, 0),
        bytes: all.reduce((sum, { state }) => sum + bytesOf(state), 0),
        milliseconds: performance.now() - began,
      };
    },
    search: async (query, priority = 'question') => {
      const needed = await readyFor(indexesFor(query.asked), query.collections);
      return ask<'search'>({ kind: 'search', query }, priority, needed);
    },
    count: (collections) => ask<'count'>({ kind: 'count', collections }, 'question'),
    close: () => {
      closed = true;
      return pool.close();
    },
  };
}
