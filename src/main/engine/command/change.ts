import { type Insertable, type Kysely, sql } from 'kysely';
import { wellFormed } from '../audit/canonical';
import { type RecordedChange, recordedRow } from '../audit/event';
import type { AuditedTable, Database, Readable, Row } from '../database/schema';
import { Failure, notFound } from '../failures';
import type { ActorName } from '../session/access';
import type { IdSource } from '../surroundings';
import { type CodeKind, takeNextCode } from './codes';

export interface Subject {
  readonly type: string;
  readonly id: string;
  readonly code?: string | null;
}

/** What the body of a use-case may do while its transaction is open. */
export interface Change {
  /** Selects in this transaction. */
  readonly read: Readable;
  /** UTC ISO 8601 with milliseconds, the same for the whole change. */
  readonly now: string;
  readonly actor: ActorName | null;
  /** A new UUIDv7. */
  newId(): string;
  /** The next code of a kind, without gaps in its year. */
  nextCode(kind: CodeKind): Promise<string>;
  /** Inserts and records; gives the row as stored. */
  insert<Table extends AuditedTable>(table: Table, row: Insertable<Database[Table]>): Promise<Row<Table>>;
  /**
   * Changes one row and records what it was and what it is. Counts `row_version` up where the table has one.
   *
   * @param expectedVersion the version the person saw; null for changes that nobody looked at before
   * @throws Failure NOT_FOUND, CONFLICT
   */
  update<Table extends AuditedTable>(
    table: Table,
    id: string,
    expectedVersion: number | null,
    patch: Partial<Omit<Row<Table>, 'id' | 'row_version'>>,
  ): Promise<Row<Table>>;
  subject(subject: Subject): void;
  reason(text: string): void;
  /** Facts that are no row, kept in the event. */
  note(detail: Readonly<Record<string, unknown>>): void;
}

/** What a change has said by the time its body is over. */
export interface Said {
  subject: Subject | null;
  reason: string | null;
  readonly detail: Record<string, unknown>;
  readonly changes: RecordedChange[];
}

interface ChangeDependencies {
  readonly query: Kysely<Database>;
  readonly ids: IdSource;
  readonly nowMilliseconds: number;
  readonly now: string;
  readonly actor: ActorName | null;
  readonly said: Said;
}

type LooseRow = Readonly<Record<string, unknown>>;

export function createChange({ query, ids, nowMilliseconds, now, actor, said }: ChangeDependencies): Change {
  const columnsOf = (row: LooseRow) => Object.entries(row).filter(([, value]) => value !== undefined);

  const insert: Change['insert'] = async <Table extends AuditedTable>(table: Table, row: LooseRow) => {
    const columns = columnsOf(row);
    const { rows } = await sql<Row<Table> & { readonly id: string }>`
      insert into ${sql.table(table)} (${sql.join(columns.map(([name]) => sql.ref(name)))})
      values (${sql.join(columns.map(([, value]) => value))}) returning *`.execute(query);
    const stored = only(rows);
    said.changes.push({ table, id: stored.id, before: null, after: recordedRow(table, stored) });
    return stored;
  };

  const update: Change['update'] = async <Table extends AuditedTable>(
    table: Table,
    id: string,
    expectedVersion: number | null,
    patch: LooseRow,
  ) => {
    const before = await sql<LooseRow>`select * from ${sql.table(table)} where id = ${id}`.execute(query);
    const old = before.rows[0];
    if (old === undefined) throw notFound(table, id);
    const version = typeof old.row_version === 'number' ? old.row_version : null;
    if (expectedVersion !== null && version !== expectedVersion)
      throw new Failure('CONFLICT', { subject: table, id, expectedVersion, currentVersion: version ?? 0 });
    const assignments = columnsOf(version === null ? patch : { ...patch, row_version: version + 1 });
    const { rows } = await sql<Row<Table>>`
      update ${sql.table(table)} set ${sql.join(assignments.map(([name, value]) => sql`${sql.ref(name)} = ${value}`))}
      where id = ${id} returning *`.execute(query);
    const stored = only(rows);
    said.changes.push({ table, id, before: recordedRow(table, old), after: recordedRow(table, stored) });
    return stored;
  };

  return {
    read: query,
    now,
    actor,
    newId: () => ids.uuid(nowMilliseconds),
    nextCode: (kind) => takeNextCode(query, kind, now),
    insert,
    update,
    subject: (subject) => {
      said.subject = subject;
    },
    reason: (text) => {
      said.reason = text;
    },
    note: (detail) => {
      for (const [name, value] of Object.entries(detail)) said.detail[name] = typeof value === 'string' ? wellFormed(value) : value;
    },
  };
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a statement with RETURNING gave no row');
  return row;
}
