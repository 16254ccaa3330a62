import { writeFileSync } from 'node:fs';
import { Refused } from '../../../../core/formats/binary/binary-file';
import { limits } from '../../../../core/formats/limits';
import { listEntries, type ZipEntry } from '../../../../core/formats/zip/entries';
import { inflateSteps } from '../../../../core/formats/zip/inflate';
import type { Trace } from '../../../../core/spectrum/curves';
import type { Refusal } from '../../../../core/spectrum/reading';
import { columnsOf } from './columns-of';
import { itemSummary, type KeptItem } from './item-summary';
import type { OpenSource } from './open-source';
import { packRecord, unpackRecord } from './packed-record';
import type { ReadingHooks } from './read-into-scratch';
import type { KeptReading, ReadingQuestion, ReadingQuestions, ReadingRequest, WholeItem } from './reading-messages';
import type { RunTables } from './reading-model';
import { createReadings, type Readings } from './readings';
import { takeRunApart } from './run-components';
import { averageChosen, extractIons, readScan } from './run-scans';
import type { ScratchFile } from './scratch-file';
import { survey } from './survey';

type Answer = ReadingQuestions[ReadingQuestion]['answer'] | 'stopped';

/** Answers what the engine asks of a reading thread; every answer is made anew, so that its arrays can be handed over. */
export function createReadingDesk(openSource: OpenSource): (request: ReadingRequest, hooks: ReadingHooks) => Answer {
  let readings: Readings | undefined;
  let zip: { readonly path: string; readonly source: ReturnType<OpenSource>; readonly entries: ReadonlyMap<string, ZipEntry> } | undefined;

  function ready(): Readings {
    if (readings === undefined) throw new Error('the reading thread was not opened');
    return readings;
  }

  /** What is asked of a run that the reading holds at a place; null where there is none. */
  function ofRun<T>(
    { reading, index }: { readonly reading: KeptReading; readonly index: number },
    hooks: ReadingHooks,
    ask: (file: ScratchFile, run: RunTables) => T,
  ): T | 'stopped' | null {
    const file = ready().of(reading, hooks);
    if (file === 'stopped') return file;
    const run = file.index.runs.find(({ item }) => item === index);
    return run === undefined ? null : ask(file, run);
  }

  function unpack({ zip: path, entry: name, to }: ReadingQuestions['unpack']['request'], hooks: ReadingHooks): Refusal | 'stopped' | null {
    if (zip?.path !== path) {
      zip?.source.close();
      zip = undefined;
      const source = openSource(path, path);
      zip = { path, source, entries: firstByName(listEntries(source)) };
    }
    const entry = zip.entries.get(name);
    if (entry === undefined) throw new Error(`the zip no longer holds ${name}`);
    try {
      const steps = inflateSteps(zip.source, entry, limits.entryBytes);
      for (let step = steps.next(); ; step = steps.next()) {
        if (hooks.stopped()) return 'stopped';
        if (step.done === true) {
          writeFileSync(to, step.value, { flag: 'wx' });
          return null;
        }
        // Nothing of it is read yet: this says that the work goes on.
        hooks.progress(0);
      }
    } catch (error) {
      if (error instanceof Refused) return error.refusal;
      throw error;
    }
  }

  return (asked, hooks) => {
    // The pair of a kind and its request is one of ReadingQuestions; the compiler cannot see it through a union.
    const { kind, request } = asked as { [Kind in ReadingQuestion]: ReadingRequest<Kind> }[ReadingQuestion];
    switch (kind) {
      case 'open':
        readings = createReadings(request.scratchFolder, request.version, openSource);
        return null;
      case 'survey':
        return survey(request.paths, openSource, hooks.stopped);
      case 'unpack':
        return unpack(request, hooks);
      case 'read':
        return ready().read(request.source, hooks);
      case 'items': {
        const file = ready().of(request.reading, hooks);
        return file === 'stopped' ? file : listed(file, request);
      }
      case 'item': {
        const file = ready().of(request.reading, hooks);
        return file === 'stopped' ? file : wholeItem(file, request.index);
      }
      case 'scan':
        return ofRun(request, hooks, (file, run) => readScan(file, run, request.scan) ?? null);
      case 'averaged':
        return ofRun(request, hooks, (file, run) => averageChosen(file, run, request.averaging, hooks.stopped));
      case 'extracted':
        return ofRun(request, hooks, (file, run) => {
          const intensities = extractIons(file, run, request.windows, request.msLevel, hooks.stopped);
          return intensities === 'stopped' ? intensities : { times: run.times.slice(), intensities };
        });
      case 'components':
        return ofRun(request, hooks, (file, run) => {
          const item = itemAt(file, request.index);
          return item?.kind === 'run' ? takeRunApart(file, run, item.run.timeAxis.unit, request.how, hooks) : null;
        });
      case 'columns':
        return columnsOf(openSource, request.reading);
    }
  };
}

function itemAt(file: ScratchFile, index: number): KeptItem | null {
  const [begin, length] = [file.index.items[2 * index], file.index.items[2 * index + 1]];
  return begin === undefined || length === undefined ? null : (file.record(begin, length) as KeptItem);
}

function listed(file: ScratchFile, { offset, limit, folded }: ReadingQuestions['items']['request']): ReadingQuestions['items']['answer'] {
  const places = folded === '' ? null : placesNamed(file.index.names, folded);
  const total = places?.length ?? file.index.items.length / 2;
  const shown = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) => places?.[offset + i] ?? offset + i);
  const items = shown.flatMap((index) => {
    const item = itemAt(file, index);
    return item === null ? [] : [itemSummary(index, item, runOf(file, index))];
  });
  return { items, total };
}

function placesNamed(names: Uint8Array, folded: string): readonly number[] {
  const lines = Buffer.from(names.buffer, names.byteOffset, names.length).toString('utf8').split('\n');
  return lines.flatMap((name, index) => (name.includes(folded) ? [index] : []));
}

function wholeItem(file: ScratchFile, index: number): WholeItem | null {
  const item = itemAt(file, index);
  if (item === null) return null;
  const run = runOf(file, index);
  return { item, run: run === undefined ? null : { tables: copied(run), chromatograms: chromatogramsOf(file, run) } };
}

const runOf = (file: ScratchFile, index: number) => file.index.runs.find(({ item }) => item === index);

function chromatogramsOf(file: ScratchFile, { chromatograms }: RunTables): readonly Trace[] {
  return Array.from(
    { length: chromatograms.length / 2 },
    (_, i) => file.record(chromatograms[2 * i] ?? 0, chromatograms[2 * i + 1] ?? 0) as Trace,
  );
}

/** Tables of the index stay in this thread: what is handed over is a copy. */
const copied = (run: RunTables): RunTables => unpackRecord(packRecord(run)) as RunTables;

/** Of entries that share a name the first is meant; the others are refused by name when the zip is surveyed. */
function firstByName(entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  return new Map(entries.toReversed().map((entry) => [entry.name, entry]));
}
