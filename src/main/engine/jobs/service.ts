import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../../contract/base';
import type { Job, JobKind } from '../../../contract/jobs';
import type { Permission } from '../../../contract/permissions';
import type { Commands } from '../command/commands';
import type { Readable } from '../database/schema';
import { failureMessage } from '../failure-message';
import { notFound, refused } from '../failures';
import { type ActorName, mayNow, requireActor, type Session } from '../session/access';
import { createBroadcast } from '../session/broadcast';
import type { Clock, IdSource, Log } from '../surroundings';
import { type Advance, createProgressMeter } from './progress';
import { findJob, recentJobs, runningJobs } from './store';

export interface JobRequest {
  readonly kind: JobKind;
  /** What it works on, as a person would call it. */
  readonly subject: string;
  /** Null for what the engine does by itself. */
  readonly session: Session | null;
  readonly canCancel: boolean;
}

export interface JobHandle {
  readonly id: string;
  /** Aborts when a person cancels, and when the engine ends. */
  readonly signal: AbortSignal;
  progress(advance: Advance): void;
}

export interface JobsService {
  /**
   * Records the job and starts it; returns as soon as it is recorded. The body's permission is the caller's to check. An aborted body
   * ends as `cancelled`, one that throws as `failed`; the row always gets its end.
   */
  start(
    request: JobRequest,
    body: (handle: JobHandle) => Promise<unknown>,
  ): Promise<{ readonly jobId: string; readonly ended: Promise<Job> }>;
  /** For any person whose account is in use; an outcome that reads the trail only for whoever may read the trail. */
  list(session: Session, limit: number): Promise<readonly Job[]>;
  get(session: Session, id: string): Promise<Job>;
  watch(session: Session, signal: AbortSignal): AsyncGenerator<Job, void>;
  /** Recorded in the trail. @throws Failure FORBIDDEN for anyone but who started it and who may start its kind */
  cancel(session: Session, id: string): Promise<void>;
  /** Marks what was running when the program ended; to be called once, before the first job starts. */
  markInterrupted(): Promise<readonly { readonly jobId: string; readonly kind: string; readonly subject: string }[]>;
  /** Aborts all and waits for their ends. */
  close(): Promise<void>;
}

/** Who may end what another person, or the engine, has started. */
const CANCEL: Readonly<Record<JobKind, Permission>> = {
  'library-import': 'library.import',
  'trail-verification': 'audit.read',
  backup: 'backup.make',
  report: 'reports.draft',
  'integrity-check': 'laboratory.edit',
  'batch-search': 'identify.search',
  'library-examination': 'library.import',
  validation: 'identify.search',
};

/** At most four changes a second and job go to a window. */
const TELL_EVERY_MILLISECONDS = 250;

interface Dependencies {
  readonly read: Readable;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
}

interface Running {
  job: Job;
  readonly starterId: string | null;
  readonly abort: AbortController;
  readonly ended: Promise<Job>;
}

