import type { Worker } from 'node:worker_threads';
import type { IndexQuery, SearchedCollection } from './library-index';
import type { SearchAnswers, SearchReply, SearchRequest } from './search-messages';

/** The engine's end of the search thread: started with the first question, started again after it died. */
export interface SearchClient {
  prepare(collections: readonly SearchedCollection[]): Promise<SearchAnswers['prepare']>;
  search(query: IndexQuery): Promise<SearchAnswers['search']>;
  close(): Promise<void>;
}

interface Open {
  readonly worker: Worker;
  readonly waiting: Map<number, { readonly resolve: (answer: never) => void; readonly reject: (error: Error) => void }>;
}

/** @param indexFolder where the search thread keeps indexes of large collections; made when needed */
export function createSearchClient(start: () => Worker, database: string, indexFolder: string): SearchClient {
  let open: Open | undefined;
  let number = 0;

  function thread(): Open {
    if (open !== undefined) return open;
    const started: Open = { worker: start(), waiting: new Map() };
    const end = (error: Error) => {
      if (open === started) open = undefined;
      for (const { reject } of started.waiting.values()) reject(error);
      started.waiting.clear();
    };
    started.worker.on('message', (reply: SearchReply) => {
      const question = started.waiting.get(reply.number);
      started.waiting.delete(reply.number);
      if (reply.ok) question?.resolve(reply.answer as never);
      else question?.reject(Object.assign(new Error(reply.message), { code: reply.code }));
    });
    started.worker.on('error', end);
    started.worker.on('exit', (code) => end(new Error(`the search thread ended with code ${code}`)));
    open = started;
    void ask('open', { kind: 'open', database, indexFolder }).catch(end);
    return started;
  }

  function ask<Kind extends keyof SearchAnswers>(
    _kind: Kind,
    request: Extract<SearchRequest, { readonly kind: Kind }>,
  ): Promise<SearchAnswers[Kind]> {
    const { worker, waiting } = thread();
    number += 1;
    const asked = number;
    return new Promise<SearchAnswers[Kind]>((resolve, reject) => {
      waiting.set(asked, { resolve, reject });
      worker.postMessage({ number: asked, request });
    });
  }

  return {
    prepare: (collections) => ask('prepare', { kind: 'prepare', collections }),
    search: (query) => ask('search', { kind: 'search', query }),
    close: async () => {
      const closing = open;
      open = undefined;
      await closing?.worker.terminate();
    },
  };
}
