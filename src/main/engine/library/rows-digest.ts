import { createHash, type Hash } from 'node:crypto';
import type { SpectrumRow } from './spectrum-row';

/**
 * The digest of an import: SHA-256 over the SHA-256 of each row in the order of the import. A row's hash covers every column, so
 * that anyone can compute the digest again from the stored rows and see that none was altered, added or lost.
 */
export class RowsDigest {
  readonly #hash: Hash = createHash('sha256');

  add(row: SpectrumRow): void {
    this.#hash.update(rowHash(row));
  }

  /** Hexadecimal; the digest takes no more rows afterwards. */
  end(): string {
    return this.#hash.digest('hex');
  }
}

/**
 * The hash of a row: of a mass spectrum over its columns and peaks, as ever; of curves the technique and the traces are columns too, and their numbers
 * come last.
 */
export function rowHash(row: SpectrumRow): Buffer {
  const columns = [
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
    row.instrument,
    row.origin,
    row.licence,
    row.metadata_json,
    ...(row.technique === 'mass-spectrometry' && !row.traces_json ? [] : [row.technique, row.traces_json]),
  ];
  const hash = createHash('sha256').update(JSON.stringify(columns)).update(row.content_sha256).update(row.mz).update(row.intensity);
  if (row.numbers) hash.update(row.numbers);
  return hash.digest();
}
