import type { Kysely } from 'kysely';
import type { Permission } from '../../../contract/permissions';
import { appendEvent } from '../audit/append';
import { wellFormed } from '../audit/canonical';
import type { LaboratoryDatabase } from '../database/open';
import type { BookkeepingTable, Database } from '../database/schema';
import type { StorageFailureKind } from '../database/storage-failure';
import { Failure } from '../failures';
import { type ActorName, requireActor, type Session } from '../session/access';
import type { Clock, IdSource } from '../surroundings';
import { type Change, createChange, type Said, type Subject } from './change';
import { type ClockStep, watchClock } from './clock-watch';
import { createSerial } from './serial';
import { immediateTransaction } from './transaction';

export interface Command {
  /** Null only for set-up, recovery and what the engine does by itself. */
  readonly actor: Session | null;
  /** Checked inside the transaction against the person's roles of that moment; null only without actor, or for a person's own account. */
  readonly permission: Permission | null;
  /** Dotted verb, key under `audit:action`. */
  readonly action: string;
  readonly reason?: string | undefined;
  /** May be set in the body instead, by change.subject. */
  readonly subject?: Subject;
}

/** The one way to change data: permission + transaction + change + audit event. */
export interface Commands {
  run<T>(command: Command, body: (change: Change) => Promise<T>): Promise<T>;
  /** For the engine's own rows that are no records: jobs, failed sign-ins. */
  bookkeep<T>(body: (query: Kysely<Pick<Database, BookkeepingTable>>) => Promise<T>): Promise<T>;
  /** Runs a task while no change is open, for work on the writing connection that is no transaction of its own. */
  between<T>(task: () => Promise<T>): Promise<T>;
}

export interface CommandDependencies {
  readonly database: Pick<LaboratoryDatabase, 'writer'>;
  readonly clock: Clock;
  readonly ids: IdSource;
  /** Tables that a committed change touched. */
  readonly onChanged: (tables: readonly string[]) => void;
  readonly onClockWentBack: (step: ClockStep) => void;
  readonly onStorageRefused: (kind: StorageFailureKind) => void;
}

export function createCommands({ database, clock, ids, onChanged, onClockWentBack, onStorageRefused }: CommandDependencies): Commands {
  const { handle, query } = database.writer;
  const serial = createSerial();

  const record = (said: Said, action: string, actor: ActorName | null, at: string) =>
    appendEvent(handle, {
      at,
      actorId: actor?.id ?? null,
      actorName: actor?.fullName ?? null,
      action,
      subjectType: said.subject?.type ?? '',
      subjectId: said.subject?.id ?? '',
      subjectCode: said.subject?.code ?? null,
      reason: said.reason === null ? null : wellFormed(said.reason),
      detail: said.detail,
      changes: said.changes,
    });

  async function change<T>(command: Command, body: (change: Change) => Promise<T>) {
    const nowMilliseconds = clock.now();
    const now = new Date(nowMilliseconds).toISOString();
    const said: Said = { subject: command.subject ?? null, reason: command.reason ?? null, detail: {}, changes: [] };
    const step = await watchClock(query, now);
    if (step !== null)
      record({ subject: { type: 'engine', id: 'clock' }, reason: null, detail: { ...step }, changes: [] }, 'clock.went-back', null, now);
    const actor = command.actor === null ? null : await requireActor(query, command.actor, command.permission);
    const result = await body(createChange({ query, ids, nowMilliseconds, now, actor, said }));
    record(said, command.action, actor, now);
    return { result, step, tables: [...new Set(said.changes.map(({ table }) => table))] };
  }

  /** One transaction at a time, and what the storage says about it. */
  const inTurn = <T>(body: () => Promise<T>): Promise<T> =>
    serial(async () => {
      try {
        return await immediateTransaction(handle, body);
      } catch (error) {
        if (error instanceof Failure && error.code === 'STORAGE' && 'kind' in error.data) onStorageRefused(error.data.kind);
        throw error;
      }
    });

  return {
    run: async (command, body) => {
      const { result, step, tables } = await inTurn(() => change(command, body));
      if (step !== null) onClockWentBack(step);
      onChanged(tables);
      return result;
    },
    bookkeep: (body) => inTurn(() => body(query)),
    between: (task) => serial(task),
  };
}
