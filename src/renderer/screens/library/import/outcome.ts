import type { Job } from '../../../../contract/jobs';
import { type ImportOutcome, importOutcome } from '../../../../contract/library';

/** What a finished import gave; null for anything else. */
export function importOutcomeOf(job: Job): ImportOutcome | null {
  const read = importOutcome.safeParse(job.outcome);
  return job.state === 'finished' && read.success ? read.data : null;
}
