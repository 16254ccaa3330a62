/** Hands every value to all who listen at that moment. A listener that is slow keeps at most one value per key: the newest. */
export interface Broadcast<T> {
  send(value: T): void;
  /** Values from now on, until the signal aborts; `keyOf` tells which waiting values a newer one replaces. */
  listen(signal: AbortSignal | undefined, keyOf: (value: T) => string): AsyncGenerator<T, void>;
}

export function createBroadcast<T>(): Broadcast<T> {
  const listeners = new Set<(value: T) => void>();

  function listen(signal: AbortSignal | undefined, keyOf: (value: T) => string): AsyncGenerator<T, void> {
    const waiting = new Map<string, T>();
    let wake: () => void = () => undefined;
    const receive = (value: T) => {
      waiting.set(keyOf(value), value);
      wake();
    };
    const end = () => wake();
    // Listening begins now and not at the first pull, or what happens in between would be lost.
    listeners.add(receive);
    signal?.addEventListener('abort', end);
    return (async function* values() {
      try {
        while (!signal?.aborted) {
          const [next] = waiting;
          if (next === undefined) {
            await new Promise<void>((resolve) => {
              wake = resolve;
            });
            continue;
          }
          waiting.delete(next[0]);
          yield next[1];
        }
      } finally {
        listeners.delete(receive);
        signal?.removeEventListener('abort', end);
      }
    })();
  }

  return {
    send: (value) => {
      for (const listener of listeners) listener(value);
    },
    listen,
  };
}
