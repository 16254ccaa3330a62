import { z } from 'zod';
import { averaging } from '../../../contract/averaging';
import type { QuerySource } from '../../../contract/search-method';

/**
 * The address of Identify, `/identify?…`: nothing (empty), a stored search, a record of a kept file, a measured spectrum of an
 * exhibit, or an item of an opened file with the scan or the averaging chosen of a run, a component of a run that was taken apart.
 * What does not fit is dropped, so that an old address still opens the screen.
 */
export const identifyAddress = z.object({
  search: z.uuid().optional().catch(undefined),
  exhibit: z.uuid().optional().catch(undefined),
  measured: z.uuid().optional().catch(undefined),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional()
    .catch(undefined),
  file: z.string().max(300).optional().catch(undefined),
  record: z.int().nonnegative().optional().catch(undefined),
  opened: z.uuid().optional().catch(undefined),
  item: z.int().nonnegative().optional().catch(undefined),
  scan: z.int().nonnegative().optional().catch(undefined),
  averaging: averaging.optional().catch(undefined),
  batch: z.uuid().optional().catch(undefined),
  row: z.int().nonnegative().optional().catch(undefined),
});
export type IdentifyAddress = z.infer<typeof identifyAddress>;

/** The unknown that an address names; null when it names none. */
export function queryOf(address: IdentifyAddress): QuerySource | null {
  const { measured, sha256, file, record, opened, item, scan, averaging: chosen, batch, row } = address;
  if (batch !== undefined && row !== undefined) return { kind: 'component', batchId: batch, row };
  if (opened !== undefined) return { kind: 'opened', fileId: opened, index: item ?? 0, scan: scan ?? null, averaging: chosen ?? null };
  if (measured !== undefined) return { kind: 'measured', measuredSpectrumId: measured };
  if (sha256 !== undefined && record !== undefined) return { kind: 'file', sha256, fileName: file ?? '', record };
  return null;
}

/** The part of an address that names the unknown. */
export function addressOf(query: QuerySource): IdentifyAddress {
  switch (query.kind) {
    case 'measured':
      return { measured: query.measuredSpectrumId };
    case 'file':
      return { sha256: query.sha256, file: query.fileName, record: query.record };
    case 'opened': {
      const { fileId, index, scan, averaging: chosen } = query;
      return { opened: fileId, item: index, ...(scan === null ? {} : { scan }), ...(chosen === null ? {} : { averaging: chosen }) };
    }
    case 'component':
      return { batch: query.batchId, row: query.row };
    // Too many parts for an address: such a search is opened by its own.
    case 'energies':
      return {};
  }
}
