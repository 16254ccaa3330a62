import { language } from '../../../contract/base';
import type { SystemFailure, SystemState } from '../../../contract/system';
import type { Readable } from '../database/schema';
import { laboratoryRow } from '../laboratory/service';
import { findSessionPerson } from '../people/service';
import type { PortSession } from '../session/port-session';

/** What the window is told before anyone has signed in: as long as no laboratory says otherwise, its session locks after this. */
export const LOCK_AFTER_MINUTES = 10;

export interface StateSources {
  /** Null while no laboratory is open. */
  readonly read: Readable | null;
  readonly failure: SystemFailure | null;
  readonly notices: SystemState['notices'];
  readonly practicePeople: SystemState['practicePeople'];
  readonly version: string;
  readonly folder: string;
}

/** What the window needs to know which screen to show. */
export async function systemStateOf(
  session: PortSession,
  { read, failure, notices, practicePeople, version, folder }: StateSources,
): Promise<SystemState> {
  const laboratory = read === null ? undefined : await laboratoryRow(read);
  const personId = session.personId();
  const person = read === null || personId === null ? null : await findSessionPerson(read, personId);
  const practice = laboratory?.practice === 1;
  const phase = () => {
    if (read === null) return 'failed';
    if (laboratory === undefined) return 'first-run';
    if (person === null) return 'sign-in';
    return session.locked() ? 'locked' : 'signed-in';
  };
  return {
    phase: phase(),
    failure,
    practice,
    practicePeople: practice ? practicePeople : [],
    laboratoryName: laboratory?.name ?? null,
    language: laboratory === undefined ? null : language.parse(laboratory.language),
    version,
    folder,
    person,
    lockAfterMinutes: laboratory?.lock_after_minutes ?? LOCK_AFTER_MINUTES,
    notices,
  };
}
