import type BetterSqlite3 from 'better-sqlite3';
import { numbersInBytes } from '../../peak-bytes';
import type { PeakNumbers } from '../unknown';

export interface StoredPeaks extends PeakNumbers {
  readonly precursorMz: number | null;
}

/** Peaks of a few references as they are stored, for what an index does not tell of those it found. */
export interface ReferencePeaks {
  of(keys: readonly number[]): ReadonlyMap<number, StoredPeaks>;
}

export function createReferencePeaks(handle: BetterSqlite3.Database): ReferencePeaks {
  const stored = handle.prepare<[number], { readonly mz: Buffer; readonly intensity: Buffer; readonly precursor_mz: number | null }>(
    `SELECT content.mz, content.intensity, spectrum.precursor_mz FROM reference_spectrum_content AS content
     JOIN reference_spectrum AS spectrum ON spectrum.key = content.key WHERE content.key = ?`,
  );
  return {
    of: (keys) =>
      new Map(
        keys.flatMap((key) => {
          const row = stored.get(key);
          if (row === undefined) return [];
          const { mz, intensity, precursor_mz } = row;
          return [[key, { mz: numbersInBytes(mz), intensity: numbersInBytes(intensity), precursorMz: precursor_mz }] as const];
        }),
      ),
  };
}
