import type { ByteSource } from '../../spectrum/byte-source';
import type { Conditions } from '../../spectrum/conditions';
import type { ReadEvent, Refusal } from '../../spectrum/reading';
import type { Run } from '../../spectrum/run';
import { BinaryFile, Refused } from '../binary/binary-file';
import { warningEvent } from '../codes';
import { type ReadOptions, readMeasurements } from '../read';
import { type AgilentTexts, readAgilentTexts } from './agilent-texts';
import type { InstrumentFolderUnit, ReadableUnit } from './units';

/** Longest text read beside a measurement, bytes. */
const TEXT_BYTES = 262_144;
/** Names of unused files listed in one warning. */
const NAMES = 20;
const windows1252 = new TextDecoder('windows-1252');

/** Opens an entry of the folder or zip for reading only; may throw `Refused` (a zip's entry that cannot be unpacked) or what the storage throws. */
export type OpenEntry = (path: string) => ByteSource;

/**
 * Reads one unit of a batch, as `readMeasurements` does a file. A folder's runs come with the conditions its texts state, where the run's own file has none.
 * Of several files in a folder one that is refused does not keep the others from being read; its refusal is then the last event.
 */
export function* readUnit(unit: ReadableUnit, open: OpenEntry, options: Pick<ReadOptions, 'inflate'> = {}): Generator<ReadEvent> {
  if (unit.kind === 'file') {
    const source = opened(open, unit.path);
    if ('code' in source) yield { type: 'refused', refusal: source };
    else yield* readMeasurements(source, options);
    return;
  }
  const { texts, warnings } = readTexts(unit, open);
  yield* warnings;
  const stated = readAgilentTexts(texts);
  let refused: Refusal | undefined;
  let before = 0;
  for (const path of unit.data) {
    const source = opened(open, path);
    if ('code' in source) {
      refused ??= source;
      continue;
    }
    for (const event of readMeasurements(source, options)) {
      if (event.type === 'refused') refused ??= event.refusal;
      else if (event.type === 'progress') yield { type: 'progress', bytes: before + event.bytes };
      else if (event.type === 'run') yield* completed(event.run, event.at, stated);
      else yield event;
    }
    before += source.size;
  }
  if (unit.unused.length > 0) yield warningEvent('part-unused', {}, { record: unit.path, part: listed(unit) });
  if (refused !== undefined) yield { type: 'refused', refusal: refused };
}

function opened(open: OpenEntry, path: string): ByteSource | Refusal {
  try {
    return open(path);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

function readTexts(
  unit: InstrumentFolderUnit,
  open: OpenEntry,
): { readonly texts: ReadonlyMap<string, string>; readonly warnings: readonly ReadEvent[] } {
  const texts = new Map<string, string>();
  const warnings: ReadEvent[] = [];
  for (const path of unit.texts) {
    const name = path.slice(unit.path.length + 1).toLowerCase();
    const source = opened(open, path);
    if ('code' in source || source.size > TEXT_BYTES) warnings.push(warningEvent('part-damaged', {}, { record: unit.path, part: name }));
    else texts.set(name, windows1252.decode(new BinaryFile(source).bytes(0, source.size, name)));
  }
  return { texts, warnings };
}

function* completed(run: Run, at: { readonly byte?: number }, stated: AgilentTexts): Generator<ReadEvent> {
  const record = run.conditions.sample ?? run.identity.name;
  const conditions: Conditions = { ...stated.conditions, ...run.conditions };
  const whole: { [K in 'method' | 'instrument']?: string } = {};
  for (const field of ['method', 'instrument', 'vial'] as const) {
    const inFile = run.conditions[field];
    const beside = stated.conditions[field];
    if (inFile === undefined || beside === undefined || inFile === beside) continue;
    // the header's fields are short: the text beside it has the same name in full
    if (field !== 'vial' && beside.toLowerCase().startsWith(inFile.toLowerCase())) whole[field] = beside;
    else yield warningEvent('value-differs', at, { record, field, stated: beside, found: inFile });
  }
  yield {
    type: 'run',
    at,
    run: { ...run, conditions: { ...conditions, ...whole }, otherFields: [...run.otherFields, ...stated.otherFields] },
  };
}

function listed({ path, unused }: InstrumentFolderUnit): string {
  const names = unused.slice(0, NAMES).map((name) => name.slice(path.length + 1));
  return names.join(', ') + (unused.length > NAMES ? `, … (${unused.length})` : '');
}
