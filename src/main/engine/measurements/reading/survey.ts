import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refused } from '../../../../core/formats/binary/binary-file';
import { recognise } from '../../../../core/formats/recognise';
import { listEntries } from '../../../../core/formats/zip/entries';
import type { Refusal } from '../../../../core/spectrum/reading';
import { errorCode } from '../../database/storage-failure';
import type { OpenSource } from './open-source';

/** One file to be read: where its bytes are, and how a person knows it. */
export interface FoundFile {
  readonly file: string;
  /** The entry of the zip that `file` is. */
  readonly entry: string | null;
  readonly name: string;
  /** Where it lies inside what was dropped, with `/`. */
  readonly path: string;
  readonly size: number;
}

export interface Survey {
  readonly files: readonly FoundFile[];
  readonly refused: readonly { readonly path: string; readonly name: string; readonly refusal: Refusal }[];
}

/** More files than this in one drop are no batch of measurements but a disk. */
const MOST_FILES = 100_000;
const DEEPEST = 40;
/** What file systems and viewers leave in folders; nobody measured it. */
const LEFTOVERS = /^(?:\..*|Thumbs\.db|desktop\.ini|__MACOSX)$/i;

/** Lists every file under the paths that were dropped, zips opened, in the order of their names. Reads folders and never writes in them. */
export function survey(paths: readonly string[], openSource: OpenSource, stopped: () => boolean): Survey | 'stopped' {
  const files: FoundFile[] = [];
  const refused: Survey['refused'][number][] = [];
  let halted = false;

  const refuse = (path: string, refusal: Refusal) => refused.push({ path, name: path.split('/').at(-1) ?? path, refusal });

  function look(file: string, path: string, depth: number): void {
    if (halted || stopped()) {
      halted = true;
      return;
    }
    try {
      // What was dropped may be a link; inside a folder links are not followed, since they may lead anywhere.
      const found = depth === 0 ? statSync(file) : lstatSync(file);
      if (found.isDirectory() && depth < DEEPEST) {
        for (const name of readdirSync(file).sort(byNumberAndName))
          if (!LEFTOVERS.test(name)) look(join(file, name), `${path}/${name}`, depth + 1);
      } else if (found.isFile()) lookIntoFile(file, path, found.size);
    } catch (error) {
      refuse(path, { code: 'not-readable', at: {}, params: { file: basename(file), code: errorCode(error) } });
    }
  }

  function lookIntoFile(file: string, path: string, size: number): void {
    if (files.length >= MOST_FILES) return;
    const source = openSource(file, basename(file));
    try {
      const mark = new Uint8Array(4);
      source.read(0, mark);
      if (mark.join() !== '80,75,3,4') {
        files.push({ file, entry: null, name: basename(file), path, size });
        return;
      }
      const format = recognise(source);
      if (typeof format === 'string') files.push({ file, entry: null, name: basename(file), path, size });
      else
        for (const entry of listEntries(source)) {
          const parts = entry.name.split('/');
          if (files.length < MOST_FILES && !parts.some((part) => LEFTOVERS.test(part)))
            files.push({ file, entry: entry.name, name: parts.at(-1) ?? entry.name, path: `${path}/${entry.name}`, size: entry.size });
        }
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refuse(path, error.refusal);
    } finally {
      source.close();
    }
  }

  for (const path of paths) look(path, basename(path), 0);
  return halted ? 'stopped' : { files, refused };
}

const collator = new Intl.Collator('en', { numeric: true });
const byNumberAndName = (a: string, b: string) => collator.compare(a, b) || (a < b ? -1 : 1);
