import { z } from 'zod';
import type { Readable } from '../database/schema';
import { notFound } from '../failures';
import { numbersInBytes } from '../peak-bytes';
import type { UnknownPeaks } from './unknown';

/** What an injection's spectrum may say of itself; anything else in its metadata is the casework's own. */
const metadata = z.object({ otherFields: z.array(z.object({ field: z.string(), value: z.string() })).default([]) });

/** The spectrum of an injection as an unknown. Casework measures by electron ionisation alone. */
export async function measuredSpectrum(read: Readable, id: string): Promise<UnknownPeaks> {
  const row = await read
    .selectFrom('measured_spectrum')
    .select(['name', 'mz', 'intensity', 'metadata_json'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (row === undefined) throw notFound('measured_spectrum', id);
  const said = metadata.safeParse(JSON.parse(row.metadata_json));
  return {
    kind: 'peaks',
    name: row.name,
    mz: numbersInBytes(row.mz),
    intensity: numbersInBytes(row.intensity),
    ionisation: 'EI',
    msLevel: 1,
    precursorMz: null,
    adduct: null,
    energy: null,
    otherFields: said.success ? said.data.otherFields : [],
  };
}
