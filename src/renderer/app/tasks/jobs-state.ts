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
  for await (const job of await client.jobs.watch(undefined, { signal })) {
    if (signal.aborted) return;
    jobs.set((known) => withNews(known, job));
  }
}

/** Follows the engine's work while somebody is signed in. */
export function useJobsWatch(personId: string): void {
  const { generation } = useObservable(engineLink);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another person or connection needs a new stream
  useEffect(() => {
    const ended = new AbortController();
    jobs.set([]);
    watchJobs(ended.signal).catch((error: unknown) => {
      if (!ended.signal.aborted && !endedWithEngine(error)) console.error('the stream of jobs ended', error);
    });
    return () => ended.abort();
  }, [personId, generation]);
}

/** The newest word on one job; undefined until the engine speaks of it. */
export function useJob(id: string | undefined): Job | undefined {
  return useObservable(jobs).find((job) => job.id === id);
}
