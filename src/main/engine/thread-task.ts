import type { Worker } from 'node:worker_threads';

/** How long a thread is given to stop by itself before it is ended. */
const STOP_MILLISECONDS = 2000;

/** What a thread for one task is sent, with the flag by which it is told to stop. */
export interface TaskMessage<Request> {
  readonly request: Request;
  /** One Int32: 1 means stop. Shared, because a busy thread does not read its messages. */
  readonly stop: SharedArrayBuffer;
}

/** What a thread for one task says. `failed` carries an error as its own fields; the code tells what the storage said. */
export type TaskReply<Progress, Result> =
  | { readonly type: 'progress'; readonly progress: Progress }
  | { readonly type: 'result'; readonly result: Result }
  | { readonly type: 'stopped' }
  | { readonly type: 'failed'; readonly message: string; readonly code: string; readonly stack: string };

export interface TaskOptions<Progress> {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Runs one task in a fresh thread and gives its result. The thread may go on after it has answered (to clean up); `gone` tells when
 * it has ended.
 *
 * @throws the signal's reason once the thread has stopped; the thread's own error, with its code
 */
export function runThreadTask<Request, Progress, Result>(
  worker: Worker,
  request: Request,
  { signal, onProgress }: TaskOptions<Progress> = {},
): { readonly result: Promise<Result>; readonly gone: Promise<void> } {
  const stop = new SharedArrayBuffer(4);
  const gone = new Promise<void>((resolve) => {
    worker.once('exit', () => resolve());
  });
  const result = new Promise<Result>((resolve, reject) => {
    let deadline: NodeJS.Timeout | undefined;
    const abort = () => {
      Atomics.store(new Int32Array(stop), 0, 1);
      deadline = setTimeout(() => void worker.terminate(), STOP_MILLISECONDS);
    };
    const over = () => {
      clearTimeout(deadline);
      signal?.removeEventListener('abort', abort);
    };
    worker.on('message', (reply: TaskReply<Progress, Result>) => {
      if (reply.type === 'progress') {
        onProgress?.(reply.progress);
        return;
      }
      over();
      if (reply.type === 'result') resolve(reply.result);
      else if (reply.type === 'stopped') reject(signal?.reason ?? new Error('the thread stopped without being told'));
      else reject(Object.assign(new Error(reply.message), { code: reply.code, stack: reply.stack }));
    });
    worker.once('error', (error) => {
      over();
      reject(error);
    });
    worker.once('exit', (code) => {
      over();
      reject(signal?.aborted ? signal.reason : new Error(`a thread ended with code ${code} and no answer`));
    });
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort);
    worker.postMessage({ request, stop } satisfies TaskMessage<Request>);
  });
  return { result, gone };
}
