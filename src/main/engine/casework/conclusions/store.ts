import { type Conclusion, componentChecklist } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';

/** Oldest first, each before the one that superseded it, which it names. */
export async function conclusionsOf(read: Readable, exhibitId: string): Promise<readonly Conclusion[]> {
  const rows = await read
    .selectFrom('conclusion')
    .innerJoin('person', 'person.id', 'conclusion.drawn_by')
    .leftJoin('conclusion as newer', 'newer.supersedes_id', 'conclusion.id')
    .select([
      'conclusion.id',
      'conclusion.exhibit_id',
      'conclusion.component_id',
      'conclusion.substance_id',
      'conclusion.level',
      'conclusion.checklist_json',
      'conclusion.note',
      'conclusion.drawn_by',
      'conclusion.drawn_at',
      'conclusion.supersedes_id',
      'person.full_name',
      'newer.id as newer_id',
    ])
    .where('conclusion.exhibit_id', '=', exhibitId)
    .orderBy('conclusion.drawn_at')
    .orderBy('conclusion.id')
    .execute();
  const judged = inOrder(rows).map((row) => ({ row, checklist: componentChecklist.parse(JSON.parse(row.checklist_json)) }));
  return judged.map(({ row, checklist }) => ({
    id: row.id,
    exhibitId: row.exhibit_id,
    componentId: row.component_id,
    substanceId: row.substance_id,
    // As it was called when the conclusion was drawn: a later name does not change what was said.
    substanceName: checklist.substanceName,
    level: row.level,
    checklist,
    note: row.note,
    drawnBy: { id: row.drawn_by, fullName: row.full_name },
    drawnAt: row.drawn_at,
    supersedesId: row.supersedes_id,
    supersededById: row.newer_id,
  }));
}

/** Two of one millisecond stand in the order in which one superseded the other. */
function inOrder<T extends { readonly id: string; readonly drawn_at: string; readonly supersedes_id: string | null }>(
  rows: readonly T[],
): readonly T[] {
  const depth = (row: T): number => {
    const before = rows.find(({ id }) => id === row.supersedes_id);
    return before === undefined ? 0 : 1 + depth(before);
  };
  return rows.toSorted((a, b) => (a.drawn_at === b.drawn_at ? depth(a) - depth(b) : a.drawn_at < b.drawn_at ? -1 : 1));
}
