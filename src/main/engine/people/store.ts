import { language } from '../../../contract/base';
import type { Person, SessionPerson } from '../../../contract/people';
import type { Readable, Row } from '../database/schema';
import { rolesOf } from '../session/access';

/** The same name typed in another case or another form of its letters is the same name. */
export const nameKey = (signInName: string): string => signInName.trim().normalize('NFKC').toLowerCase();

export function findByName(read: Readable, signInName: string): Promise<Row<'person'> | undefined> {
  return read.selectFrom('person').selectAll().where('sign_in_key', '=', nameKey(signInName)).executeTakeFirst();
}

export function findById(read: Readable, id: string): Promise<Row<'person'> | undefined> {
  return read.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listPeople(read: Readable): Promise<readonly Person[]> {
  const rows = await read.selectFrom('person').selectAll().orderBy('full_name').execute();
  const signIns = await read
    .selectFrom('audit_event')
    .select(({ fn }) => ['actor_id', fn.max('at').as('last')])
    .where('action', '=', 'person.sign-in')
    .groupBy('actor_id')
    .execute();
  const lastOf = new Map(signIns.map(({ actor_id, last }) => [actor_id, last]));
  return rows.map((row) => asPerson(row, lastOf.get(row.id) ?? null));
}

/** Whether any account in use carries the administrator's role. */
export async function hasAdministrator(read: Readable): Promise<boolean> {
  const rows = await read.selectFrom('person').select('roles_json').where('disabled_at', 'is', null).execute();
  return rows.some(({ roles_json }) => rolesOf(roles_json).includes('administrator'));
}

export function newestRecoveryCode(read: Readable): Promise<Row<'recovery_code'> | undefined> {
  return read.selectFrom('recovery_code').selectAll().where('used_at', 'is', null).orderBy('made_at', 'desc').limit(1).executeTakeFirst();
}

export function asPerson(row: Row<'person'>, lastSignInAt: string | null): Person {
  return {
    id: row.id,
    rowVersion: row.row_version,
    signInName: row.sign_in_name,
    fullName: row.full_name,
    initials: row.initials,
    title: row.title,
    roles: [...rolesOf(row.roles_json)],
    language: language.parse(row.language),
    disabledAt: row.disabled_at,
    lastSignInAt,
    createdAt: row.created_at,
  };
}

export function asSessionPerson(row: Row<'person'>): SessionPerson {
  return {
    id: row.id,
    signInName: row.sign_in_name,
    fullName: row.full_name,
    initials: row.initials,
    roles: [...rolesOf(row.roles_json)],
    language: language.parse(row.language),
    mustChangePassword: row.must_change_password === 1,
  };
}
