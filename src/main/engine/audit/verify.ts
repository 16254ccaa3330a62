import { setImmediate as turn } from 'node:timers/promises';
import type BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { rowChange, type TrailVerdict } from '../../../contract/audit';
import type { AuditEventTable } from '../database/schema/foundation';
import { auditedTables } from './audited-tables';
import { canonicalText } from './canonical';
import { type EventContent, eventHash, GENESIS, recordedRow, sha256 } from './event';
import type { BulkCheck } from './service';

type Difference = NonNullable<TrailVerdict['difference']>;

export interface TrailWalk {
  readonly head: TrailVerdict['head'];
  readonly events: number;
  readonly rowsCompared: number;
  readonly difference: Difference | null;
}

export interface WalkOptions {
  readonly signal?: AbortSignal;
  /** Of rows that have no event each. */
  readonly bulkChecks?: readonly BulkCheck[];
  readonly onProgress?: (done: number, total: number) => void;
}

/** Work goes on for this long before the engine may answer the window. */
const SLICE_MILLISECONDS = 8;
const changesOfEvent = z.array(rowChange);

/** What the trail says a row is now: which event left it so, and the digest of what it left (null: removed). */
interface LastWord {
  readonly sequence: number;
  readonly digest: string | null;
}

/**
 * Walks the whole trail in one snapshot of the file: every link of the chain, each change against the one before it on the same row,
 * and every current row of every audited table against its last event. Stops at the first difference.
 *
 * @param reader a connection of its own; a read transaction stays open on it until the end
 * @throws the signal's reason when it aborts
 */
export async function walkTrail(reader: BetterSqlite3.Database, options: WalkOptions = {}): Promise<TrailWalk> {
  reader.exec('BEGIN');
  try {
    return await walkSnapshot(reader, options);
  } finally {
    reader.exec('COMMIT');
  }
}

