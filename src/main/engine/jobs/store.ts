import { message } from '../../../contract/base';
import { type Job, jobKind } from '../../../contract/jobs';
import type { Readable, Row } from '../database/schema';

export async function recentJobs(read: Readable, limit: number): Promise<readonly Job[]> {
  const rows = await read.selectFrom('job').selectAll().orderBy('started_at', 'desc').orderBy('job_id', 'desc').limit(limit).execute();
  return rows.map(asJob);
}

export async function findJob(read: Readable, id: string): Promise<Job | null> {
  const row = await read.selectFrom('job').selectAll().where('job_id', '=', id).executeTakeFirst();
  return row === undefined ? null : asJob(row);
}

export async function runningJobs(read: Readable): Promise<readonly Row<'job'>[]> {
  return read.selectFrom('job').selectAll().where('state', '=', 'running').execute();
}

const states = ['running', 'finished', 'failed', 'cancelled', 'interrupted'] as const;

function asJob(row: Row<'job'>): Job {
  const state = states.find((known) => known === row.state);
  if (state === undefined) throw new Error(`job ${row.job_id} is in an unknown state`);
  return {
    id: row.job_id,
    kind: jobKind.parse(row.kind),
    state,
    subject: row.subject,
    startedBy: row.started_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    progress: null,
    outcome: row.outcome_json === null ? null : JSON.parse(row.outcome_json),
    failure: row.failure_json === null ? null : message.parse(JSON.parse(row.failure_json)),
    canCancel: false,
  };
}
