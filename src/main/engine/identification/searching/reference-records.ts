import type BetterSqlite3 from 'better-sqlite3';
import { spectrumMetadata } from '../../library/spectrum-row';
import { numbersInBytes } from '../../peak-bytes';
import type { PeakNumbers } from '../unknown';

export interface ReferenceRecord extends PeakNumbers {
  readonly key: number;
  readonly precursorMz: number | null;
  readonly nominalMass: number | null;
  readonly formula: string | null;
  readonly name: string;
  /** What makes records one substance: the skeleton of the InChIKey, else the CAS number, else the name. */
  readonly compound: string;
  /** As the record states it, else as the laboratory's substances or other references of the same skeleton do. Looked up when asked for. */
  readonly smiles: () => string | null;
}

/** A few references as they are stored, for what an index does not tell of those it found. */
export interface ReferenceRecords {
  of(keys: readonly number[]): ReadonlyMap<number, ReferenceRecord>;
}

interface StoredRow {
  readonly key: number;
  readonly name: string;
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
    `SELECT spectrum.key, spectrum.name, spectrum.folded, spectrum.cas, spectrum.inchikey, spectrum.formula, spectrum.nominal_mass, spectrum.precursor_mz,
       content.metadata_json, content.mz, content.intensity
     FROM reference_spectrum AS spectrum JOIN reference_spectrum_content AS content ON content.key = spectrum.key WHERE spectrum.key = ?`,
  );
  const ofSubstance = handle
    .prepare<[{ from: string; to: string; cas: string | null }], string>(
      'SELECT smiles FROM substance WHERE smiles IS NOT NULL AND ((inchikey >= @from AND inchikey < @to) OR cas = @cas) ORDER BY id LIMIT 1',
    )
    .pluck();
  const ofOthers = handle
    .prepare<[string, string], string>(
      `SELECT content.metadata_json ->> 'smiles' AS smiles FROM reference_spectrum AS spectrum
       JOIN reference_spectrum_content AS content ON content.key = spectrum.key
       WHERE spectrum.inchikey >= ? AND spectrum.inchikey < ? AND smiles IS NOT NULL ORDER BY spectrum.key LIMIT 1`,
    )
    .pluck();

  /** Most libraries state an InChIKey and no structure; what is told apart by class does not depend on stereochemistry. */
  function smilesOf({ metadata_json, inchikey, cas }: StoredRow): string | null {
    const stated = spectrumMetadata.parse(JSON.parse(metadata_json)).smiles;
    if (stated !== null) return stated;
    const skeleton = inchikey?.slice(0, SKELETON);
    const [from, to] = skeleton === undefined ? ['', ''] : [`${skeleton}-`, `${skeleton}.`];
    return ofSubstance.get({ from, to, cas }) ?? ofOthers.get(from, to) ?? null;
  }

  return {
    of: (keys) =>
      new Map(
        keys.flatMap((key) => {
          const row = stored.get(key);
          return row === undefined ? [] : [[key, asRecord(row, () => smilesOf(row))] as const];
        }),
      ),
  };
}

function asRecord(row: StoredRow, smiles: ReferenceRecord['smiles']): ReferenceRecord {
  return {
    key: row.key,
    mz: numbersInBytes(row.mz),
    intensity: numbersInBytes(row.intensity),
    precursorMz: row.precursor_mz,
    nominalMass: row.nominal_mass,
    formula: row.formula,
    name: row.name,
    compound: row.inchikey?.slice(0, SKELETON) ?? row.cas ?? row.folded,
    smiles,
  };
}
