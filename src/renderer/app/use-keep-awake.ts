import { useEffect } from 'react';
import { systemState } from './system-state';
import { client } from './wire/client';

const EVERY_MILLISECONDS = 30_000;

/** Tells the engine that the person is at work, at most twice a minute; without it the session locks. */
export function useKeepAwake(): void {
  useEffect(() => {
    const ended = new AbortController();
    let last = Number.NEGATIVE_INFINITY;
    const touch = (): void => {
      if (performance.now() - last < EVERY_MILLISECONDS || systemState.get()?.phase !== 'signed-in') return;
      last = performance.now();
      client.system.touch().catch((error: unknown) => console.warn('keep-alive refused', error));
    };
    for (const type of ['pointerdown', 'keydown', 'wheel']) window.addEventListener(type, touch, { signal: ended.signal, passive: true });
    return () => ended.abort();
  }, []);
}
