import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { Failure } from '../../failures';
import type { Log } from '../../surroundings';
import type { CandidateEvidence, CandidateQuestion, JointEvidence, JointQuestion } from '../evidence/evidence-messages';
import type { SearchedCollection } from './collections';
import { indexesFor } from './family-query';
import { FILED_FAMILIES, READY_FAMILIES } from './kinds';
import { type AskThread, createLibraryParts, type ReadyPart } from './library-parts';
import { partOf } from './parts';
import type { FamilyAnswer, ReferenceCount, SearchAnswers, SearchQuery, ThreadMessage, ThreadReply } from './search-messages';
import { bytesOf } from './shared-state';
import { createThreadPool, type Priority, SEARCH_THREADS, type ThreadMemory } from './thread-pool';

type Found = Exclude<FamilyAnswer, { readonly refused: unknown }> & { readonly milliseconds: number };

/** The engine's end of the search threads. */
export interface SearchClient {
  /** Makes ready what searches over these collections need, and forgets all other parts. */
  prepare(
    collections: readonly SearchedCollection[],
  ): Promise<{ readonly spectra: number; readonly bytes: number; readonly milliseconds: number }>;
  /** Any number at a time; one thread answers each. @throws Failure REFUSED where a query cannot be searched so */
  search(query: SearchQuery, priority?: Priority): Promise<Found>;
  /** References in use of these collections, by technique and acquisition. */
  count(collections: readonly SearchedCollection[]): Promise<readonly ReferenceCount[]>;
  /** Evidence on one candidate that takes spectra of the library to weigh. */
  weighCandidate(question: CandidateQuestion): Promise<CandidateEvidence>;
  /** What substances of an exhibit look like beside one unknown. */
  weighSubstances(question: JointQuestion): Promise<JointEvidence>;
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

/** How long the end of the program waits for an index that is being written to its file. */
const PATIENCE_MILLISECONDS = 2000;

const ALWAYS_READY = READY_FAMILIES.map((family) => ({ family, settings: '' }));

export function createSearchClient({ start, threads, database, indexFolder, log }: ClientOptions): SearchClient {
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
  let closed = false;
  const inBackground = (task: Promise<unknown>, code: string): Promise<unknown> =>
    task.catch((error: unknown) => {
      if (!closed) log.write('warn', code, { error: String(error) });
    });
  const writing = new Set<Promise<unknown>>();

  // What a thread answers is what was asked of it.
  const ask: AskThread = async (request, priority) => pool.ask(() => [{ kind: 'question', request }], priority) as never;
  const parts = createLibraryParts(ask, log, {
    onLarge: (part, state) => {
      const written = inBackground(ask<'write-part'>({ kind: 'write-part', part, state }, 'background'), 'search.index-not-kept');
      writing.add(written);
      void written.then(() => writing.delete(written));
    },
    onForgotten: () => pool.tell(letGo),
  });

  function letGo({ held }: ThreadMemory): ThreadMessage {
    const keys = [...held].filter((key) => !parts.isKept(key));
    for (const key of keys) held.delete(key);
    return { kind: 'drop', keys };
  }

  /** The parts that this thread does not hold yet. */
  const adopted = ({ held }: ThreadMemory, needed: readonly ReadyPart[]): ThreadMessage[] =>
    needed.flatMap(({ key, part, state }) => {
      if (held.has(key)) return [];
      held.add(key);
      return [{ kind: 'adopt', key, part, state }];
    });

  return {
    prepare: async (collections) => {
      const began = performance.now();
      parts.keepOnly(collections);
      const all = await parts.ready(ALWAYS_READY, collections);
      const files = collections.flatMap((each) => FILED_FAMILIES.map((family) => partOf({ family, settings: '' }, each)));
      void inBackground(ask<'keep-files'>({ kind: 'keep-files', parts: files }, 'background'), 'search.index-files');
      return {
        spectra: all.reduce((sum, { state }) => sum + state.size, 0),
        bytes: all.reduce((sum, { state }) => sum + bytesOf(state), 0),
        milliseconds: performance.now() - began,
      };
    },
    search: async (query, priority = 'question') => {
      const needed = await parts.ready(indexesFor(query.asked), query.collections);
      const answer = await pool.ask(
        (thread) => [...adopted(thread, needed), { kind: 'question', request: { kind: 'search', query } }],
        priority,
      );
      const found = answer as SearchAnswers['search'];
      if ('refused' in found) throw new Failure('REFUSED', found.refused);
      return found;
    },
    count: (collections) => ask<'count'>({ kind: 'count', collections }, 'question'),
    weighCandidate: (question) => ask<'weigh-candidate'>({ kind: 'weigh-candidate', question }, 'question'),
    weighSubstances: (question) => ask<'weigh-substances'>({ kind: 'weigh-substances', question }, 'question'),
    close: async () => {
      closed = true;
      // What was made with much work is kept, if that takes no longer than a person waits.
      await Promise.race([Promise.all(writing), sleep(PATIENCE_MILLISECONDS, undefined, { ref: false })]);
      return pool.close();
    },
  };
}
