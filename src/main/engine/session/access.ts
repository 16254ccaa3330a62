import { z } from 'zod';
import { may, type Permission, type Role, role } from '../../../contract/permissions';
import type { Readable } from '../database/schema';
import { Failure, refused } from '../failures';

/** A signed-in person, as services take them. What they may do is read from the database each time. */
export interface Session {
  readonly personId: string;
}

export interface ActorName {
  readonly id: string;
  readonly fullName: string;
}

const storedRoles = z.array(role);

export function rolesOf(rolesJson: string): readonly Role[] {
  return storedRoles.parse(JSON.parse(rolesJson));
}

/** Whether the person behind a session may do something now; false also for one who must not do anything. */
export async function mayNow(read: Readable, session: Session, permission: Permission): Promise<boolean> {
  try {
    await requireActor(read, session, permission);
    return true;
  } catch (error) {
    if (error instanceof Failure) return false;
    throw error;
  }
}

/**
 * The person behind a session as the database knows them now.
 *
 * @param permission what they must be allowed to do; null asks only that the account is in use
 * @throws Failure UNAUTHENTICATED when the account is disabled, FORBIDDEN when no role carries the permission, REFUSED
 *   `people.must-change-password` while an initial password is in use
 */
export async function requireActor(read: Readable, session: Session, permission: Permission | null): Promise<ActorName> {
  const person = await read
    .selectFrom('person')
    .select(['id', 'full_name', 'roles_json', 'disabled_at', 'must_change_password'])
    .where('id', '=', session.personId)
    .executeTakeFirst();
  if (person === undefined || person.disabled_at !== null) throw new Failure('UNAUTHENTICATED', { locked: false });
  // An initial password is known to whoever gave it: until it is changed, nothing may be done in its owner's name.
  if (permission !== null && person.must_change_password === 1) throw refused('people.must-change-password');
  if (permission !== null && !may(rolesOf(person.roles_json), permission)) throw new Failure('FORBIDDEN', { permission });
  return { id: person.id, fullName: person.full_name };
}
