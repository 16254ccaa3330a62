import { parentPort } from 'node:worker_threads';
import type { TaskMessage, TaskReply } from '../thread-task';

export interface Task<Progress> {
  readonly stopped: () => boolean;
  readonly progress: (progress: Progress) => void;
}

/** Thrown by a task that noticed that it is to stop. */
export class Stopped extends Error {}

/** The entry of a thread that does one task and ends: answers with the result, and then runs what `after` says is left to do. */
export function serveTask<Request, Progress, Result>(
  work: (request: Request, task: Task<Progress>) => Result | Promise<Result>,
  after: (request: Request, result: Result | undefined) => void = () => undefined,
): void {
  const port = parentPort;
  if (port === null) throw new Error('this file is the entry of a worker thread');
  const say = (reply: TaskReply<Progress, Result>) => port.postMessage(reply);
  port.once('message', async ({ request, stop }: TaskMessage<Request>) => {
    const flag = new Int32Array(stop);
    let result: Result | undefined;
    try {
      result = await work(request, {
        stopped: () => Atomics.load(flag, 0) === 1,
        progress: (progress) => say({ type: 'progress', progress }),
      });
      say({ type: 'result', result });
    } catch (error) {
      say(error instanceof Stopped ? { type: 'stopped' } : failed(error));
    }
    after(request, result);
  });
}

function failed(error: unknown): TaskReply<never, never> {
  if (!(error instanceof Error)) return { type: 'failed', message: String(error), code: '', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return { type: 'failed', message: error.message, code, stack: error.stack ?? '' };
}
