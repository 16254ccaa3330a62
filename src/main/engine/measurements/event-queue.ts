/**
 * Values handed from a task to whoever iterates, none lost; of those that `replaces` calls news of the same thing only the last waits. The iteration ends
 * with the task, throws what it threw, and aborts it when it is left.
 */
export async function* iterate<T>(
  task: (tell: (value: T) => void, signal: AbortSignal) => Promise<void>,
  signal: AbortSignal,
  replaces: (later: T, earlier: T) => boolean,
): AsyncGenerator<T, void> {
  const left = new AbortController();
  const waiting: T[] = [];
  let wake: () => void = () => undefined;
  let ended = false;
  const tell = (value: T) => {
    const last = waiting.at(-1);
    if (last !== undefined && replaces(value, last)) waiting.pop();
    waiting.push(value);
    wake();
  };
  const both = AbortSignal.any([signal, left.signal]);
  const done = task(tell, both).finally(() => {
    ended = true;
    wake();
  });
  // Whoever leaves early hears nothing of it; who stays is thrown it below.
  done.catch(() => undefined);
  const abort = () => wake();
  signal.addEventListener('abort', abort);
  try {
    while (!ended || waiting.length > 0) {
      if (signal.aborted) throw signal.reason;
      const next = waiting.shift();
      if (next !== undefined) yield next;
      else
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
    await done;
  } finally {
    signal.removeEventListener('abort', abort);
    left.abort();
  }
}
