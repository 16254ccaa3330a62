import type { Kysely } from 'kysely';
import type { Database } from '../database/schema';

/** Below this a step back is the ordinary correction of a clock by the system's time service. */
const TOLERATED_MILLISECONDS = 2000;

export interface ClockStep {
  readonly lastSeen: string;
  readonly now: string;
}

/**
 * Remembers the latest instant the laboratory has seen, inside the open transaction, and tells of a clock that went back. After one
 * step back the new time counts, so that one step gives one event.
 */
export async function watchClock(query: Kysely<Database>, now: string): Promise<ClockStep | null> {
  const state = await query.selectFrom('engine_state').select('last_seen_at').executeTakeFirst();
  await query
    .insertInto('engine_state')
    .values({ only: 1, last_seen_at: now })
    .onConflict((conflict) => conflict.column('only').doUpdateSet({ last_seen_at: now }))
    .execute();
  if (state === undefined || Date.parse(now) >= Date.parse(state.last_seen_at) - TOLERATED_MILLISECONDS) return null;
  return { lastSeen: state.last_seen_at, now };
}
