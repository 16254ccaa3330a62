import type { Exhibit } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';

type Component = Exhibit['components'][number];

const rows = (read: Readable) =>
  read
    .selectFrom('component')
    .innerJoin('substance', 'substance.id', 'component.substance_id')
    .selectAll('component')
    .select('substance.preferred_name as substance_name')
    .orderBy('proposed_at')
    .orderBy('component.id');

/** In the order in which they were proposed, withdrawn ones too. */
export async function componentsOf(read: Readable, exhibitId: string): Promise<readonly Component[]> {
  return (await rows(read).where('exhibit_id', '=', exhibitId).execute()).map((row) => ({
    id: row.id,
    exhibitId: row.exhibit_id,
    substanceId: row.substance_id,
    substanceName: row.substance_name,
    saltClaim: row.salt_claim,
    proposedFrom: row.proposed_from,
    withdrawnReason: row.withdrawn_reason,
  }));
}
