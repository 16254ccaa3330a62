import type { SystemEvent, SystemFailure, SystemState } from '../../../contract/system';
import type { Commands } from '../command/commands';
import type { Readable } from '../database/schema';
import type { StorageFailureKind } from '../database/storage-failure';
import { notFound } from '../failures';
import type { Foundation } from '../foundation';
import type { Session } from '../session/access';
import { createBroadcast } from '../session/broadcast';
import type { PortSession } from '../session/port-session';
import type { Clock, Shell } from '../surroundings';
import { createNotices, type Notices } from './notices';
import { systemStateOf } from './state';

/** What the windows know of the engine as a whole; it answers also while no laboratory can be opened. */
export interface SystemService {
  readonly notices: Notices;
  state(session: PortSession): Promise<SystemState>;
  watch(session: PortSession, signal: AbortSignal | undefined): AsyncGenerator<SystemEvent, void>;
  setTitle(title: string): Promise<void>;
  /** Puts away what has been read; the trail says who put away what. */
  dismissNotices(session: Session): Promise<void>;
  /** Why no laboratory is open, or what its storage last refused; null when all is well. */
  failure(): SystemFailure | null;
  /** A laboratory is open and reads and changes go there; a failure that was is over. */
  opened(laboratory: Pick<Foundation, 'read' | 'commands'>): void;
  /** No laboratory can be opened. */
  failed(failure: SystemFailure): void;
  /** Storage refused while a laboratory is open: a damaged file ends the work, a full disk or a read-only one is told and may pass. */
  storageRefused(kind: StorageFailureKind): void;
  /** Storage took a change again. */
  storageServes(): void;
  /** Something in the state changed: every window is told its own. */
  changed(): void;
  tablesChanged(tables: readonly string[]): void;
}

interface Dependencies {
  readonly clock: Clock;
  readonly shell: Shell;
  readonly version: string;
  readonly folder: string;
  readonly practicePeople: SystemState['practicePeople'];
}

type News = { readonly type: 'state' } | Extract<SystemEvent, { type: 'changed' }>;

export function createSystemService({ clock, shell, version, folder, practicePeople }: Dependencies): SystemService {
  const news = createBroadcast<News>();
  const changed = () => news.send({ type: 'state' });
  const notices = createNotices(changed);
  let read: Readable | null = null;
  let commands: Commands | null = null;
  let failure: SystemFailure | null = null;
  const become = (nextRead: Readable | null, nextFailure: SystemFailure | null) => {
    read = nextRead;
    failure = nextFailure;
    changed();
  };

  const state = (session: PortSession) =>
    systemStateOf(session, { read, failure, notices: notices.all(), practicePeople, version, folder });

  async function* watch(session: PortSession, signal: AbortSignal | undefined): AsyncGenerator<SystemEvent, void> {
    const heard = news.listen(signal, (item) => (item.type === 'state' ? 'state' : `changed ${item.topics.join(' ')}`));
    yield { type: 'state', state: await state(session) };
    for await (const item of heard) yield item.type === 'state' ? { type: 'state', state: await state(session) } : item;
  }

  return {
    notices,
    state,
    watch,
    setTitle: (title) => shell.setTitle(title),
    failure: () => failure,
    dismissNotices: async (session) => {
      const seen = notices.all();
      if (read === null || commands === null) throw notFound('laboratory', '');
      await commands.run(
        { actor: session, permission: null, action: 'notices.dismiss', subject: { type: 'engine', id: 'notices' } },
        async (change) => change.note({ notices: seen }),
      );
      notices.dismiss(seen);
    },
    opened: (laboratory) => {
      commands = laboratory.commands;
      become(laboratory.read, null);
    },
    failed: (why) => become(null, why),
    storageRefused: (kind) => {
      if (kind === 'busy' || failure?.kind === kind) return;
      become(kind === 'corrupt' ? null : read, { kind, params: {} });
    },
    storageServes: () => {
      if (read !== null && failure !== null) become(read, null);
    },
    changed,
    tablesChanged: (topics) => {
      if (topics.length > 0) news.send({ type: 'changed', topics: [...topics], at: new Date(clock.now()).toISOString() });
    },
  };
}
