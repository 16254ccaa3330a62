import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenSource } from './open-source';
import { openUnit } from './open-unit';
import { type ReadingHooks, readIntoScratch } from './read-into-scratch';
import type { KeptReading, ReadingSource } from './reading-messages';
import type { ReadingSummary } from './reading-model';
import { ScratchFile, ScratchWriter } from './scratch-file';

/** Scratch files of one laboratory together; the least recently used go first. A run of 2 GB of mzML takes up to 6. */
const MOST_BYTES = 16 * 2 ** 30;
/** Indexes held in memory, bytes on the disk. */
const MOST_INDEX_BYTES = 96 * 2 ** 20;
const MOST_OPEN = 64;

/** Files as they were read: scratch files on the disk, the indexes of those in use in memory. */
export interface Readings {
  /** Reads a file to its end. @returns 'stopped' when told so: nothing is left then */
  read(source: ReadingSource, hooks: ReadingHooks): ReadingSummary | 'stopped';
  /** The reading of a kept file; made again when its scratch file is gone. */
  of(reading: KeptReading, hooks: ReadingHooks): ScratchFile | 'stopped';
}

export function createReadings(folder: string, version: string, openSource: OpenSource): Readings {
  mkdirSync(folder, { recursive: true });
  const open = new Map<string, ScratchFile>();

  const keyOf = (hashes: readonly string[], { layout, folder, name }: ReadingSource) => {
    const inside = folder === null ? null : [name, folder.main, ...folder.companions.map(({ path }) => path)];
    return createHash('sha256')
      .update(JSON.stringify([hashes, version, layout, inside]))
      .digest('hex')
      .slice(0, 40);
  };
  const pathOf = (key: string) => join(folder, `${key}.reading`);

  function read(source: ReadingSource, hooks: ReadingHooks): { readonly key: string; readonly summary: ReadingSummary } | 'stopped' {
    const unit = openUnit(source, openSource);
    const unfinished = join(folder, `${randomUUID()}.new`);
    let writer: ScratchWriter | undefined;
    try {
      writer = new ScratchWriter(unfinished);
      const written = readIntoScratch(unit.events, writer, hooks);
      if (written === 'stopped') return written;
      const nothing = written.events.items === 0 || unit.format === undefined;
      const hashed = nothing ? [] : unit.hashes(hooks.stopped);
      if (hashed === 'stopped') return hashed;
      const hashes = hashed.map(({ sha256 }) => sha256);
      const summary: ReadingSummary = { format: unit.format ?? null, hashes, ...written.events };
      const key = keyOf(hashes, source);
      if (!nothing) {
        writer.align();
        writer.end({ summary, items: written.items, names: written.names, runs: written.runs });
        writer = undefined;
        makeRoom(folder);
        // The other thread may have read the same bytes meanwhile; a file in use is not replaced on every system.
        if (!existsSync(pathOf(key))) renameSync(unfinished, pathOf(key));
      }
      return { key, summary };
    } finally {
      writer?.close();
      unit.close();
      rmSync(unfinished, { force: true });
    }
  }

  function remember(key: string, scratch: ScratchFile): ScratchFile {
    open.delete(key);
    open.set(key, scratch);
    let weight = [...open.values()].reduce((sum, each) => sum + each.weight, 0);
    for (const [oldest, held] of open) {
      if (oldest === key || (weight <= MOST_INDEX_BYTES && open.size <= MOST_OPEN)) break;
      weight -= held.weight;
      held.close();
      open.delete(oldest);
    }
    return scratch;
  }

  return {
    read: (source, hooks) => {
      const done = read(source, hooks);
      return done === 'stopped' ? done : done.summary;
    },
    of: (reading, hooks) => {
      const key = keyOf(reading.hashes, reading);
      const held = open.get(key);
      if (held !== undefined) return remember(key, held);
      const path = pathOf(key);
      if (!existsSync(path)) {
        const made = read(reading, hooks);
        if (made === 'stopped') return made;
        if (made.key !== key || made.summary.items === 0) throw new Error(`${reading.name} is not read as it was`);
      }
      // Says that it is in use, to who makes room.
      utimesSync(path, new Date(), new Date());
      return remember(key, new ScratchFile(path));
    },
  };
}

function makeRoom(folder: string): void {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.reading'))
    .map((name) => ({ path: join(folder, name), ...sizeAndUse(join(folder, name)) }))
    .sort((a, b) => a.used - b.used);
  let bytes = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files) {
    if (bytes <= MOST_BYTES) return;
    rmSync(path, { force: true });
    bytes -= size;
  }
}

function sizeAndUse(path: string): { readonly size: number; readonly used: number } {
  const { size, mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { size: 0, mtimeMs: 0 };
  return { size, used: mtimeMs };
}
