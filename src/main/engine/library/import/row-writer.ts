import type BetterSqlite3 from 'better-sqlite3';
import { indexedText } from '../../../../core/names/bigrams';
import type { SpectrumRow } from '../spectrum-row';

/** A spectrum ready to be written: everything that takes time is done before the transaction begins. */
export interface PreparedSpectrum {
  readonly row: SpectrumRow;
  /** Text for the name index. */
  readonly names: string;
}

export function prepared(row: SpectrumRow, searchedNames: readonly string[]): PreparedSpectrum {
  return { row, names: indexedText(searchedNames) };
}

/** Writes reference spectra with prepared statements; the caller holds the transaction. */
export interface RowWriter {
  /** Under an import that is not published yet, or behind one that is. @returns the row's key */
  write(importKey: number, ordinal: number, spectrum: PreparedSpectrum): number;
  /** Whether a published collection in use holds the same name, identifiers and peaks. */
  isHeld(contentSha256: Buffer): boolean;
}

export function createRowWriter(handle: BetterSqlite3.Database): RowWriter {
  const summary = handle.prepare(
    `INSERT INTO reference_spectrum (import_key, ordinal, name, folded, cas, inchikey, formula, nominal_mass, exact_mass, ionisation,
       ionisation_stated, ms_level, precursor_mz, retention_index, accession, peak_count, content_sha256, technique)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const content = handle.prepare(
    'INSERT INTO reference_spectrum_content (key, instrument, origin, licence, metadata_json, mz, intensity) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  const curves = handle.prepare('INSERT INTO reference_curves (key, traces_json, numbers) VALUES (?, ?, ?)');
  const names = handle.prepare('INSERT INTO spectrum_name_index (rowid, bigrams) VALUES (?, ?)');
  const held = handle.prepare(
    `SELECT 1 FROM reference_spectrum AS spectrum JOIN collection ON collection.import_key = spectrum.import_key
     WHERE spectrum.content_sha256 = ? AND collection.retired_at IS NULL LIMIT 1`,
  );
  return {
    write(importKey, ordinal, { row, names: text }) {
      const { lastInsertRowid: key } = summary.run(
        importKey,
        ordinal,
        row.name,
        row.folded,
        row.cas,
        row.inchikey,
        row.formula,
        row.nominal_mass,
        row.exact_mass,
        row.ionisation,
        row.ionisation_stated,
        row.ms_level,
        row.precursor_mz,
        row.retention_index,
        row.accession,
        row.peak_count,
        row.content_sha256,
        row.technique,
      );
      content.run(key, row.instrument, row.origin, row.licence, row.metadata_json, row.mz, row.intensity);
      if (row.traces_json !== null && row.numbers !== null) curves.run(key, row.traces_json, row.numbers);
      names.run(key, text);
      return Number(key);
    },
    isHeld: (contentSha256) => held.get(contentSha256) !== undefined,
  };
}
