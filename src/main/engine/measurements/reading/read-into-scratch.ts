import { foldedKey } from '../../../../core/names/folded-key';
import type { Conditions } from '../../../../core/spectrum/conditions';
import type { Technique } from '../../../../core/spectrum/curves';
import type { StatedIdentity, VerbatimField } from '../../../../core/spectrum/mass-spectrum';
import type { ReadEvent, ReadWarning, Refusal } from '../../../../core/spectrum/reading';
import { growingDoubles } from './growing';
import type { KeptItem } from './item-summary';
import type { ReadingSummary, RunTables } from './reading-model';
import { RunWriter } from './run-writer';
import type { ScratchWriter } from './scratch-file';

const KEPT_WARNINGS = 200;
/** A file with more names of fields than this is named by its first ones. */
const KEPT_FIELDS = 200;

export interface ReadingHooks {
  readonly stopped: () => boolean;
  readonly progress: (bytes: number) => void;
}

/** What the events of a file say, besides its bytes. */
export type EventsRead = Omit<ReadingSummary, 'format' | 'hashes'>;

/** Where everything of a reading went. */
export interface WrittenReading {
  readonly events: EventsRead;
  readonly items: Float64Array;
  readonly names: Uint8Array;
  readonly runs: readonly RunTables[];
}

/** Writes what a reader yields to a scratch file; a run's scans one by one, so that memory does not grow with them. @returns 'stopped' when told so */
export function readIntoScratch(events: Iterable<ReadEvent>, file: ScratchWriter, hooks: ReadingHooks): WrittenReading | 'stopped' {
  const items = growingDoubles();
  const names: string[] = [];
  const runs: RunTables[] = [];
  const techniques = new Set<Technique>();
  const fields = new Map<string, number>();
  const warnings: ReadWarning[] = [];
  let conditions: Conditions | undefined;
  let run: RunWriter | undefined;
  let title: string | undefined;
  let runType = '';
  let warningTotal = 0;
  let scans = 0;
  let refusal: Refusal | null = null;

  const endRun = () => {
    if (run === undefined) return;
    const tables = run.end();
    scans += tables.times.length;
    techniques.add(tables.times.length > 0 ? 'mass-spectrometry' : 'chromatography');
    runs.push(tables);
    run = undefined;
  };
  const keep = (item: KeptItem, identity: StatedIdentity, its: Conditions | undefined, others: readonly VerbatimField[]) => {
    endRun();
    file.align();
    for (const part of file.record(item)) items.push(part);
    names.push(foldedKey(identity.name).replaceAll('\n', ' '));
    title ??= identity.name;
    if (conditions === undefined && its !== undefined && Object.keys(its).length > 0) conditions = its;
    for (const { field, value } of others) {
      if (runType === '' && field === 'RunType') runType = value;
      if (fields.has(field) || fields.size < KEPT_FIELDS) fields.set(field, (fields.get(field) ?? 0) + 1);
    }
  };

  for (const event of events) {
    if (hooks.stopped()) return 'stopped';
    switch (event.type) {
      case 'spectrum': {
        const { spectrum } = event;
        techniques.add('mass-spectrometry');
        keep({ kind: 'spectrum', spectrum }, spectrum.identity, spectrum.conditions, spectrum.otherFields);
        break;
      }
      case 'curves': {
        const { curves } = event;
        techniques.add(curves.technique);
        keep({ kind: 'curves', curves }, curves.identity, curves.conditions, curves.otherFields);
        break;
      }
      case 'run':
        keep({ kind: 'run', run: event.run }, event.run.identity, event.run.conditions, event.run.otherFields);
        run = new RunWriter(event.run, items.length / 2 - 1, file);
        break;
      case 'scan':
        run?.scan(event.scan);
        break;
      case 'chromatogram':
        run?.chromatogram(event.trace);
        break;
      case 'warning':
        warningTotal++;
        if (warnings.length < KEPT_WARNINGS) warnings.push(event.warning);
        break;
      case 'progress':
        hooks.progress(event.bytes);
        break;
      case 'refused':
        refusal = event.refusal;
        break;
    }
  }
  endRun();
  return {
    events: {
      items: items.length / 2,
      scans,
      techniques: [...techniques],
      title: title ?? '',
      conditions: { ...conditions },
      runType,
      warnings,
      warningTotal,
      unusedFields: [...fields].map(([field, count]) => ({ field, count })).sort((a, b) => b.count - a.count),
      refusal,
    },
    items: items.end(),
    names: new TextEncoder().encode(names.join('\n')),
    runs,
  };
}
