import { useEffect } from 'react';
import type { Job } from '../../../contract/jobs';
import { createObservable, useObservable } from '../observable';
import { client } from '../wire/client';
import { engineLink } from '../wire/connection';
import { endedWithEngine } from '../wire/engine-lost';
import { withNews } from './job-list';

/** Jobs seen since sign-in, newest first. */
export const jobs = createObservable<readonly Job[]>([]);

async function watchJobs(signal: AbortSignal): Promise<void> {
  const stream = await client.jobs.watch(undefined, { signal });
  // What ended while the session was locked, and no stream was open, is not told again.
  for (const { id } of jobs.get().filter(({ state }) => state === 'running')) {
    const now = await client.jobs.get({ id });
    if (signal.aborted) return;
    jobs.set((known) => withNews(known, now));
  }
  for await (const job of stream) {
    if (signal.aborted) return;
    jobs.set((known) => withNews(known, job));
  }
}

/** Follows the engine's work while somebody is signed in; the engine ends the stream of a session that locks. */
export function useJobsWatch(personId: string, locked: boolean): void {
  const { generation } = useObservable(engineLink);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person or connection knows nothing of the work seen before
  useEffect(() => jobs.set([]), [personId, generation]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person or connection needs a new stream
  useEffect(() => {
    if (locked) return;
    const ended = new AbortController();
    watchJobs(ended.signal).catch((error: unknown) => {
      if (!ended.signal.aborted && !endedWithEngine(error)) console.error('the stream of jobs ended', error);
    });
    return () => ended.abort();
  }, [personId, generation, locked]);
}

/** The newest word on one job; undefined until the engine speaks of it. */
export function useJob(id: string | undefined): Job | undefined {
  return useObservable(jobs).find((job) => job.id === id);
}
