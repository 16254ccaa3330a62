import type BetterSqlite3 from 'better-sqlite3';
import { spectrumMetadata } from '../../library/spectrum-row';
import { numbersInBytes } from '../../peak-bytes';
import type { PeakNumbers } from '../unknown';

export interface ReferenceRecord extends PeakNumbers {
  readonly key: number;
  readonly precursorMz: number | null;
  readonly nominalMass: number | null;
  readonly formula: string | null;
  /** What makes records one substance: the skeleton of the InChIKey, else the CAS number, else the name. */
  readonly compound: string;
  /** Read when asked for. */
  readonly smiles: () => string | null;
}

/** A few references as they are stored, for what an index does not tell of those it found. */
export interface ReferenceRecords {
  of(keys: readonly number[]): ReadonlyMap<number, ReferenceRecord>;
}

interface StoredRow {
  readonly key: number;
  readonly folded: string;
  readonly cas: string | null;
  readonly inchikey: string | null;
  readonly formula: string | null;
  readonly nominal_mass: number | null;
  readonly precursor_mz: number | null;
  readonly metadata_json: string;
  readonly mz: Buffer;
  readonly intensity: Buffer;
}

/** Letters of an InChIKey that name the skeleton alone. */
const SKELETON = 14;

export function createReferenceRecords(handle: BetterSqlite3.Database): ReferenceRecords {
  const stored = handle.prepare<[number], StoredRow>(
    `SELECT spectrum.key, spectrum.folded, spectrum.cas, spectrum.inchikey, spectrum.formula, spectrum.nominal_mass, spectrum.precursor_mz,
       content.metadata_json, content.mz, content.intensity
     FROM reference_spectrum AS spectrum JOIN reference_spectrum_content AS content ON content.key = spectrum.key WHERE spectrum.key = ?`,
  );
  return {
    of: (keys) =>
      new Map(
        keys.flatMap((key) => {
          const row = stored.get(key);
          return row === undefined ? [] : [[key, asRecord(row)] as const];
        }),
      ),
  };
}

function asRecord(row: StoredRow): ReferenceRecord {
  return {
    key: row.key,
    mz: numbersInBytes(row.mz),
    intensity: numbersInBytes(row.intensity),
    precursorMz: row.precursor_mz,
    nominalMass: row.nominal_mass,
    formula: row.formula,
    compound: row.inchikey?.slice(0, SKELETON) ?? row.cas ?? row.folded,
    smiles: () => spectrumMetadata.parse(JSON.parse(row.metadata_json)).smiles,
  };
}
