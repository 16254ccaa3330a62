import type BetterSqlite3 from 'better-sqlite3';
import { ionisation } from '../../../../contract/library';
import type { Ionisation } from '../../../../core/spectrum/mass-spectrum';
import { numbersInBytes } from '../../peak-bytes';
import type { IndexedRow } from './index-kind';
import { INDEX_KINDS, type IndexedFamily } from './kinds';
import type { Part } from './parts';

export interface PartRow extends IndexedRow {
  readonly ordinal: number;
  readonly ionisation: Ionisation;
}

interface StoredRow {
  readonly key: number;
  readonly ordinal: number;
  readonly ionisation: string;
  readonly precursor_mz: number | null;
  readonly mz: Buffer;
  readonly intensity: Buffer;
}

export interface PartRows {
  /** Rows of a family in the order of their collection, from one ordinal to before another. */
  between(family: IndexedFamily, importKey: number, from: number, to: number): Iterable<PartRow>;
  /** Ordinals at which the published rows of a part are divided, so that each step but the last has as many rows as its kind wants. */
  steps(part: Part): readonly (readonly [from: number, to: number])[];
}

export function createPartRows(handle: BetterSqlite3.Database): PartRows {
  const condition = (family: IndexedFamily) =>
    `spectrum.import_key = ? AND spectrum.ordinal >= ? AND spectrum.ordinal < ?
     AND spectrum.technique = 'mass-spectrometry' AND ${INDEX_KINDS[family].rows}`;
  const rows = (family: IndexedFamily) =>
    handle.prepare<[number, number, number], StoredRow>(
      `SELECT spectrum.key, spectrum.ordinal, spectrum.ionisation, spectrum.precursor_mz, content.mz, content.intensity
       FROM reference_spectrum AS spectrum JOIN reference_spectrum_content AS content ON content.key = spectrum.key
       WHERE ${condition(family)} ORDER BY spectrum.ordinal`,
    );
  const firsts = (family: IndexedFamily) =>
    handle
      .prepare<[number, number, number, number], number>(
        `SELECT ordinal FROM (SELECT spectrum.ordinal, row_number() OVER (ORDER BY spectrum.ordinal) AS place
         FROM reference_spectrum AS spectrum WHERE ${condition(family)}) WHERE place % ? = 1 ORDER BY ordinal`,
      )
      .pluck();

  return {
    between: function* between(family, importKey, from, to) {
      for (const { key, ordinal, ionisation: stated, precursor_mz, mz, intensity } of rows(family).iterate(importKey, from, to))
        yield {
          ...{ key, ordinal, ionisation: ionisation.parse(stated), precursorMz: precursor_mz },
          ...{ mz: numbersInBytes(mz), intensity: numbersInBytes(intensity) },
        };
    },
    steps: ({ family, importKey, published }) => {
      const { rowsPerStep } = INDEX_KINDS[family];
      if (published <= rowsPerStep) return [[0, published]];
      const begins = firsts(family).all(importKey, 0, published, rowsPerStep);
      return begins.map((from, i) => [i === 0 ? 0 : from, begins[i + 1] ?? published] as const);
    },
  };
}
