import type { SpectrumSummary } from '../../../contract/library';
import type { Readable } from '../database/schema';
import { spectrumMetadata } from './spectrum-row';
import { spectrumSummaries } from './spectrum-store';

/** A reference spectrum as a list of candidates shows it. */
export interface CandidateSummary extends SpectrumSummary {
  readonly precursorMz: number | null;
  readonly adduct: string | null;
  /** Collision energy or cone voltage, as written. */
  readonly energy: string | null;
}

/** In the order of the keys, whatever the state of their collections. */
export async function candidateSummaries(read: Readable, keys: readonly number[]): Promise<CandidateSummary[]> {
  if (keys.length === 0) return [];
  const rows = await read
    .selectFrom('reference_spectrum as spectrum')
    .innerJoin('reference_spectrum_content as content', 'content.key', 'spectrum.key')
    .select(['spectrum.key', 'spectrum.precursor_mz', 'content.metadata_json'])
    .where('spectrum.key', 'in', keys)
    .execute();
  const facts = new Map(rows.map((row) => [row.key, row]));
  return (await spectrumSummaries(read, keys)).map((summary) => {
    const row = facts.get(summary.key);
    const { adduct, collisionEnergy } = row === undefined ? {} : spectrumMetadata.parse(JSON.parse(row.metadata_json)).acquisition;
    return { ...summary, precursorMz: row?.precursor_mz ?? null, adduct: adduct ?? null, energy: collisionEnergy ?? null };
  });
}
