import { z } from 'zod';
import { DEVIATION_KINDS, type Deviation } from '../../../../core/identification/gate-input';
import type { Readable } from '../../database/schema';

/** `deviation.applies_to_json`: lots by code, techniques and artefacts by the tables' ids, results and aliquots by their ids. */
export const deviationScope = z.object({
  lotId: z.string().optional(),
  techniques: z.array(z.string()).optional(),
  resultIds: z.array(z.string()).optional(),
  aliquotIds: z.array(z.string()).optional(),
  artefactId: z.string().optional(),
});
export type DeviationScope = z.infer<typeof deviationScope>;

/** The deviations authorised for an exhibit, as the gate reads them. */
export async function deviationsForGate(read: Readable, exhibitId: string): Promise<readonly Deviation[]> {
  const rows = await read.selectFrom('deviation').selectAll().where('exhibit_id', '=', exhibitId).execute();
  return rows.map((row): Deviation => {
    const { lotId, techniques, resultIds, aliquotIds, artefactId } = deviationScope.parse(JSON.parse(row.applies_to_json));
    return {
      id: row.id,
      kind: z.enum(DEVIATION_KINDS).parse(row.kind),
      reason: row.reason,
      authorisedBy: row.authorised_by,
      authorisedAt: row.authorised_at,
      appliesTo: {
        ...(row.component_id === null ? {} : { componentId: row.component_id }),
        ...(lotId === undefined ? {} : { lotId }),
        ...(techniques === undefined ? {} : { techniques }),
        ...(resultIds === undefined ? {} : { resultIds }),
        ...(aliquotIds === undefined ? {} : { aliquotIds }),
        ...(artefactId === undefined ? {} : { artefactId }),
      },
    };
  });
}
