import type { Language } from '../../../contract/base';
import type { Person } from '../../../contract/people';
import type { Role } from '../../../contract/permissions';
import type { Change } from '../command/change';
import { notFound, refused } from '../failures';
import { requireActor, type Session } from '../session/access';
import type { PeopleDependencies } from './dependencies';
import { hashPassword } from './password';
import { asPerson, findByName, hasAdministrator, listPeople, nameKey } from './store';

interface Fields {
  readonly fullName: string;
  readonly initials: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly language: Language;
}
interface Target {
  readonly id: string;
  readonly rowVersion: number;
  readonly reason: string;
}

/** What an administrator does with the accounts of others. Accounts are disabled, never removed. */
export interface AccountsService {
  list(session: Session): Promise<readonly Person[]>;
  create(session: Session, input: Fields & { readonly signInName: string; readonly initialPassword: string }): Promise<Person>;
  update(session: Session, input: Fields & Target): Promise<Person>;
  setDisabled(session: Session, input: Target & { readonly disabled: boolean }): Promise<Person>;
  resetPassword(session: Session, input: Target & { readonly initialPassword: string }): Promise<Person>;
}

export const rolesJson = (roles: readonly Role[]): string => JSON.stringify([...new Set(roles)].sort());

export function createAccountsService({ read, commands, ids, sessions, stateChanged }: PeopleDependencies): AccountsService {
  const command = (session: Session, action: string, target?: Target) => ({
    actor: session,
    permission: 'people.manage' as const,
    action,
    reason: target?.reason,
  });
  const keepAnAdministrator = async (change: Change) => {
    if (!(await hasAdministrator(change.read))) throw refused('people.last-administrator');
  };
  const person = async (id: string) => {
    const found = (await listPeople(read)).find((candidate) => candidate.id === id);
    if (found === undefined) throw notFound('person', id);
    stateChanged();
    return found;
  };

  return {
    list: async (session) => {
      await requireActor(read, session, null);
      return listPeople(read);
    },
    create: async (session, input) => {
      const password_hash = await hashPassword(input.initialPassword, ids.randomBytes(16));
      return commands.run(command(session, 'person.create'), async (change) => {
        if ((await findByName(change.read, input.signInName)) !== undefined)
          throw refused('people.name-taken', { signInName: input.signInName });
        const row = await change.insert('person', {
          id: change.newId(),
          sign_in_name: input.signInName,
          sign_in_key: nameKey(input.signInName),
          full_name: input.fullName,
          initials: input.initials,
          title: input.title,
          roles_json: rolesJson(input.roles),
          language: input.language,
          password_hash,
          must_change_password: 1,
          disabled_at: null,
          created_at: change.now,
        });
        change.subject({ type: 'person', id: row.id, code: row.sign_in_name });
        return asPerson(row, null);
      });
    },
    update: async (session, input) => {
      await commands.run(command(session, 'person.update', input), async (change) => {
        const row = await change.update('person', input.id, input.rowVersion, {
          full_name: input.fullName,
          initials: input.initials,
          title: input.title,
          roles_json: rolesJson(input.roles),
          language: input.language,
        });
        change.subject({ type: 'person', id: row.id, code: row.sign_in_name });
        await keepAnAdministrator(change);
      });
      return person(input.id);
    },
    setDisabled: async (session, input) => {
      await commands.run(command(session, input.disabled ? 'person.disable' : 'person.enable', input), async (change) => {
        const row = await change.update('person', input.id, input.rowVersion, { disabled_at: input.disabled ? change.now : null });
        change.subject({ type: 'person', id: row.id, code: row.sign_in_name });
        await keepAnAdministrator(change);
      });
      if (input.disabled) sessions.signOutPerson(input.id);
      return person(input.id);
    },
    resetPassword: async (session, input) => {
      const password_hash = await hashPassword(input.initialPassword, ids.randomBytes(16));
      await commands.run(command(session, 'person.reset-password', input), async (change) => {
        const row = await change.update('person', input.id, input.rowVersion, { password_hash, must_change_password: 1 });
        change.subject({ type: 'person', id: row.id, code: row.sign_in_name });
      });
      sessions.signOutPerson(input.id);
      return person(input.id);
    },
  };
}
