import type { MassSpectrum } from '../../../core/spectrum/mass-spectrum';
import type { StarterIons } from './shipped-tables';

/** The starter list as spectra: a few principal ions each, which is why nothing may be concluded from them. */
export function starterSpectra(list: StarterIons): readonly MassSpectrum[] {
  return list.rows.map((row) => ({
    identity: {
      name: row.name,
      synonyms: [],
      formula: row.formula,
      smiles: row.smiles,
      inchikey: row.inchikey,
      ...(row.cas === null ? {} : { cas: row.cas }),
    },
    acquisition: { ionisation: 'EI', msLevel: 1 },
    mz: Float64Array.from(row.ions, ([mz]) => mz),
    intensity: Float64Array.from(row.ions, ([, intensity]) => intensity),
    accession: `${row.source.code}-${row.source.entry}`,
    origin: list.sources[row.source.code] ?? row.source.code,
    licence: row.source.licence ?? row.source.what,
    otherFields: [
      { field: 'howWellKnown', value: row.howWellKnown },
      { field: 'molecularIonShown', value: String(row.molecularIonShown) },
    ],
  }));
}
