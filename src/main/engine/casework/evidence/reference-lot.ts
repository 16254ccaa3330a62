import type { ReferenceLot } from '../../../../core/identification/reference-lot';
import type { Row } from '../../database/schema';

/**
 * A lot as the gate sees it, named by its code so that sentences can name it. Traceable means: reference material, not a bare sample,
 * whose certificate is named and states its traceability (ISO 17034).
 */
export function asReferenceLot(row: Row<'reference_lot'>, substanceKey: string): ReferenceLot {
  const certified = row.certificate_reference.trim() !== '' && row.traceability.trim() !== '';
  return {
    id: row.code,
    substanceKey,
    expiresOn: row.expires_on,
    certificateTraceable: row.kind !== 'reference-sample' && certified,
  };
}
