import type { ByteSource } from '../../spectrum/byte-source';
import type { Trace } from '../../spectrum/curves';
import type { ReadEvent } from '../../spectrum/reading';
import { type BinaryFile, readBinary } from '../binary/binary-file';
import { ConditionDraft } from '../binary/condition-draft';
import { techniqueOfRange } from '../binary/optical-range';
import { Pace } from '../binary/pace';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { dateOf, historyOf, sortParameters } from './conditions';
import { lineage, type OpusBlock, pairing, readDirectory } from './directory';
import { rank } from './kinds';
import { type OpusParameter, readParameters, textOf } from './parameters';
import { readTrace } from './trace';

/** Reads a Bruker OPUS file: one record with every data block of the file as a trace; see FORMAT.md. */
export function readOpus(source: ByteSource): Generator<ReadEvent> {
  return readBinary(source, read);
}

interface Sorted {
  /** Status parameters of the data blocks, by what pairs them. */
  readonly status: Map<number, readonly OpusParameter[]>;
  /** Parameters taken, so that what several blocks repeat is kept once. */
  readonly seen: Set<string>;
}

const EXTENSIONS: Readonly<Record<number, string>> = { 3: 'molecular structure', 4: 'macro', 6: 'report' };

function* read(file: BinaryFile, log: ReadLog): Generator<number> {
  const blocks = [...readDirectory(file)].sort((a, b) => Number(a.original) - Number(b.original));
  const draft = new ConditionDraft();
  checkAmount(file, blocks);
  const sorted = { status: new Map<number, readonly OpusParameter[]>(), seen: new Set<string>() };
  const pace = new Pace();
  for (const block of blocks) {
    sortBlock(file, block, sorted, draft, log);
    if (pace.due(block.at)) yield block.at;
  }
  const { status } = sorted;
  const record = draft.conditions.sample?.slice(0, 80) || file.name;
  const data = blocks.filter(isData).sort((a, b) => rank(a) - rank(b));
  checkPoints(file, data);
  const traces: { readonly block: OpusBlock; readonly trace: Trace }[] = [];
  const changed = new Set(data.filter(({ original }) => !original).map(lineage));
  for (const block of data) {
    const suffix = block.original && changed.has(lineage(block)) ? ', before manipulation' : '';
    const trace = yield* readTrace(file, block, status.get(pairing(block)), suffix, record, log);
    if (trace !== undefined) traces.push({ block, trace });
    yield block.at;
  }
  const [shown] = traces;
  if (shown === undefined) {
    if (blocks.some(({ extension, data: points }) => extension === 2 && points !== 0))
      file.refuse('variant-unsupported', 0, { variant: 'OPUS series of spectra' });
    if (data.length > 0) file.refuse('file-truncated', file.size, { part: 'data blocks' });
    return;
  }
  putDate(status.get(pairing(shown.block)) ?? [], draft, record, log);
  if (draft.dropped > 0) log.warn('part-unused', { byte: 0 }, { record, part: `parameters: ${draft.dropped}` });
  const { x } = shown.trace;
  const ends = x.kind === 'regular' ? ([x.first, x.last] as const) : ([0, 0] as const);
  log.curves(
    {
      technique: techniqueOfRange(x.axis, ends[0], ends[1]),
      identity: { name: draft.conditions.sample ?? '', synonyms: [] },
      conditions: draft.conditions,
      traces: traces.map(({ trace }) => trace),
      otherFields: draft.otherFields,
    },
    { byte: 0 },
  );
}

function isData({ parameters, data, extension }: OpusBlock): boolean {
  return parameters === 0 && extension === 0 && data !== 0 && data !== 13;
}

/** Sorts a block that holds no points. */
function sortBlock(file: BinaryFile, block: OpusBlock, { status, seen }: Sorted, draft: ConditionDraft, log: ReadLog): void {
  const at = { byte: Math.min(block.at, file.size) };
  if (block.parameters !== 0 || block.extension === 1) {
    const { parameters, whole } = readParameters(file, block);
    if (!whole && block.parameters !== 0) log.warn('part-damaged', at, { record: file.name, part: `parameter block ${block.parameters}` });
    if (!whole && block.parameters === 0) log.warn('part-unused', at, { record: file.name, part: 'compound information' });
    if (block.parameters === 1 && !status.has(pairing(block))) status.set(pairing(block), parameters);
    if (block.parameters !== 1) sortParameters(block, parameters, draft, seen);
  } else if (block.extension === 5 && block.data === 0) draft.keep('history', historyOf(file, block));
  else if (block.extension !== 0) {
    log.warn('part-unused', at, { record: file.name, part: EXTENSIONS[block.extension] ?? `block of type ${block.code}` });
  }
}

/** The blocks of a whole file lie side by side; a directory that names the same bytes again and again is refused before anything is read. */
function checkAmount(file: BinaryFile, blocks: readonly OpusBlock[]): void {
  const bytes = blocks.reduce((sum, { at, length }) => sum + (file.holds(at, length) ? length : 0), 0);
  if (bytes > file.size) file.refuse('structure-damaged', 12, { part: 'directory' });
}

function checkPoints(file: BinaryFile, data: readonly OpusBlock[]): void {
  const bytes = data.reduce((sum, { at, length }) => sum + (file.holds(at, length) ? length : 0), 0);
  if (bytes > 4 * limits.pointsPerTrace) file.refuse('too-many-points', 12, { limit: limits.pointsPerTrace });
}

function putDate(parameters: readonly OpusParameter[], draft: ConditionDraft, record: string, log: ReadLog): void {
  const [date, time] = [textOf(parameters, 'DAT'), textOf(parameters, 'TIM')];
  if (date === '' && time === '') return;
  const iso = dateOf(date, time);
  if (iso === undefined) log.warn('value-unreadable', {}, { record, field: 'DAT, TIM', text: `${date} ${time}`.slice(0, 60) });
  draft.put('measuredAt', 'DAT, TIM', iso ?? `${date} ${time}`.trim());
}
