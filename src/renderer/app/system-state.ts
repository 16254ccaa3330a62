import { useEffect } from 'react';
import type { SessionPerson } from '../../contract/people';
import { may, type Permission, type Role } from '../../contract/permissions';
import type { SystemState } from '../../contract/system';
import { createObservable, useObservable } from './observable';
import { client } from './wire/client';
import { engineLink } from './wire/connection';
import { endedWithEngine } from './wire/engine-lost';
import { queryClient, refetchChanged } from './wire/queries';

/** What the engine last said of itself; null until its first word. */
export const systemState = createObservable<SystemState | null>(null);

/** Set when the engine cannot even be asked; shown by the failed screen. */
export const watchFailure = createObservable<unknown>(null);

function takeState(next: SystemState): void {
  const before = systemState.get();
  if (before?.person?.id !== next.person?.id) queryClient.clear();
  systemState.set(next);
  // What changed while the screen was locked is fetched now: a locked session may read nothing.
  if (before?.phase === 'locked' && next.phase === 'signed-in') refetchChanged([]);
}

async function watchSystem(signal: AbortSignal): Promise<void> {
  for await (const event of await client.system.watch(undefined, { signal })) {
    if (signal.aborted) return;
    if (event.type === 'state') takeState(event.state);
    else if (systemState.get()?.phase === 'signed-in') refetchChanged(event.topics);
  }
}

/** Listens to the engine for as long as the window lives, over every new connection. */
export function useSystemWatch(): void {
  const { generation } = useObservable(engineLink);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new connection (generation) needs a new stream
  useEffect(() => {
    const ended = new AbortController();
    watchFailure.set(null);
    // A new engine knows nobody: what the old one said of the session no longer holds.
    systemState.set(null);
    queryClient.clear();
    watchSystem(ended.signal).catch((error: unknown) => {
      if (!ended.signal.aborted && !endedWithEngine(error)) watchFailure.set(error);
    });
    return () => ended.abort();
  }, [generation]);
}

/** The engine's state; only for what stands below the frame, where it is known. */
export function useSystem(): SystemState {
  const state = useObservable(systemState);
  if (state === null) throw new Error('The state of the engine is not known yet');
  return state;
}

/** Who is signed in; only for what stands inside the frame. */
export function usePerson(): SessionPerson {
  const { person } = useSystem();
  if (person === null) throw new Error('Nobody is signed in');
  return person;
}

/** Whether the signed-in person holds the permission: what they may not do is not offered. */
export function useMay(permission: Permission): boolean {
  const person = useObservable(systemState)?.person;
  return person !== undefined && person !== null && may(person.roles as readonly Role[], permission);
}
