import type { z } from 'zod';
import type { SessionPerson, setUpInput } from '../../../contract/people';
import type { Change } from '../command/change';
import { refused } from '../failures';
import { rolesOf } from '../session/access';
import type { PortSession } from '../session/port-session';
import { rolesJson } from './accounts';
import type { PeopleDependencies } from './dependencies';
import { hashPassword } from './password';
import { recoveryCode, recoveryCodeHash, sameHash } from './recovery-code';
import { asSessionPerson, findByName, nameKey, newestRecoveryCode } from './store';

/** What happens before anyone can sign in, or when nobody can any more. */
export interface FirstRunService {
  setUp(session: PortSession, input: z.infer<typeof setUpInput>): Promise<{ recoveryCode: string; person: SessionPerson }>;
  recover(input: { readonly signInName: string; readonly recoveryCode: string; readonly next: string }): Promise<{ recoveryCode: string }>;
}

const LOCK_AFTER_MINUTES = 10;

export function createFirstRunService({ read, commands, ids, attempts, stateChanged }: PeopleDependencies): FirstRunService {
  async function issueRecoveryCode(change: Change): Promise<string> {
    const code = recoveryCode(ids.randomBytes(16));
    await change.insert('recovery_code', { id: change.newId(), code_hash: recoveryCodeHash(code), made_at: change.now, used_at: null });
    return code;
  }

  return {
    setUp: async (session, { laboratory, administrator }) => {
      const password_hash = await hashPassword(administrator.password, ids.randomBytes(16));
      const done = await commands.run({ actor: null, permission: null, action: 'laboratory.set-up' }, async (change) => {
        const existing = await change.read.selectFrom('laboratory').select('id').executeTakeFirst();
        if (existing !== undefined) throw refused('set-up.already-done');
        const row = await change.insert('laboratory', {
          id: change.newId(),
          ...laboratory,
          accreditation: '',
          time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
          lock_after_minutes: LOCK_AFTER_MINUTES,
          practice: 0,
          created_at: change.now,
        });
        change.subject({ type: 'laboratory', id: row.id });
        const person = await change.insert('person', {
          id: change.newId(),
          sign_in_name: administrator.signInName,
          sign_in_key: nameKey(administrator.signInName),
          full_name: administrator.fullName,
          initials: administrator.initials,
          title: '',
          roles_json: rolesJson(['administrator', ...administrator.alsoRoles]),
          language: laboratory.language,
          password_hash,
          must_change_password: 0,
          disabled_at: null,
          created_at: change.now,
        });
        return { person, code: await issueRecoveryCode(change) };
      });
      session.signIn(done.person.id);
      stateChanged();
      return { recoveryCode: done.code, person: asSessionPerson(done.person) };
    },
    recover: async ({ signInName, recoveryCode: typed, next }) => {
      const key = `recovery ${nameKey(signInName)}`;
      await attempts.requireNoWait(key);
      const held = await newestRecoveryCode(read);
      const person = await findByName(read, signInName);
      const mayRecover = person !== undefined && person.disabled_at === null && rolesOf(person.roles_json).includes('administrator');
      if (held === undefined || !sameHash(held.code_hash, recoveryCodeHash(typed)) || !mayRecover) {
        await attempts.failed(key);
        await commands.run(
          { actor: null, permission: null, action: 'person.recover-failed', subject: { type: 'person', id: person?.id ?? '' } },
          async () => undefined,
        );
        throw refused('recover.wrong');
      }
      const password_hash = await hashPassword(next, ids.randomBytes(16));
      const code = await commands.run(
        { actor: null, permission: null, action: 'person.recover', subject: { type: 'person', id: person.id, code: person.sign_in_name } },
        async (change) => {
          // The version makes the code good for one use, even when two windows send it at once.
          await change.update('recovery_code', held.id, held.row_version, { used_at: change.now });
          await change.update('person', person.id, null, { password_hash, must_change_password: 0 });
          return issueRecoveryCode(change);
        },
      );
      await attempts.succeeded(key);
      await attempts.succeeded(nameKey(signInName));
      return { recoveryCode: code };
    },
  };
}