export function createJobsService({ read, commands, clock, ids, log }: Dependencies): JobsService {
  const running = new Map<string, Running>();
  const changes = createBroadcast<Job>();
  const instant = () => new Date(clock.now()).toISOString();

  async function start(request: JobRequest, body: (handle: JobHandle) => Promise<unknown>) {
    const actor: ActorName | null = request.session === null ? null : await requireActor(read, request.session, null);
    const { kind, subject, canCancel } = request;
    const job: Job = {
      id: ids.uuid(clock.now()),
      kind,
      state: 'running',
      subject,
      startedBy: actor?.fullName ?? '',
      startedAt: instant(),
      finishedAt: null,
      progress: null,
      outcome: null,
      failure: null,
      canCancel,
    };
    await commands.bookkeep((query) =>
      query
        .insertInto('job')
        .values({
          job_id: job.id,
          kind,
          state: 'running',
          subject,
          started_by: job.startedBy,
          started_at: job.startedAt,
          finished_at: null,
          outcome_json: null,
          failure_json: null,
        })
        .execute(),
    );
    const abort = new AbortController();
    // Set before the body's first step, so that a body that ends at once finds its entry.
    let begin: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    const ended = begun.then(() => runToEnd(job.id, abort.signal, body));
    running.set(job.id, { job, starterId: actor?.id ?? null, abort, ended });
    changes.send(job);
    begin();
    return { jobId: job.id, ended };
  }

  async function runToEnd(id: string, signal: AbortSignal, body: (handle: JobHandle) => Promise<unknown>): Promise<Job> {
    const meter = createProgressMeter();
    const progress = (advance: Advance) => {
      const entry = running.get(id);
      if (entry === undefined) return;
      entry.job = { ...entry.job, progress: meter(advance, performance.now()) };
      changes.send(entry.job);
    };
    try {
      return await end(id, { state: 'finished', outcome: (await body({ id, signal, progress })) ?? null, failure: null });
    } catch (error) {
      if (signal.aborted) return await end(id, { state: 'cancelled', outcome: null, failure: null });
      return await end(id, { state: 'failed', outcome: null, failure: failureMessage(error, log, ids) });
    }
  }

  async function end(
    id: string,
    how: { readonly state: 'finished' | 'failed' | 'cancelled'; readonly outcome: unknown; readonly failure: Message | null },
  ): Promise<Job> {
    const entry = running.get(id);
    if (entry === undefined) throw new Error(`job ${id} has no entry`);
    const finishedAt = instant();
    entry.job = { ...entry.job, ...how, finishedAt, canCancel: false };
    try {
      await commands.bookkeep((query) =>
        query
          .updateTable('job')
          .set({
            state: how.state,
            finished_at: finishedAt,
            outcome_json: how.outcome === null ? null : JSON.stringify(how.outcome),
            failure_json: how.failure === null ? null : JSON.stringify(how.failure),
          })
          .where('job_id', '=', id)
          .execute(),
      );
    } catch (error) {
      // The disk may be full: the window still learns how it ended, and the next start marks the row as interrupted.
      log.write('error', 'job.end-not-recorded', { id, error: String(error) });
    }
    running.delete(id);
    changes.send(entry.job);
    return entry.job;
  }

  /** The job as this person may see it: what the verification of the trail found is of the trail. */
  async function shownTo(session: Session, job: Job): Promise<Job> {
    if (job.kind !== 'trail-verification' || job.outcome === null) return job;
    return (await mayNow(read, session, 'audit.read')) ? job : { ...job, outcome: null };
  }

  async function* watch(session: Session, signal: AbortSignal): AsyncGenerator<Job, void> {
    await requireActor(read, session, null);
    const news = changes.listen(signal, (job) => job.id);
    const toldAt = new Map<string, number>();
    for (const { job } of running.values()) yield job;
    for await (const job of news) {
      const wait = job.state === 'running' ? (toldAt.get(job.id) ?? 0) + TELL_EVERY_MILLISECONDS - performance.now() : 0;
      // The end of a job is never held back behind its progress.
      if (wait > 0) await Promise.race([sleep(wait), running.get(job.id)?.ended]);
      if (signal.aborted) return;
      toldAt.set(job.id, performance.now());
      yield await shownTo(session, wait > 0 ? (running.get(job.id)?.job ?? job) : job);
    }
  }

  return {
    start,
    watch,
    list: async (session, limit) => {
      await requireActor(read, session, null);
      return Promise.all((await recentJobs(read, limit)).map((job) => shownTo(session, running.get(job.id)?.job ?? job)));
    },
    get: async (session, id) => {
      await requireActor(read, session, null);
      const job = running.get(id)?.job ?? (await findJob(read, id));
      if (job === null) throw notFound('job', id);
      return shownTo(session, job);
    },
    cancel: async (session, id) => {
      await requireActor(read, session, null);
      const entry = running.get(id);
      if (entry === undefined) throw notFound('job', id);
      if (!entry.job.canCancel) throw refused('job.cannot-cancel');
      const { kind, subject } = entry.job;
      await commands.run(
        {
          actor: session,
          permission: entry.starterId === session.personId ? null : CANCEL[kind],
          action: 'job.cancel',
          subject: { type: 'job', id, code: subject },
        },
        async (change) => change.note({ kind, startedBy: entry.job.startedBy }),
      );
      entry.abort.abort();
    },
    markInterrupted: async () => {
      const left = await runningJobs(read);
      if (left.length > 0)
        await commands.bookkeep((query) =>
          query.updateTable('job').set({ state: 'interrupted', finished_at: instant() }).where('state', '=', 'running').execute(),
        );
      return left.map(({ job_id, kind, subject }) => ({ jobId: job_id, kind, subject }));
    },
    close: async () => {
      const ends = [...running.values()].map(({ abort, ended }) => {
        abort.abort();
        return ended;
      });
      await Promise.allSettled(ends);
    },
  };
}
