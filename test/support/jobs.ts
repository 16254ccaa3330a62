import type { Job } from '../../src/contract/jobs';
import type { Client } from './engine';

/** The job once it has ended, however it ended. */
export async function endOfJob(client: Client, jobId: string): Promise<Job> {
  const watching = new AbortController();
  try {
    for await (const job of await client.jobs.watch(undefined, { signal: watching.signal })) {
      if (job.id === jobId && job.state !== 'running') return job;
      const now = await client.jobs.get({ id: jobId });
      if (now.state !== 'running') return now;
    }
  } finally {
    watching.abort();
  }
  return client.jobs.get({ id: jobId });
}
