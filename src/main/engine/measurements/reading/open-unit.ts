import { type OpenEntry, readUnit } from '../../../../core/formats/folder/read-unit';
import { findUnits, type InstrumentFolderUnit } from '../../../../core/formats/folder/units';
import { readMeasurements } from '../../../../core/formats/read';
import { recognise } from '../../../../core/formats/recognise';
import type { FileFormat, ReadEvent } from '../../../../core/spectrum/reading';
import { inflateByZlib } from '../../inflate-by-zlib';
import { hashedSource } from './hashed-source';
import type { OpenSource } from './open-source';
import type { ReadingSource } from './reading-messages';

/** SHA-256 and length of a file that was read, by its path in its folder. */
export interface HashedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/** What is read as one: a file, or the main file of an instrument's folder with its companions. */
export interface OpenUnit {
  /** Undefined when it is of none that is known: the events then say why. */
  readonly format: FileFormat | undefined;
  readonly events: Iterable<ReadEvent>;
  /** Hashes of every file to its end, after the events; the main file first. */
  hashes(stopped: () => boolean): readonly HashedFile[] | 'stopped';
  close(): void;
}

/** Opens a unit from wherever its files lie at the moment: an instrument's folder is told from the names of its files alone. */
export function openUnit({ file, name, layout, folder }: ReadingSource, openSource: OpenSource): OpenUnit {
  const inside = folder === null ? [name] : [folder.main, ...folder.companions.map(({ path }) => path)];
  const places = [file, ...(folder?.companions ?? []).map((companion) => companion.file)];
  const opened = new Map<number, { readonly file: ReturnType<OpenSource>; readonly hashed: ReturnType<typeof hashedSource> }>();

  function openAt(place: number) {
    const held = opened.get(place);
    if (held !== undefined) return held;
    const disk = openSource(places[place] ?? '', inside[place] ?? '');
    const made = { file: disk, hashed: hashedSource(disk) };
    opened.set(place, made);
    return made;
  }

  const unit = folder === null ? null : folderUnit(name, inside);
  const open: OpenEntry = (path) => openAt(inside.indexOf(path.slice(name.length + 1))).hashed.source;
  const main = openAt(0).hashed.source;
  return {
    format: layout === null ? firstFormat(unit === null ? [main] : unit.data.map(open)) : 'delimited-text',
    events:
      unit === null
        ? readMeasurements(main, layout === null ? { inflate: inflateByZlib } : { format: 'delimited-text', layout })
        : readUnit(unit, open, { inflate: inflateByZlib }),
    hashes: (stopped) => {
      const found: HashedFile[] = [];
      for (const [place, path] of inside.entries()) {
        const { file: disk, hashed } = openAt(place);
        found.push({ path, sha256: hashed.end(stopped), size: disk.size });
        disk.close();
        opened.delete(place);
        if (stopped()) return 'stopped';
      }
      return found;
    },
    close: () => {
      for (const { file: disk } of opened.values()) disk.close();
    },
  };
}

function folderUnit(name: string, inside: readonly string[]): InstrumentFolderUnit {
  const [unit] = findUnits(inside.map((path) => ({ path: `${name}/${path}`, size: 0 })));
  if (unit?.kind !== 'instrument-folder') throw new Error(`${name} is no instrument's folder`);
  return unit;
}

function firstFormat(sources: readonly ReturnType<OpenEntry>[]): FileFormat | undefined {
  return sources.map(recognise).find((format) => typeof format === 'string');
}
