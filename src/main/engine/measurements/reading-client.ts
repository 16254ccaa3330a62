import type { Worker } from 'node:worker_threads';
import type { ReadingQuestion, ReadingQuestions, ReadingReply, ReadingRequest } from './reading/reading-messages';

export interface AskOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((bytes: number) => void) | undefined;
}

/** The engine's end of a reading thread: started with the first question, started again after it died. */
export interface ReadingClient {
  /** @throws the signal's reason once it aborts; the thread stops behind it */
  ask<Kind extends ReadingQuestion>(
    kind: Kind,
    request: ReadingQuestions[Kind]['request'],
    options?: AskOptions,
  ): Promise<ReadingQuestions[Kind]['answer']>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: unknown) => void;
  readonly progress: (bytes: number) => void;
}

interface Open {
  readonly worker: Worker;
  readonly waiting: Map<number, Waiting>;
}

/** @param scratchFolder where the thread keeps what it read; made when needed */
export function createReadingClient(start: () => Worker, scratchFolder: string, version: string): ReadingClient {
  let open: Open | undefined;
  let number = 0;

  function thread(): Open {
    if (open !== undefined) return open;
    const started: Open = { worker: start(), waiting: new Map() };
    const end = (error: unknown) => {
      if (open === started) open = undefined;
      for (const { reject } of started.waiting.values()) reject(error);
      started.waiting.clear();
    };
    started.worker.on('message', (reply: ReadingReply) => {
      const question = started.waiting.get(reply.number);
      if (reply.type === 'progress') {
        question?.progress(reply.bytes);
        return;
      }
      started.waiting.delete(reply.number);
      if (reply.type === 'answer') question?.resolve(reply.answer as never);
      else if (reply.type === 'failed') question?.reject(Object.assign(new Error(reply.message), { code: reply.code }));
      else question?.reject(new Error('a question was stopped that nobody gave up'));
    });
    started.worker.on('error', end);
    started.worker.on('exit', (code) => end(new Error(`a reading thread ended with code ${code}`)));
    open = started;
    void ask('open', { scratchFolder, version }).catch(end);
    return started;
  }

  function ask<Kind extends ReadingQuestion>(
    kind: Kind,
    request: ReadingQuestions[Kind]['request'],
    { signal, onProgress }: AskOptions = {},
  ): Promise<ReadingQuestions[Kind]['answer']> {
    const { worker, waiting } = thread();
    number += 1;
    const asked = number;
    const stop = new SharedArrayBuffer(4);
    return new Promise((resolve, reject) => {
      const abort = () => {
        Atomics.store(new Int32Array(stop), 0, 1);
        reject(signal?.reason);
      };
      if (signal?.aborted) {
        abort();
        return;
      }
      const over = () => signal?.removeEventListener('abort', abort);
      waiting.set(asked, {
        resolve: (answer) => {
          over();
          resolve(answer);
        },
        reject: (error) => {
          over();
          reject(error);
        },
        progress: (bytes) => onProgress?.(bytes),
      });
      signal?.addEventListener('abort', abort);
      worker.postMessage({ number: asked, kind, request, stop } satisfies ReadingRequest<Kind>);
    });
  }

  return {
    ask,
    close: async () => {
      const closing = open;
      open = undefined;
      await closing?.worker.terminate();
    },
  };
}
