import { z } from 'zod';
import { type AuditEvent, rowChange } from '../../../contract/audit';
import type { Readable, Row } from '../database/schema';
import { GENESIS } from './event';

export interface TrailFilter {
  readonly offset: number;
  readonly limit: number;
  readonly subjectId?: string | undefined;
  readonly actorId?: string | undefined;
  readonly action?: string | undefined;
  readonly text?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const changes = z.array(rowChange);
const detail = z.record(z.string(), z.unknown());

/** Events, newest first. */
export async function listEvents(
  read: Readable,
  filter: TrailFilter,
): Promise<{ readonly events: readonly AuditEvent[]; readonly total: number }> {
  let query = read.selectFrom('audit_event');
  const { subjectId, actorId, action, text, from, to } = filter;
  if (subjectId !== undefined) query = query.where('subject_id', '=', subjectId);
  if (actorId !== undefined) query = query.where('actor_id', '=', actorId);
  if (action !== undefined) query = query.where('action', '=', action);
  if (from !== undefined) query = query.where('at', '>=', from);
  if (to !== undefined) query = query.where('at', '<=', to);
  if (text !== undefined && text !== '')
    query = query.where(({ eb, or, val }) =>
      or(
        (['action', 'actor_name', 'subject_code', 'reason', 'changes_json', 'detail_json'] as const).map((column) =>
          eb(eb.fn('instr', [eb.fn('lower', [column]), eb.fn('lower', [val(text)])]), '>', 0),
        ),
      ),
    );
  const rows = await query.selectAll().orderBy('sequence', 'desc').limit(filter.limit).offset(filter.offset).execute();
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { events: rows.map(asEvent), total };
}

export async function trailHead(read: Readable): Promise<{ sequence: number; hash: string; at: string | null }> {
  const last = await read
    .selectFrom('audit_event')
    .select(['sequence', 'hash', 'at'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last ?? { sequence: 0, hash: GENESIS, at: null };
}

function asEvent(row: Row<'audit_event'>): AuditEvent {
  return {
    sequence: row.sequence,
    at: row.at,
    actor: row.actor_id === null || row.actor_name === null ? null : { id: row.actor_id, fullName: row.actor_name },
    action: row.action,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    subjectCode: row.subject_code,
    reason: row.reason,
    detail: detail.parse(JSON.parse(row.detail_json)),
    changes: changes.parse(JSON.parse(row.changes_json)),
    previousHash: row.previous_hash,
    hash: row.hash,
  };
}