async function walkSnapshot(reader: BetterSqlite3.Database, { signal, onProgress, bulkChecks = [] }: WalkOptions): Promise<TrailWalk> {
  const tables = auditedTables(reader);
  const count = (table: string) => Number(reader.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
  const total =
    count('audit_event') +
    tables.reduce((sum, table) => sum + count(table), 0) +
    bulkChecks.reduce((sum, check) => sum + check.count(reader), 0);
  let done = 0;
  let sliceEnd = performance.now() + SLICE_MILLISECONDS;
  const breathe = async () => {
    done += 1;
    if (performance.now() < sliceEnd) return;
    onProgress?.(done, total);
    await turn();
    signal?.throwIfAborted();
    sliceEnd = performance.now() + SLICE_MILLISECONDS;
  };

  const words = new Map<string, LastWord>();
  let head: TrailVerdict['head'] = { sequence: 0, hash: GENESIS, at: null };
  // Pages by key and not one open cursor: a cursor would bar the connection while the engine answers.
  const next = reader.prepare<[number], AuditEventTable>('SELECT * FROM audit_event WHERE sequence > ? ORDER BY sequence LIMIT 200');
  for (let page = next.all(0); page.length > 0; page = next.all(head.sequence)) {
    for (const event of page) {
      const difference = checkLink(event, head) ?? checkChanges(event, words);
      if (difference !== null) return { head, events: head.sequence, rowsCompared: 0, difference };
      head = { sequence: event.sequence, hash: event.hash, at: event.at };
      await breathe();
    }
  }

  let rowsCompared = 0;
  for (const table of tables) {
    const rows = reader.prepare<[string], Record<string, unknown> & { readonly id: string }>(
      `SELECT * FROM "${table}" WHERE id > ? ORDER BY id LIMIT 200`,
    );
    for (let page = rows.all(''); page.length > 0; page = rows.all(page.at(-1)?.id ?? '')) {
      for (const row of page) {
        const difference = checkRow(reader, table, row, words);
        rowsCompared += 1;
        if (difference !== null) return { head, events: head.sequence, rowsCompared, difference };
        await breathe();
      }
    }
  }
  // What is left over was recorded and is not there any more.
  for (const [key, { sequence, digest }] of words) {
    if (digest === null) continue;
    const [table = '', rowId = ''] = key.split('\n');
    return { head, events: head.sequence, rowsCompared, difference: { ...nothing, kind: 'missing-row', sequence, table, rowId } };
  }
  for (const check of bulkChecks) {
    const found = await check.find(reader, breathe);
    if (found !== null) return { head, events: head.sequence, rowsCompared, difference: { ...nothing, kind: 'row', ...found } };
  }
  return { head, events: head.sequence, rowsCompared, difference: null };
}

const nothing: Omit<Difference, 'kind'> = { sequence: null, table: null, rowId: null, column: null, expected: null, found: null };
const keyOf = (table: string, id: string) => `${table}\n${id}`;
type LooseRow = Readonly<Record<string, unknown>>;
const digestOf = (row: LooseRow | null) => (row === null ? null : sha256(canonicalText(row)));

function checkLink(event: AuditEventTable, head: TrailVerdict['head']): Difference | null {
  const broken = (column: string, expected: string, found: string): Difference => ({
    ...nothing,
    kind: 'chain',
    sequence: event.sequence,
    column,
    expected,
    found,
  });
  if (event.sequence !== head.sequence + 1) return broken('sequence', String(head.sequence + 1), String(event.sequence));
  if (event.previous_hash !== head.hash) return broken('previous_hash', head.hash, event.previous_hash);
  const hash = contentHash(event);
  return hash === event.hash ? null : broken('hash', hash, event.hash);
}

function contentHash(event: AuditEventTable): string {
  try {
    const content: EventContent = {
      sequence: event.sequence,
      at: event.at,
      actorId: event.actor_id,
      actorName: event.actor_name,
      action: event.action,
      subjectType: event.subject_type,
      subjectId: event.subject_id,
      subjectCode: event.subject_code,
      reason: event.reason,
      detail: parseCanonical(event.detail_json),
      changes: parseCanonical(event.changes_json),
      previousHash: event.previous_hash,
    };
    return eventHash(content);
  } catch (error) {
    // Text that is no JSON any more, or has no canonical form: it can have no hash either.
    if (error instanceof SyntaxError || error instanceof TypeError) return error.name;
    throw error;
  }
}

/** Stored text is canonical itself: a blank more, which the hash would not see, is an alteration too. */
function parseCanonical(text: string) {
  const value = JSON.parse(text);
  if (canonicalText(value) !== text) throw new SyntaxError('the stored text is not canonical');
  return value;
}

/** Each change must begin where the last one on the same row ended. */
function checkChanges(event: AuditEventTable, words: Map<string, LastWord>): Difference | null {
  for (const { table, id, before, after } of changesOfEvent.parse(JSON.parse(event.changes_json))) {
    const last = words.get(keyOf(table, id));
    if (digestOf(before) !== (last?.digest ?? null))
      return { ...nothing, kind: 'row', sequence: event.sequence, table, rowId: id, column: 'before' };
    words.set(keyOf(table, id), { sequence: event.sequence, digest: digestOf(after) });
  }
  return null;
}

function checkRow(
  reader: BetterSqlite3.Database,
  table: string,
  row: Record<string, unknown> & { readonly id: string },
  words: Map<string, LastWord>,
): Difference | null {
  const key = keyOf(table, row.id);
  const last = words.get(key);
  if (last === undefined || last.digest === null)
    return { ...nothing, kind: 'unrecorded', table, rowId: row.id, sequence: last?.sequence ?? null };
  words.delete(key);
  const found = recordedRow(table, row);
  if (digestOf(found) === last.digest) return null;
  return firstColumn(found, recordedAfter(reader, last.sequence, table, row.id), { sequence: last.sequence, table, rowId: row.id });
}

function recordedAfter(reader: BetterSqlite3.Database, sequence: number, table: string, id: string): LooseRow {
  const text = reader.prepare<[number], string>('SELECT changes_json FROM audit_event WHERE sequence = ?').pluck().get(sequence) ?? '[]';
  return changesOfEvent.parse(JSON.parse(text)).findLast((change) => change.table === table && change.id === id)?.after ?? {};
}

function firstColumn(
  found: LooseRow,
  expected: LooseRow,
  at: { readonly sequence: number; readonly table: string; readonly rowId: string },
): Difference {
  const text = (row: LooseRow, column: string) => (column in row ? canonicalText(row[column]) : 'no such column');
  const columns = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const column = columns.find((name) => text(expected, name) !== text(found, name)) ?? null;
  return {
    ...nothing,
    ...at,
    kind: 'row',
    column,
    ...(column === null ? {} : { expected: text(expected, column), found: text(found, column) }),
  };
}
