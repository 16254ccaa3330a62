import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { refused } from '../../failures';

/** Search threads where nothing else is asked for: as many as the machine has processors, at most four; two at least, so that a long search holds up no other. */
export const SEARCH_THREADS = Math.max(2, Math.min(4, availableParallelism()));

/** What is done first when several things wait: a person's question, what makes later ones fast, and batches last. */
export const PRIORITIES = ['question', 'preparation', 'background'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** How often a task is begun before it is given up because its thread died. */
const ATTEMPTS = 2;

export interface PoolReply<Answer> {
  readonly result: { readonly ok: true; readonly answer: Answer } | { readonly ok: false; readonly error: Error };
}

interface Task<Message, Answer> {
  /** What this thread must hear before, and the question. */
  readonly messages: (thread: ThreadMemory) => readonly Message[];
  readonly priority: Priority;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
  attempts: number;
}

/** What a thread was told to hold. */
export interface ThreadMemory {
  readonly held: Set<string>;
}

interface PoolThread<Message, Answer> extends ThreadMemory {
  readonly worker: Worker;
  task: Task<Message, Answer> | null;
}

export interface ThreadPool<Message, Answer> {
  readonly size: number;
  /**
   * Asks the first thread that is free. A thread that dies is replaced, and its task done once more.
   * @throws Failure REFUSED `identify.search-thread-died` when the second thread died, too
   */
  ask(messages: (thread: ThreadMemory) => readonly Message[], priority: Priority): Promise<Answer>;
  /** To every thread that lives; not answered. */
  tell(message: (thread: ThreadMemory) => Message): void;
  close(): Promise<void>;
}

interface PoolOptions<Message, Answer> {
  readonly start: () => Worker;
  readonly size: number;
  /** The first message of every thread. */
  readonly opening: Message;
  readonly read: (reply: unknown) => PoolReply<Answer>['result'];
  readonly onDeath: (error: Error, again: boolean) => void;
}

/** Threads that do one task at a time each, so that no question waits behind another while a thread is free. */
export function createThreadPool<Message, Answer>(options: PoolOptions<Message, Answer>): ThreadPool<Message, Answer> {
  const { start, size, opening, read, onDeath } = options;
  const threads = new Set<PoolThread<Message, Answer>>();
  const waiting: Record<Priority, Task<Message, Answer>[]> = { question: [], preparation: [], background: [] };
  let closed = false;

  function thread(): PoolThread<Message, Answer> {
    const started: PoolThread<Message, Answer> = { worker: start(), task: null, held: new Set() };
    threads.add(started);
    const ended = (error: Error) => {
      if (!threads.delete(started) || closed) return;
      const { task } = started;
      started.task = null;
      void started.worker.terminate();
      const again = task !== null && task.attempts < ATTEMPTS;
      onDeath(error, again);
      if (again) waiting[task.priority].unshift(task);
      else task?.reject(refused('identify.search-thread-died'));
      dispatch();
    };
    started.worker.on('message', (reply: unknown) => {
      const { task } = started;
      started.task = null;
      const result = read(reply);
      if (result.ok) task?.resolve(result.answer);
      else task?.reject(result.error);
      dispatch();
    });
    started.worker.on('error', ended);
    started.worker.on('exit', (code) => ended(new Error(`a search thread ended with code ${code}`)));
    started.worker.postMessage(opening);
    return started;
  }

  function dispatch(): void {
    for (;;) {
      const priority = PRIORITIES.find((each) => waiting[each].length > 0);
      if (priority === undefined || closed) return;
      const free = [...threads].find(({ task }) => task === null) ?? (threads.size < size ? thread() : undefined);
      const task = free === undefined ? undefined : waiting[priority].shift();
      if (free === undefined || task === undefined) return;
      free.task = task;
      task.attempts += 1;
      for (const message of task.messages(free)) free.worker.postMessage(message);
    }
  }

  return {
    size,
    ask: (messages, priority) =>
      new Promise<Answer>((resolve, reject) => {
        if (closed) {
          reject(new Error('the search threads were closed'));
          return;
        }
        waiting[priority].push({ messages, priority, resolve, reject, attempts: 0 });
        dispatch();
      }),
    tell: (message) => {
      for (const each of threads) each.worker.postMessage(message(each));
    },
    close: async () => {
      closed = true;
      const left = [...PRIORITIES.flatMap((priority) => waiting[priority]), ...[...threads].flatMap(({ task }) => task ?? [])];
      for (const { reject } of left) reject(new Error('the search threads were closed'));
      await Promise.all([...threads].map(({ worker }) => worker.terminate()));
    },
  };
}
