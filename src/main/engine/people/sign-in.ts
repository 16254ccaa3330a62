import type { Language } from '../../../contract/base';
import type { SessionPerson } from '../../../contract/people';
import { createSerial } from '../command/serial';
import type { Row } from '../database/schema';
import { Failure, notFound, refused } from '../failures';
import type { PortSession } from '../session/port-session';
import type { PeopleDependencies } from './dependencies';
import { hashPassword, passwordFits } from './password';
import { asSessionPerson, findById, findByName, nameKey } from './store';

/** A person's own doors: in, out, locked, unlocked, own password. */
export interface SignInService {
  signIn(session: PortSession, input: { readonly signInName: string; readonly password: string }): Promise<SessionPerson>;
  signOut(session: PortSession): Promise<void>;
  lock(session: PortSession): Promise<void>;
  unlock(session: PortSession, password: string): Promise<SessionPerson>;
  changeOwnPassword(session: PortSession, input: { readonly current: string; readonly next: string }): Promise<void>;
  setOwnLanguage(session: PortSession, language: Language): Promise<SessionPerson>;
}

export function createSignInService({ read, commands, ids, attempts, stateChanged }: PeopleDependencies): SignInService {
  // One check at a time: two windows must not try two passwords in one delay.
  const oneAtATime = createSerial();
  let nobodysHash: Promise<string> | null = null;

  /** The person whose name and password these are; every failure is recorded and slows the next. */
  async function authenticate(signInName: string, password: string): Promise<Row<'person'>> {
    const key = nameKey(signInName);
    await attempts.requireNoWait(key);
    const person = await findByName(read, signInName);
    // A name that nobody has takes as long as one that somebody has.
    nobodysHash ??= hashPassword('nobody', ids.randomBytes(16));
    const fits = await passwordFits(person?.password_hash ?? (await nobodysHash), password);
    if (person === undefined || !fits) {
      await attempts.failed(key);
      await recordFailure(person);
      throw refused('sign-in.wrong');
    }
    await attempts.succeeded(key);
    if (person.disabled_at !== null) throw refused('sign-in.disabled');
    return person;
  }

  /** A name that no account has is not recorded: it is often a password typed into the wrong field. */
  const recordFailure = (person: Row<'person'> | undefined) =>
    commands.run(
      {
        actor: null,
        permission: null,
        action: 'person.sign-in-failed',
        subject: { type: 'person', id: person?.id ?? '', code: person?.sign_in_name ?? null },
      },
      async () => undefined,
    );

  const note = (personId: string, action: string, code: string) =>
    commands.run({ actor: { personId }, permission: null, action, subject: { type: 'person', id: personId, code } }, async () => undefined);

  const known = async (personId: string | null) => {
    const person = personId === null ? undefined : await findById(read, personId);
    if (person === undefined) throw new Failure('UNAUTHENTICATED', { locked: false });
    return person;
  };

  return {
    signIn: (session, { signInName, password }) =>
      oneAtATime(async () => {
        const person = await authenticate(signInName, password);
        await note(person.id, 'person.sign-in', person.sign_in_name);
        session.signIn(person.id);
        return asSessionPerson(person);
      }),
    signOut: async (session) => {
      const personId = session.personId();
      if (personId === null) return;
      const person = await known(personId);
      session.signOut();
      if (person.disabled_at === null) await note(person.id, 'person.sign-out', person.sign_in_name);
    },
    lock: async (session) => session.lock(),
    unlock: (session, password) =>
      oneAtATime(async () => {
        const person = await authenticate((await known(session.personId())).sign_in_name, password);
        await note(person.id, 'person.unlock', person.sign_in_name);
        session.unlock();
        return asSessionPerson(person);
      }),
    changeOwnPassword: (session, { current, next }) =>
      oneAtATime(async () => {
        const actor = session.require();
        const person = await authenticate((await known(actor.personId)).sign_in_name, current);
        if (next.normalize('NFKC') === current.normalize('NFKC')) throw refused('people.same-password');
        const password_hash = await hashPassword(next, ids.randomBytes(16));
        await commands.run(
          {
            actor,
            permission: null,
            action: 'person.change-password',
            subject: { type: 'person', id: person.id, code: person.sign_in_name },
          },
          (change) => change.update('person', person.id, null, { password_hash, must_change_password: 0 }),
        );
        stateChanged();
      }),
    setOwnLanguage: async (session, language) => {
      const actor = session.require();
      const person = await findById(read, actor.personId);
      if (person === undefined) throw notFound('person', actor.personId);
      const changed = await commands.run(
        { actor, permission: null, action: 'person.set-language', subject: { type: 'person', id: person.id, code: person.sign_in_name } },
        (change) => change.update('person', person.id, null, { language }),
      );
      stateChanged();
      return asSessionPerson(changed);
    },
  };
}
