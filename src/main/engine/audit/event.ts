import { createHash } from 'node:crypto';
import { canonicalText } from './canonical';

/** What precedes the first event. */
export const GENESIS = '0'.repeat(64);

/** One row that an event changed, values as stored, bulky and secret ones as their SHA-256. */
export interface RecordedChange {
  readonly table: string;
  readonly id: string;
  readonly before: RecordedRow | null;
  readonly after: RecordedRow | null;
}
export type RecordedValue = string | number | null | { readonly sha256: string; readonly bytes: number };
export type RecordedRow = Readonly<Record<string, RecordedValue>>;

/** What an event says: everything that its hash covers. */
export interface EventContent {
  readonly sequence: number;
  readonly at: string;
  readonly actorId: string | null;
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectCode: string | null;
  readonly reason: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly changes: readonly RecordedChange[];
  readonly previousHash: string;
}

export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');

/** The hash of an event: SHA-256 over the UTF-8 bytes of its canonical text. */
export function eventHash(content: EventContent): string {
  return sha256(canonicalText(content));
}

/** Columns whose content must not be read in the trail; the trail keeps their SHA-256, which still shows a change. */
const SECRET_COLUMNS: ReadonlySet<string> = new Set(['person.password_hash', 'recovery_code.code_hash']);
/** Above this many UTF-16 units a text is kept by its hash alone. */
const BULKY_TEXT = 4000;

/**
 * A row as the trail keeps it.
 *
 * @throws TypeError on a value that SQLite does not give (booleans, dates) or that has no canonical text.
 */
export function recordedRow(table: string, row: Readonly<Record<string, unknown>>): RecordedRow {
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, recordedValue(`${table}.${column}`, value)]));
}

function recordedValue(column: string, value: unknown): RecordedValue {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'string')
    return value.length > BULKY_TEXT || SECRET_COLUMNS.has(column) ? digest(Buffer.from(value, 'utf8')) : value;
  if (value instanceof Uint8Array) return digest(value);
  throw new TypeError(`${column} holds a ${typeof value}`);
}

const digest = (bytes: Uint8Array) => ({ sha256: sha256(bytes), bytes: bytes.byteLength });
