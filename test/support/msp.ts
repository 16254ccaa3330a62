import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** An invented record, as its fields in the file and its peaks. */
export interface MspRecord {
  readonly name: string;
  readonly fields?: Readonly<Record<string, string>>;
  readonly synonyms?: readonly string[];
  readonly peaks: readonly (readonly [mz: number, intensity: number])[];
}

export function mspText(records: readonly MspRecord[]): string {
  return records
    .map(({ name, fields = {}, synonyms = [], peaks }) =>
      [
        `Name: ${name}`,
        ...synonyms.map((synonym) => `Synon: ${synonym}`),
        ...Object.entries(fields).map(([field, value]) => `${field}: ${value}`),
        `Num Peaks: ${peaks.length}`,
        ...peaks.map(([mz, intensity]) => `${mz} ${intensity}`),
        '',
      ].join('\n'),
    )
    .join('\n');
}

/** Writes an MSP file into a folder and gives its path. */
export function writeMspFile(folder: string, name: string, records: readonly MspRecord[]): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, mspText(records));
  return path;
}

/** Peaks that differ with the seed, so that invented spectra can be told apart. */
export function inventedPeaks(seed: number, count = 20): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, i) => [40 + i * 7 + ((seed * (i + 3)) % 6), 1 + ((seed * 37 + i * 91) % 999)] as const);
}
