import { lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PassedOver } from '../../../../contract/measurements';
import { Refused } from '../../../../core/formats/binary/binary-file';
import { refusal } from '../../../../core/formats/codes';
import { type FolderEntry, findUnits, type InstrumentFolderUnit, type NotReadUnit } from '../../../../core/formats/folder/units';
import { zipFolder } from '../../../../core/formats/folder/zip-folder';
import { recognise } from '../../../../core/formats/recognise';
import type { Refusal } from '../../../../core/spectrum/reading';
import { errorCode } from '../../database/storage-failure';
import type { OpenSource } from './open-source';

/** One file of what is read together. */
export interface FoundMember {
  /** Path inside the instrument's folder; the name of a file read alone. */
  readonly path: string;
  /** Where its bytes are: a path of the disk, or the name of an entry. */
  readonly at: string;
}

/** A file to be read, or an instrument's folder to be read as one. */
export interface FoundUnit {
  /** The zip whose entries its members are; null when they are files of the disk. */
  readonly zip: string | null;
  readonly isFolder: boolean;
  readonly name: string;
  /** Where it lies inside what was dropped, with `/`. */
  readonly path: string;
  /** Bytes to be read. */
  readonly size: number;
  /** The main file first, the others by their paths. */
  readonly members: readonly FoundMember[];
}

export interface Survey {
  readonly units: readonly FoundUnit[];
  readonly refused: readonly { readonly path: string; readonly name: string; readonly refusal: Refusal }[];
  /** The first ones: a folder of rubbish is not told file by file. */
  readonly passedOver: readonly PassedOver[];
}

/** An entry with where its bytes are, and its path inside what was dropped or the zip. */
type Placed = FolderEntry & { readonly at: string; readonly inside: string };

/** More files than this in one drop are no batch of measurements but a disk. */
const MOST_FILES = 100_000;
const MOST_PASSED_OVER = 1000;
const MOST_NAMES = 20;
const DEEPEST = 80;

/**
 * Finds what there is to read under the paths that were dropped, zips opened, instruments' folders as one, in the order of their names. Reads folders and
 * never writes in them.
 */
export function survey(paths: readonly string[], openSource: OpenSource, stopped: () => boolean): Survey | 'stopped' {
  const units: FoundUnit[] = [];
  const refused: Survey['refused'][number][] = [];
  const passedOver: PassedOver[] = [];
  let files = 0;

  const pass = (path: string, reason: PassedOver['reason'], what = '') => {
    if (passedOver.length < MOST_PASSED_OVER) passedOver.push({ path, reason, what });
  };
  const refuse = (path: string, why: Refusal) => refused.push({ path, name: nameOf(path), refusal: why });
  const failed = (path: string, error: unknown) => {
    if (error instanceof Refused) refuse(path, error.refusal);
    else refuse(path, { code: 'not-readable', at: {}, params: { file: nameOf(path), code: errorCode(error) } });
  };

  /** Files below a place of the disk, by the path that people know them by. */
  function walk(file: string, path: string, depth: number, found: Placed[]): void {
    if (stopped()) return;
    try {
      // What was dropped may be a link; inside a folder links are not followed, since they may lead anywhere.
      const state = depth === 0 ? statSync(file) : lstatSync(file);
      if (state.isDirectory()) {
        if (depth >= DEEPEST) pass(path, 'too-deep');
        else for (const name of readdirSync(file).sort(byNumberAndName)) walk(join(file, name), `${path}/${name}`, depth + 1, found);
      } else if (!state.isFile()) pass(path, 'not-a-file');
      else if (files < MOST_FILES) found.push({ path, inside: path, at: file, size: state.size });
      else if (files === MOST_FILES) pass(path, 'too-many');
      files += 1;
    } catch (error) {
      failed(path, error);
    }
  }

  /** Takes the units of entries; a file that is read alone goes to `take`. */
  function divide(entries: readonly Placed[], zip: string | null, take: (file: FoundUnit) => void): void {
    const places = new Map(entries.map(({ path, at }) => [path, at]));
    for (const unit of findUnits(withoutSystemFiles(entries))) {
      if (stopped()) return;
      const { path, size } = unit;
      const found = { zip, name: nameOf(path), path, size };
      if (unit.kind === 'not-read') leave(unit);
      else if (unit.kind === 'file') take({ ...found, isFolder: false, members: [{ path: found.name, at: places.get(path) ?? '' }] });
      else {
        const members = membersOf(unit).map((member) => ({ path: member.slice(path.length + 1), at: places.get(member) ?? '' }));
        units.push({ ...found, isFolder: true, members });
        if (unit.unused.length > 0) pass(path, 'folder-part', namesIn(unit));
      }
    }
  }

  function leave({ path, reason, what }: NotReadUnit): void {
    if (reason === 'zip-entry') refuse(path, refusal('variant-unsupported', nameOf(path), {}, { variant: `zip entry (${what})` }));
    else pass(path, reason, what);
  }

  /** Files of the operating system are no part of an instrument's folder either. */
  function withoutSystemFiles(entries: readonly Placed[]): readonly Placed[] {
    return entries.filter(({ path, inside, fault }) => {
      const system = fault === undefined && isSystemFile(inside);
      if (system) pass(path, 'system-file');
      return !system;
    });
  }

  /** A file is read alone, unless it is a zip and no format's own. */
  function lookInto(file: FoundUnit): void {
    const at = file.members[0]?.at ?? '';
    try {
      const source = openSource(at, file.name);
      try {
        const mark = new Uint8Array(4);
        source.read(0, mark);
        if (mark.join() !== '80,75,3,4' || typeof recognise(source) === 'string') {
          units.push(file);
          return;
        }
        const entries = zipFolder(source).map((entry) => ({
          ...entry,
          path: `${file.path}/${entry.path}`,
          inside: entry.path,
          at: entry.path,
        }));
        files += entries.length;
        if (files > MOST_FILES) pass(file.path, 'too-many');
        else divide(entries, at, (entry) => units.push(entry));
      } finally {
        source.close();
      }
    } catch (error) {
      failed(file.path, error);
    }
  }

  for (const dropped of paths) {
    const found: Placed[] = [];
    walk(dropped, basename(dropped), 0, found);
    divide(found, null, lookInto);
  }
  return stopped() ? 'stopped' : { units, refused, passedOver };
}

function isSystemFile(path: string): boolean {
  const alone = path.startsWith('__MACOSX/') ? path : nameOf(path);
  return findUnits([{ path: alone, size: 0 }]).some((unit) => unit.kind === 'not-read' && unit.reason === 'system-file');
}

/** The main file, and the others by their paths: the order in which they are kept. */
function membersOf({ data, texts, unused }: InstrumentFolderUnit): readonly string[] {
  const [main, ...others] = data;
  return [...(main === undefined ? [] : [main]), ...[...others, ...texts, ...unused].sort()];
}

function namesIn({ path, unused }: InstrumentFolderUnit): string {
  const names = unused.slice(0, MOST_NAMES).map((name) => name.slice(path.length + 1));
  return names.join(', ') + (unused.length > MOST_NAMES ? `, … (${unused.length})` : '');
}

const nameOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);
const collator = new Intl.Collator('en', { numeric: true });
const byNumberAndName = (a: string, b: string) => collator.compare(a, b) || (a < b ? -1 : 1);
