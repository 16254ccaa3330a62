import { type CustodyEvent, custodyEvent } from '../../../../contract/casework';
import type { Readable } from '../../database/schema';

/** In the order in which things happened; a correction stands where it was made. */
export async function custodyOf(read: Readable, exhibitId: string): Promise<readonly CustodyEvent[]> {
  const rows = await read
    .selectFrom('custody_event')
    .innerJoin('person', 'person.id', 'custody_event.recorded_by')
    .leftJoin('person as witness', 'witness.id', 'custody_event.witness_id')
    .selectAll('custody_event')
    .select(['person.full_name as recorder', 'witness.full_name as witness_name'])
    .where('exhibit_id', '=', exhibitId)
    .orderBy('occurred_at')
    .orderBy('recorded_at')
    .orderBy('custody_event.id')
    .execute();
  return rows.map((row) =>
    custodyEvent.parse({
      id: row.id,
      exhibitId: row.exhibit_id,
      kind: row.kind,
      occurredAt: row.occurred_at,
      recordedAt: row.recorded_at,
      recordedBy: { id: row.recorded_by, fullName: row.recorder },
      fromParty: row.from_party,
      toParty: row.to_party,
      sealBefore: row.seal_before,
      sealAfter: row.seal_after,
      location: row.location,
      witnessId: row.witness_id,
      witness: row.witness_id === null ? null : { id: row.witness_id, fullName: row.witness_name ?? '' },
      note: row.note,
      correctsId: row.corrects_id,
    }),
  );
}
