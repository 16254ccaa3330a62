import { Failure } from '../failures';
import type { Clock } from '../surroundings';
import type { Session } from './access';

/** The session of one window's port: it begins empty with the port and ends with it. */
export interface PortSession {
  /** The signed-in person. @throws Failure UNAUTHENTICATED when nobody is, or when the session is locked */
  require(): Session;
  /**
   * What ends a stream that is this person's: it aborts when the session locks, signs out or becomes somebody else's, with the failure
   * that the next request would get, and when the request itself ends.
   *
   * @throws Failure UNAUTHENTICATED as `require` does
   */
  until(request: AbortSignal | undefined): AbortSignal;
  /** Who is signed in, locked or not; null when nobody is. */
  personId(): string | null;
  locked(): boolean;
  signIn(personId: string): void;
  signOut(): void;
  lock(): void;
  unlock(): void;
  /** The person is at work. */
  touch(): void;
}

export interface Sessions {
  open(): PortSession;
  close(session: PortSession): void;
  /** Ends the sessions of a person whose account was disabled. */
  signOutPerson(personId: string): void;
  /** Locks what has been idle too long; called by a timer, and by each request before it is served. */
  lockIdle(): void;
  all(): Iterable<PortSession>;
}

interface Dependencies {
  readonly clock: Clock;
  readonly idleMilliseconds: () => number;
  readonly onChange: (session: PortSession) => void;
}

export function createSessions({ clock, idleMilliseconds, onChange }: Dependencies): Sessions {
  const open = new Map<PortSession, { readonly idle: () => number }>();

  function create(): PortSession {
    let person: string | null = null;
    let isLocked = false;
    let atWork = new AbortController();
    let touchedAt = { wall: 0, monotonic: 0 };
    const touch = () => {
      touchedAt = { wall: clock.now(), monotonic: clock.monotonic() };
    };
    const become = (personId: string | null, locked: boolean) => {
      const changed = person !== personId || isLocked !== locked;
      person = personId;
      isLocked = locked;
      touch();
      if (!changed) return;
      atWork.abort(new Failure('UNAUTHENTICATED', { locked }));
      atWork = new AbortController();
      onChange(session);
    };
    // The larger of both: the monotonic clock stands still while the computer sleeps, the wall clock can be set back.
    const idle = () => (person === null || isLocked ? 0 : Math.max(clock.now() - touchedAt.wall, clock.monotonic() - touchedAt.monotonic));
    const session: PortSession = {
      require: () => {
        if (idle() > idleMilliseconds()) session.lock();
        if (person === null || isLocked) throw new Failure('UNAUTHENTICATED', { locked: isLocked });
        return { personId: person };
      },
      until: (request) => {
        session.require();
        return request === undefined ? atWork.signal : AbortSignal.any([request, atWork.signal]);
      },
      personId: () => person,
      locked: () => isLocked,
      signIn: (personId) => become(personId, false),
      signOut: () => become(null, false),
      lock: () => {
        if (person !== null) become(person, true);
      },
      unlock: () => become(person, false),
      touch: () => {
        if (person !== null && !isLocked && idle() <= idleMilliseconds()) touch();
      },
    };
    open.set(session, { idle });
    return session;
  }

  return {
    open: create,
    close: (session) => {
      session.signOut();
      open.delete(session);
    },
    signOutPerson: (personId) => {
      for (const session of open.keys()) if (session.personId() === personId) session.signOut();
    },
    lockIdle: () => {
      for (const [session, { idle }] of open) if (idle() > idleMilliseconds()) session.lock();
    },
    all: () => open.keys(),
  };
}
