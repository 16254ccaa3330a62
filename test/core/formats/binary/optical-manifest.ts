import { existsSync, readFileSync } from 'node:fs';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import type { Trace } from '../../../../src/core/spectrum/curves';
import { sharedPath } from '../../../support/read-text';

export interface ManifestRow {
  readonly file: string;
  readonly detail: string;
  readonly expected: string;
}

const MANIFEST = sharedPath('optical/MANIFEST.tsv');

/** Whether the instruments' files are there; says so when they are not. */
export function sharedFilesPresent(): boolean {
  const present = existsSync(MANIFEST);
  if (!present) console.warn(`No instrument files beside the project (${MANIFEST}): tests over them are skipped.`);
  return present;
}

/** The rows of the manifest whose file is in one of the folders. */
export function manifestRows(...folders: readonly string[]): readonly ManifestRow[] {
  if (!existsSync(MANIFEST)) return [];
  return readFileSync(MANIFEST, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [file = '', detail = '', , , expected = ''] = line.split('\t');
      return { file, detail, expected };
    })
    .filter(({ file }) => folders.some((folder) => file.startsWith(`${folder}/`)));
}

/** Agreement to the digits a manifest prints (about seven). */
export function near(found: number | undefined, expected: number, relative = 2e-7): boolean {
  if (found === undefined) return false;
  return Math.abs(found - expected) <= relative * Math.max(Math.abs(expected), 1e-12) || Math.abs(found - expected) < 1e-9;
}

/** What a manifest says of a trace: its places' ends, first and last value, least and greatest value. */
export function extremes(trace: Pick<Trace, 'x'> & { readonly y: { readonly values: Float64Array } }): Record<string, number> {
  const x = abscissaValues(trace.x);
  const { values } = trace.y;
  return {
    n: values.length,
    first: x[0] as number,
    last: x.at(-1) as number,
    y0: values[0] as number,
    ylast: values.at(-1) as number,
    min: values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    max: values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  };
}
