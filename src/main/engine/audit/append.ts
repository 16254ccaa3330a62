import type BetterSqlite3 from 'better-sqlite3';
import { canonicalText } from './canonical';
import { type EventContent, eventHash, GENESIS } from './event';

/**
 * Adds an event to the end of the chain, inside the transaction that is open on the handle. Called by the change wrapper and by the
 * migration runner, and by nothing else.
 *
 * @returns the sequence and hash of the new event
 */
export function appendEvent(
  handle: BetterSqlite3.Database,
  said: Omit<EventContent, 'sequence' | 'previousHash'>,
): { readonly sequence: number; readonly hash: string } {
  const last = handle
    .prepare<[], { sequence: number; hash: string }>('SELECT sequence, hash FROM audit_event ORDER BY sequence DESC LIMIT 1')
    .get();
  const content: EventContent = { ...said, sequence: (last?.sequence ?? 0) + 1, previousHash: last?.hash ?? GENESIS };
  const hash = eventHash(content);
  handle
    .prepare(
      `INSERT INTO audit_event (sequence, at, actor_id, actor_name, action, subject_type, subject_id, subject_code, reason, detail_json, changes_json, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      content.sequence,
      content.at,
      content.actorId,
      content.actorName,
      content.action,
      content.subjectType,
      content.subjectId,
      content.subjectCode,
      content.reason,
      canonicalText(content.detail),
      canonicalText(content.changes),
      content.previousHash,
      hash,
    );
  return { sequence: content.sequence, hash };
}
