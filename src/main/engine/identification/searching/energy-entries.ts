import type BetterSqlite3 from 'better-sqlite3';
import { spectrumMetadata } from '../../library/spectrum-row';
import { numbersInBytes } from '../../peak-bytes';
import type { SearchedCollection, SpectrumFilter } from './collections';
import { createSelection } from './selection';
import { SOFT_IONISATIONS } from './tandem-kind';

/** Reference spectra of one substance in one collection at stated energies. */
export interface EnergyEntry {
  /** Of its spectrum at the lowest energy. */
  readonly key: number;
  readonly precursorMz: number | null;
  readonly spectra: readonly {
    readonly key: number;
    readonly energy: number;
    readonly peaks: { readonly mz: Float64Array; readonly intensity: Float64Array };
  }[];
}

export interface EnergyEntries {
  /** Substances whose spectra of soft ionisation state an energy; those of a second stage are of a chosen ion, and no in-source spectra. */
  entries(collections: readonly SearchedCollection[], filter: SpectrumFilter): readonly EnergyEntry[];
}

interface StoredRow {
  readonly key: number;
  readonly substance: string;
  readonly ionisation: string;
  readonly precursor_mz: number | null;
  readonly metadata_json: string;
  readonly mz: Buffer;
  readonly intensity: Buffer;
}

export function createEnergyEntries(handle: BetterSqlite3.Database): EnergyEntries {
  const selection = createSelection(handle);
  const soft = SOFT_IONISATIONS.map((name) => `'${name}'`).join(', ');
  const rows = handle.prepare<[number, number], StoredRow>(
    `SELECT spectrum.key, coalesce(spectrum.inchikey, spectrum.cas, spectrum.folded) AS substance, spectrum.ionisation,
       spectrum.precursor_mz, content.metadata_json, content.mz, content.intensity
     FROM reference_spectrum AS spectrum JOIN reference_spectrum_content AS content ON content.key = spectrum.key
     WHERE spectrum.import_key = ? AND spectrum.ordinal < ? AND spectrum.technique = 'mass-spectrometry'
       AND spectrum.ms_level = 1 AND spectrum.ionisation IN (${soft}) ORDER BY spectrum.ordinal`,
  );

  return {
    entries: (collections, filter) =>
      collections.flatMap((collection) => {
        const { acceptsKey } = selection.of(collection, null, filter);
        const wanted: readonly string[] = filter.ionisation;
        const bySubstance = new Map<string, { precursorMz: number | null; spectra: EnergyEntry['spectra'][number][] }>();
        for (const row of rows.iterate(collection.importKey, collection.published + collection.added)) {
          const energy = statedEnergy(row.metadata_json);
          if (energy === null || acceptsKey?.(row.key) === false || (wanted.length > 0 && !wanted.includes(row.ionisation))) continue;
          const entry = bySubstance.get(row.substance) ?? { precursorMz: null, spectra: [] };
          bySubstance.set(row.substance, entry);
          entry.precursorMz ??= row.precursor_mz;
          // Of two spectra at one energy the one that came first: which is better is for a person to say.
          if (entry.spectra.some((other) => other.energy === energy)) continue;
          entry.spectra.push({ key: row.key, energy, peaks: { mz: numbersInBytes(row.mz), intensity: numbersInBytes(row.intensity) } });
        }
        return [...bySubstance.values()].map(({ precursorMz, spectra }): EnergyEntry => {
          const sorted = spectra.toSorted((a, b) => a.energy - b.energy);
          return { key: sorted[0]?.key ?? 0, precursorMz, spectra: sorted };
        });
      }),
  };
}

/** The number that an energy is stated by ("30", "30 V", "+60 V"); units are the library's own, and only equality counts. */
function statedEnergy(metadata: string): number | null {
  const { collisionEnergy } = spectrumMetadata.parse(JSON.parse(metadata)).acquisition;
  const number = collisionEnergy === undefined ? null : /[-+]?\d+(?:\.\d+)?/.exec(collisionEnergy);
  return number === null ? null : Number(number[0]);
}
