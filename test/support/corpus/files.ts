import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of other people's data, beside the project and never in it. */
export const SHARED = join(import.meta.dirname, '../../../../shared/data');
export const sharedIsHere = existsSync(SHARED);

export interface CorpusFile {
  /** From the folder of shared data. */
  readonly file: string;
  /** Whether a person calls it a readable spectrum (test/corpus.tsv). */
  readonly readable: boolean;
  readonly whyNot: string;
  /** The manifest's words on what is in it, '' where it says nothing. */
  readonly expected: string;
}

const MANIFESTS = [
  ['formats/optical', 'expected'],
  ['formats/ms', 'known_expected'],
] as const;

function rowsOf(path: string): readonly (readonly string[])[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'));
}

/** Every file that test/corpus.tsv judges, with what the manifest beside it expects. */
export function corpusFiles(): readonly CorpusFile[] {
  const expected = new Map<string, string>();
  for (const [folder, column] of MANIFESTS) {
    const [head, ...rows] = rowsOf(join(SHARED, folder, 'MANIFEST.tsv'));
    const at = (head ?? []).indexOf(column);
    for (const row of rows) expected.set(`${folder}/${row[0]}`, row[at] ?? '');
  }
  const [, ...judged] = rowsOf(join(import.meta.dirname, '../../corpus.tsv'));
  return judged.map(([file = '', readable, whyNot = '']) => ({
    file,
    readable: readable === 'yes',
    whyNot,
    expected: expected.get(file) ?? '',
  }));
}

/** Mismatches that are a fault of the file or of the manifest, each with its reason: `file`, the check, why. */
export function explained(): ReadonlyMap<string, string> {
  const [, ...rows] = rowsOf(join(import.meta.dirname, '../../corpus-explained.tsv'));
  return new Map(rows.map(([file, check, why = '']) => [`${file} ${check}`, why]));
}
