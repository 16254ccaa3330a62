import type BetterSqlite3 from 'better-sqlite3';
import { componentChecklist } from '../../src/contract/casework';
import type { Acknowledged } from './workload';

interface ConclusionRow {
  readonly id: string;
  readonly exhibit_id: string;
  readonly component_id: string;
  readonly level: string;
  readonly note: string;
  readonly supersedes_id: string | null;
  readonly checklist_json: string;
  readonly evidence_json: string;
}

/** Every acknowledged conclusion is there as it was said, every one is whole with its event, and every chain is one line. */
export function lostConclusions(handle: BetterSqlite3.Database, { conclusions }: Acknowledged): string[] {
  const rows = handle.prepare<[], ConclusionRow>('SELECT * FROM conclusion').all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const lost = [...conclusions].flatMap(([id, said]) => {
    const row = byId.get(id);
    if (row === undefined) return [`conclusion ${id} is gone`];
    const same =
      row.component_id === said.componentId &&
      row.level === said.level &&
      row.note === said.note &&
      row.supersedes_id === said.supersedesId;
    return same ? [] : [`conclusion ${id} is not what was acknowledged`];
  });
  return [...lost, ...rows.flatMap(halfDone), ...withoutEvent(handle, byId), ...brokenChains(rows)];
}

function halfDone(row: ConclusionRow): string[] {
  const checklist = componentChecklist.safeParse(JSON.parse(row.checklist_json));
  if (!checklist.success) return [`the checklist of conclusion ${row.id} is not whole`];
  const evidence: unknown = JSON.parse(row.evidence_json);
  const whole =
    checklist.data.componentId === row.component_id &&
    checklist.data.level === row.level &&
    checklist.data.criteria.length > 0 &&
    typeof evidence === 'object' &&
    evidence !== null &&
    ['input', 'outcome', 'criteria'].every((part) => part in evidence);
  return whole ? [] : [`conclusion ${row.id} does not hold what it was drawn from`];
}

/** One event each, that says the conclusion was made; and no event of a conclusion that is not there. What it says of the row is the trail's check. */
function withoutEvent(handle: BetterSqlite3.Database, byId: ReadonlyMap<string, ConclusionRow>): string[] {
  const events = handle
    .prepare<[], { id: string; action: string; exhibit: string; made: number }>(
      `SELECT json_extract(change.value, '$.id') AS id, event.action, event.subject_id AS exhibit,
        json_extract(change.value, '$.before') IS NULL AND json_extract(change.value, '$.after') IS NOT NULL AS made
      FROM audit_event AS event, json_each(event.changes_json) AS change WHERE json_extract(change.value, '$.table') = 'conclusion'`,
    )
    .all();
  const counts = new Map<string, number>();
  for (const { id } of events) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [
    ...[...byId.keys()].filter((id) => counts.get(id) !== 1).map((id) => `conclusion ${id} has ${counts.get(id) ?? 0} events`),
    ...events
      .filter((event) => event.action !== 'conclusion.draw' || event.made !== 1 || byId.get(event.id)?.exhibit_id !== event.exhibit)
      .map(({ id }) => `an event of conclusion ${id} does not fit it`),
  ];
}

/** From the first conclusion on a component each is superseded by one of the same component, to the last, and none stands aside. */
function brokenChains(rows: readonly ConclusionRow[]): string[] {
  const components = Map.groupBy(rows, ({ component_id }) => component_id);
  return [...components].flatMap(([componentId, own]) => {
    const after = new Map(own.map((row) => [row.supersedes_id, row]));
    let length = 0;
    for (let row = after.get(null); row !== undefined && length < own.length; row = after.get(row.id)) length += 1;
    return length === own.length ? [] : [`${own.length} conclusions on component ${componentId}, ${length} of them in one line`];
  });
}
