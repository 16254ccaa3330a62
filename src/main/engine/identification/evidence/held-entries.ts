import type BetterSqlite3 from 'better-sqlite3';
import { technique } from '../../../../contract/curves';
import type { Technique, Trace } from '../../../../core/spectrum/curves';
import { tracesOf } from '../../library/curves-row';
import { numbersInBytes } from '../../peak-bytes';
import type { SearchedCollection } from '../searching/collections';
import type { PeakNumbers } from '../unknown';

/** By what records of a library are known to be of one substance. */
export interface SubstanceNames {
  readonly inchikey: string | null;
  readonly cas: string | null;
  /** The folded name, for what has neither. */
  readonly folded: string;
}

/** Anything that can be held against an entry of the library. */
export interface Spectral extends PeakNumbers {
  readonly technique: Technique;
  readonly ionisation: string;
  readonly msLevel: number;
  readonly precursorMz: number | null;
  readonly trace: Trace | null;
}

export interface HeldEntry extends Spectral {
  readonly key: number;
}

/** What the library in use holds of a substance, by any technique; for the search threads. */
export interface HeldEntries {
  namesOf(key: number): SubstanceNames | undefined;
  /** Keys in rising order, without withdrawn ones. */
  keysOf(substance: SubstanceNames, collections: readonly SearchedCollection[]): readonly number[];
  entry(key: number): HeldEntry | undefined;
}

interface Row {
  readonly key: number;
  readonly technique: string;
  readonly ionisation: string;
  readonly ms_level: number;
  readonly precursor_mz: number | null;
  readonly mz: Buffer;
  readonly intensity: Buffer;
  readonly traces_json: string | null;
  readonly numbers: Buffer | null;
}

export function createHeldEntries(handle: BetterSqlite3.Database): HeldEntries {
  const names = handle.prepare<[number], SubstanceNames>('SELECT inchikey, cas, folded FROM reference_spectrum WHERE key = ?');
  const inUse = 'key NOT IN (SELECT spectrum_key FROM withdrawn_spectrum)';
  const where = (condition: string) =>
    handle.prepare<string[], { key: number; import_key: number }>(
      `SELECT key, import_key FROM reference_spectrum WHERE ${condition} AND ${inUse}`,
    );
  const byInchikey = where('inchikey = ?');
  const byCasAlone = where('cas = ? AND inchikey IS NULL');
  const byCas = where('cas = ?');
  const byNameAlone = where('folded = ? AND inchikey IS NULL AND cas IS NULL');
  const byName = where('folded = ?');
  const content = handle.prepare<[number], Row>(
    `SELECT spectrum.key, spectrum.technique, spectrum.ionisation, spectrum.ms_level, spectrum.precursor_mz, content.mz, content.intensity,
       curves.traces_json, curves.numbers
     FROM reference_spectrum AS spectrum JOIN reference_spectrum_content AS content ON content.key = spectrum.key
       LEFT JOIN reference_curves AS curves ON curves.key = spectrum.key WHERE spectrum.key = ?`,
  );
  const rowsOf = ({ inchikey, cas, folded }: SubstanceNames) => {
    if (inchikey === null && cas === null) return byName.all(folded);
    // Files of curves often give a name and no more.
    const named = byNameAlone.all(folded);
    if (inchikey === null) return [...byCas.all(cas ?? ''), ...named];
    return [...byInchikey.all(inchikey), ...(cas === null ? [] : byCasAlone.all(cas)), ...named];
  };
  return {
    namesOf: (key) => names.get(key),
    keysOf: (substance, collections) => {
      const imports = new Set(collections.map(({ importKey }) => importKey));
      const keys = rowsOf(substance).flatMap(({ key, import_key }) => (imports.has(import_key) ? [key] : []));
      return keys.sort((a, b) => a - b);
    },
    entry: (key) => {
      const row = content.get(key);
      return row === undefined ? undefined : asEntry(row);
    },
  };
}

function asEntry(row: Row): HeldEntry {
  const traces = row.traces_json === null || row.numbers === null ? [] : tracesOf(row.traces_json, row.numbers);
  return {
    key: row.key,
    technique: technique.parse(row.technique),
    ionisation: row.ionisation,
    msLevel: row.ms_level,
    precursorMz: row.precursor_mz,
    mz: numbersInBytes(row.mz),
    intensity: numbersInBytes(row.intensity),
    trace: traces.find(({ role }) => role === 'measured') ?? traces[0] ?? null,
  };
}
