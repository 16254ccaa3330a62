import { type ReferenceLot, referenceLot } from '../../../contract/lots';
import type { Readable } from '../database/schema';

function selectLots(read: Readable) {
  return read
    .selectFrom('reference_lot')
    .innerJoin('substance', 'substance.id', 'reference_lot.substance_id')
    .selectAll('reference_lot')
    .select('substance.preferred_name');
}
type LotRow = Awaited<ReturnType<ReturnType<typeof selectLots>['execute']>>[number];

export function listLots(read: Readable): Promise<LotRow[]> {
  return selectLots(read).orderBy('reference_lot.code').execute();
}

export function findLot(read: Readable, id: string): Promise<LotRow | undefined> {
  return selectLots(read).where('reference_lot.id', '=', id).executeTakeFirst();
}

export function lotsOfSubstance(read: Readable, substanceId: string): Promise<LotRow[]> {
  return selectLots(read).where('reference_lot.substance_id', '=', substanceId).orderBy('reference_lot.code').execute();
}

/** @param today YYYY-MM-DD; a lot may be used on the day it expires */
export function asLot(row: LotRow, today: string): ReferenceLot {
  return referenceLot.parse({
    id: row.id,
    rowVersion: row.row_version,
    code: row.code,
    substanceId: row.substance_id,
    substanceName: row.preferred_name,
    saltForm: row.salt_form,
    kind: row.kind,
    producer: row.producer,
    lotNumber: row.lot_number,
    certificateReference: row.certificate_reference,
    certifiedPurityPercent: row.certified_purity_percent,
    expandedUncertaintyPercent: row.expanded_uncertainty_percent,
    coverageFactor: row.coverage_factor,
    traceability: row.traceability,
    receivedOn: row.received_on,
    expiresOn: row.expires_on,
    storage: row.storage,
    receivedMassMicrograms: row.received_mass_ug,
    expired: row.expires_on !== null && row.expires_on < today,
    withdrawn: row.withdrawn === 1,
  });
}
