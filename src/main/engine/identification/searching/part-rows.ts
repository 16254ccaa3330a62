import type BetterSqlite3 from 'better-sqlite3';
import { technique } from '../../../../contract/curves';
import { ionisation } from '../../../../contract/library';
import { tracesOf } from '../../library/curves-row';
import { numbersInBytes } from '../../peak-bytes';
import type { IndexedRow } from './index-kind';
import { INDEX_KINDS } from './kinds';
import type { IndexWanted, Part } from './parts';

interface StoredRow {
  readonly key: number;
  readonly ordinal: number;
  readonly ionisation: string;
  readonly technique: string;
  readonly precursor_mz: number | null;
  readonly nominal_mass: number | null;
  readonly mz: Buffer;
  readonly intensity: Buffer;
  readonly traces_json: string | null;
  readonly numbers: Buffer | null;
}

export interface PartRows {
  /** Rows of an index in the order of their collection, from one ordinal to before another. */
  between(wanted: IndexWanted, importKey: number, from: number, to: number): Iterable<IndexedRow>;
  /** Ordinals at which the published rows of a part are divided, so that each step but the last has as many rows as its kind wants. */
  steps(part: Part): readonly (readonly [from: number, to: number])[];
}

export function createPartRows(handle: BetterSqlite3.Database): PartRows {
  const condition = ({ family }: IndexWanted) =>
    `spectrum.import_key = ? AND spectrum.ordinal >= ? AND spectrum.ordinal < ? AND spectrum.technique = ? AND ${INDEX_KINDS[family].rows}`;
  const techniqueOf = ({ family, settings }: IndexWanted) => INDEX_KINDS[family].technique(settings);

  return {
    between: function* between(wanted, importKey, from, to) {
      const rows = handle.prepare<[number, number, number, string], StoredRow>(
        `SELECT spectrum.key, spectrum.ordinal, spectrum.ionisation, spectrum.technique, spectrum.precursor_mz, spectrum.nominal_mass, content.mz, content.intensity,
           curves.traces_json, curves.numbers
         FROM reference_spectrum AS spectrum JOIN reference_spectrum_content AS content ON content.key = spectrum.key
           LEFT JOIN reference_curves AS curves ON curves.key = spectrum.key
         WHERE ${condition(wanted)} ORDER BY spectrum.ordinal`,
      );
      for (const row of rows.iterate(importKey, from, to, techniqueOf(wanted))) yield asIndexed(row);
    },
    steps: (part) => {
      const { rowsPerStep } = INDEX_KINDS[part.family];
      const { importKey, published } = part;
      if (published <= rowsPerStep) return [[0, published]];
      const begins = handle
        .prepare<[number, number, number, string, number], number>(
          `SELECT ordinal FROM (SELECT spectrum.ordinal, row_number() OVER (ORDER BY spectrum.ordinal) AS place
           FROM reference_spectrum AS spectrum WHERE ${condition(part)}) WHERE place % ? = 1 ORDER BY ordinal`,
        )
        .pluck()
        .all(importKey, 0, published, techniqueOf(part), rowsPerStep);
      return begins.length === 0 ? [[0, published]] : begins.map((from, i) => [from, begins[i + 1] ?? published] as const);
    },
  };
}

function asIndexed(row: StoredRow): IndexedRow {
  const traces = row.traces_json === null || row.numbers === null ? [] : tracesOf(row.traces_json, row.numbers);
  return {
    key: row.key,
    ordinal: row.ordinal,
    ionisation: ionisation.parse(row.ionisation),
    precursorMz: row.precursor_mz,
    nominalMass: row.nominal_mass,
    mz: numbersInBytes(row.mz),
    intensity: numbersInBytes(row.intensity),
    technique: technique.parse(row.technique),
    trace: traces.find(({ role }) => role === 'measured') ?? traces[0] ?? null,
  };
}
