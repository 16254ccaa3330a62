import type { Commands } from '../command/commands';
import type { Readable } from '../database/schema';
import { refused } from '../failures';
import type { Clock } from '../surroundings';

/** Seconds to wait after so many failures: none for the first three, then 2, 4, 8 … at most 60. */
export function delaySeconds(failures: number): number {
  return failures < 3 ? 0 : Math.min(60, 2 ** (failures - 2));
}

export interface Attempts {
  /** @throws Failure REFUSED `sign-in.wait` with the seconds left */
  requireNoWait(nameKey: string): Promise<void>;
  failed(nameKey: string): Promise<void>;
  succeeded(nameKey: string): Promise<void>;
}

/** Failed sign-ins per name, kept in the file so that a new start of the program does not forget them. */
export function createAttempts({
  read,
  commands,
  clock,
}: {
  readonly read: Readable;
  readonly commands: Commands;
  readonly clock: Clock;
}): Attempts {
  const attemptsOf = (nameKey: string) => read.selectFrom('sign_in_attempt').selectAll().where('name_key', '=', nameKey).executeTakeFirst();
  return {
    requireNoWait: async (nameKey) => {
      const attempts = await attemptsOf(nameKey);
      if (attempts === undefined) return;
      const delay = delaySeconds(attempts.failures) * 1000;
      // A clock that went back must not make anyone wait longer than the delay itself.
      const left = Math.min(delay, Date.parse(attempts.last_failure_at) + delay - clock.now());
      if (left > 0) throw refused('sign-in.wait', { seconds: Math.ceil(left / 1000) });
    },
    failed: async (nameKey) => {
      const last_failure_at = new Date(clock.now()).toISOString();
      await commands.bookkeep((query) =>
        query
          .insertInto('sign_in_attempt')
          .values({ name_key: nameKey, failures: 1, last_failure_at })
          .onConflict((conflict) =>
            conflict.column('name_key').doUpdateSet((row) => ({ failures: row('sign_in_attempt.failures', '+', 1), last_failure_at })),
          )
          .execute(),
      );
    },
    succeeded: async (nameKey) => {
      if ((await attemptsOf(nameKey)) === undefined) return;
      await commands.bookkeep((query) => query.deleteFrom('sign_in_attempt').where('name_key', '=', nameKey).execute());
    },
  };
}
