import type { ComponentType } from 'react';
import type { Job, JobKind } from '../../../contract/jobs';

/** How a finished job of a kind says its result in the task tray: a line, with a link where there is something to open. */
export type JobOutcome = ComponentType<{ readonly job: Job }>;

const outcomes = new Map<JobKind, JobOutcome>();

/** Called once per kind, where the screen that starts it declares its routes. */
export function registerJobOutcome(kind: JobKind, outcome: JobOutcome): void {
  outcomes.set(kind, outcome);
}

export function jobOutcome(kind: JobKind): JobOutcome | undefined {
  return outcomes.get(kind);
}
