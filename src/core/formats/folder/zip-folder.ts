import type { ByteSource } from '../../spectrum/byte-source';
import { limits } from '../limits';
import { listEntries } from '../zip/entries';
import { openEntry } from '../zip/inflate';
import type { OpenEntry } from './read-unit';
import type { FolderEntry } from './units';

/** A zip as a folder: its entries, and how to open one. */
export interface ZipFolder {
  readonly entries: readonly FolderEntry[];
  readonly open: OpenEntry;
}

/**
 * Looks into a zip as into a dropped folder; nothing is unpacked before it is opened, and nothing is written anywhere.
 * @throws Refused when the archive itself is damaged or of a kind that is not read; so does `open` for an entry
 */
export function zipFolder(source: ByteSource): ZipFolder {
  const entries = listEntries(source);
  const byName = new Map(entries.filter(({ fault }) => fault !== 'repeated-name').map((entry) => [entry.name, entry]));
  let last: ByteSource | undefined;
  return {
    entries: entries.map(({ name, size, fault }) => ({ path: name, size, ...(fault === undefined ? {} : { fault }) })),
    open: (path) => {
      // what was just recognised is read next: one unpacked entry is kept, and let go before another
      if (last?.name === path) return last;
      last = undefined;
      const entry = byName.get(path);
      if (entry === undefined) throw new RangeError(`No entry ${path}`);
      last = openEntry(source, entry, limits.entryBytes);
      return last;
    },
  };
}
