import { type Conclusion, componentChecklist } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';

/** Oldest first; one that was superseded names its successor. */
export async function conclusionsOf(read: Readable, exhibitId: string): Promise<readonly Conclusion[]> {
  const rows = await read
    .selectFrom('conclusion')
    .innerJoin('substance', 'substance.id', 'conclusion.substance_id')
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
      'substance.preferred_name',
      'person.full_name',
      'newer.id as newer_id',
    ])
    .where('conclusion.exhibit_id', '=', exhibitId)
    .orderBy('conclusion.drawn_at')
    .orderBy('conclusion.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    exhibitId: row.exhibit_id,
    componentId: row.component_id,
    substanceId: row.substance_id,
    substanceName: row.preferred_name,
    level: row.level,
    checklist: componentChecklist.parse(JSON.parse(row.checklist_json)),
    note: row.note,
    drawnBy: { id: row.drawn_by, fullName: row.full_name },
    drawnAt: row.drawn_at,
    supersedesId: row.supersedes_id,
    supersededById: row.newer_id,
  }));
}
