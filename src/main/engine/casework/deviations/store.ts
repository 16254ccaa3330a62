import type { Exhibit } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';
import { deviationScope } from '../evidence/deviations';

type Deviation = Exhibit['deviations'][number];

/** Oldest first. */
export async function deviationsOf(read: Readable, exhibitId: string): Promise<readonly Deviation[]> {
  const rows = await read
    .selectFrom('deviation')
    .innerJoin('person', 'person.id', 'deviation.authorised_by')
    .selectAll('deviation')
    .select('person.full_name')
    .where('exhibit_id', '=', exhibitId)
    .orderBy('authorised_at')
    .orderBy('deviation.id')
    .execute();
  const samples = await read.selectFrom('sample').select(['id', 'code']).where('exhibit_id', '=', exhibitId).execute();
  const codes = new Map(samples.map(({ id, code }) => [id, code]));
  return rows.map((row) => {
    const { lotId, techniques, resultIds, aliquotIds, artefactId } = deviationScope.parse(JSON.parse(row.applies_to_json));
    const named = [lotId, artefactId].filter((one) => one !== undefined);
    return {
      id: row.id,
      exhibitId: row.exhibit_id,
      kind: row.kind,
      criterion: row.criterion,
      componentId: row.component_id,
      appliesTo: [...named, ...(techniques ?? []), ...(resultIds ?? []), ...(aliquotIds ?? []).map((id) => codes.get(id) ?? id)],
      reason: row.reason,
      authorisedBy: { id: row.authorised_by, fullName: row.full_name },
      authorisedAt: row.authorised_at,
    };
  });
}
