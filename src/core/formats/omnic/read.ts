import type { ByteSource } from '../../spectrum/byte-source';
import type { Curves, Trace } from '../../spectrum/curves';
import type { ReadEvent } from '../../spectrum/reading';
import { type BinaryFile, readBinary } from '../binary/binary-file';
import { ConditionDraft } from '../binary/condition-draft';
import { techniqueOfRange } from '../binary/optical-range';
import { Pace } from '../binary/pace';
import { markGaps, readPoints } from '../binary/points';
import { fixedText } from '../binary/text';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { SCAN_X, SCAN_Y, xAxis, yAxis } from './axes';
import { sortExtra, sortHeader, sortText, timeOf, titleOf } from './conditions';
import { bySpectrum, KEY, type OmnicBlock, readDirectory } from './directory';
import { readSpectrumHeader, type SpectrumHeader } from './header';

/** Reads a Thermo OMNIC spectrum (.spa) or group (.spg), one record for each spectrum; see FORMAT.md. */
export function readOmnic(source: ByteSource): Generator<ReadEvent> {
  return readBinary(source, read);
}

const NAME_AT = 30;
const NAME_LENGTH = 256;
const TIME_AT = 296;

function* read(file: BinaryFile, log: ReadLog): Generator<number> {
  const head = file.view(0, 304, 'header');
  const bytes = new Uint8Array(head.buffer);
  if (bytes[9] !== 0x44) file.refuse('variant-unsupported', 0, { variant: 'OMNIC series (.srs)' });
  const name = fixedText(bytes, NAME_AT, NAME_LENGTH);
  const blocks = readDirectory(file);
  checkAmount(file, blocks);
  const spectra = bySpectrum(blocks);
  const pace = new Pace();
  for (const [i, spectrum] of spectra.entries()) {
    const record = new OmnicRecord(file, spectrum, log, name || file.name, i);
    const curves = yield* record.read({ title: name, seconds: head.getUint32(TIME_AT, true) }, spectra.length > 1 ? name : '');
    if (curves !== undefined) log.curves(curves, { byte: record.at });
    if (pace.due(record.at)) yield record.at;
  }
  if (log.records === 0 && spectra.length > 0) file.refuse('file-truncated', file.size, { part: 'spectra' });
}

/** The blocks of a whole file lie side by side; a directory that names the same bytes again and again is refused before anything is read. */
function checkAmount(file: BinaryFile, blocks: readonly OmnicBlock[]): void {
  const bytes = blocks.reduce((sum, { at, length }) => sum + (file.holds(at, length) ? length : 0), 0);
  if (bytes > file.size) file.refuse('structure-damaged', 304, { part: 'directory' });
}

class OmnicRecord {
  readonly #file: BinaryFile;
  readonly #blocks: readonly OmnicBlock[];
  readonly #log: ReadLog;
  readonly #number: number;
  readonly #draft = new ConditionDraft();
  #record: string;
  readonly at: number;

  constructor(file: BinaryFile, blocks: readonly OmnicBlock[], log: ReadLog, record: string, index: number) {
    this.#file = file;
    this.#blocks = blocks;
    this.#log = log;
    this.#record = record;
    this.#number = index + 1;
    this.at = Math.min(blocks[0]?.at ?? 0, file.size);
  }

  /** The spectrum, or undefined (with warnings) when its header or values are damaged. `named` is what the file as a whole says. */
  *read(named: { readonly title: string; readonly seconds: number }, group: string): Generator<number, Curves | undefined> {
    const { title, seconds } = this.#named() ?? named;
    if (title !== '') this.#record = title.slice(0, 80);
    const header = this.#header();
    if (header === undefined) return undefined;
    const spectrum = yield* this.#spectrum(header);
    if (spectrum === undefined) return undefined;
    this.#putTime(seconds);
    sortHeader(header, this.#draft);
    yield* this.#sortTexts();
    if (group !== '') this.#draft.keep('group', group);
    const { first, last } = header;
    return {
      technique: techniqueOfRange(spectrum.x.axis, first, last),
      identity: { name: title, synonyms: [] },
      conditions: this.#draft.conditions,
      traces: [
        spectrum,
        ...(yield* this.#scan(KEY.sampleScan, 'Sample interferogram')),
        ...(yield* this.#scan(KEY.backgroundScan, 'Background interferogram')),
      ],
      ...(group === '' ? {} : { accession: String(this.#number) }),
      otherFields: this.#draft.otherFields,
    };
  }

  #damaged(block: OmnicBlock | undefined, part: string): undefined {
    this.#log.warn('part-damaged', { byte: Math.min(block?.at ?? 0, this.#file.size) }, { record: this.#record, part });
  }

  #block(key: number): OmnicBlock | undefined {
    return this.#blocks.find((block) => block.key === key);
  }

  #holds(block: OmnicBlock, length: number): boolean {
    return block.length >= length && this.#file.holds(block.at, length);
  }

  #named(): { readonly title: string; readonly seconds: number } | undefined {
    const block = this.#block(KEY.title);
    if (block === undefined) return undefined;
    return this.#holds(block, 260) ? titleOf(this.#file, block) : this.#damaged(block, 'title');
  }

  #header(): SpectrumHeader | undefined {
    const block = this.#block(KEY.header);
    if (block === undefined || !this.#holds(block, 84)) return this.#damaged(block, 'spectrum header');
    const header = readSpectrumHeader(this.#file, block);
    return Number.isFinite(header.first) && Number.isFinite(header.last) ? header : this.#damaged(block, 'spectrum header');
  }

  *#spectrum(header: SpectrumHeader): Generator<number, Trace | undefined> {
    const block = this.#block(KEY.values);
    const { points } = header;
    if (points > limits.pointsPerTrace) this.#file.refuse('too-many-points', this.at, { limit: limits.pointsPerTrace });
    if (block === undefined || points < 1 || !this.#holds(block, 4 * points)) return this.#damaged(block, 'spectrum');
    const at = { byte: block.at };
    if (Math.floor(block.length / 4) !== points) {
      this.#log.warn('value-differs', at, {
        record: this.#record,
        field: 'number of points',
        stated: points,
        found: Math.floor(block.length / 4),
      });
    }
    const values = yield* readPoints(this.#file, block.at, points, 'float32', 'spectrum');
    markGaps(values, this.#record, at, this.#log);
    const [x, y] = [xAxis(header.xCode), yAxis(header.yCode)];
    for (const { unit, written } of [x, y])
      if (unit === 'unknown') this.#log.warn('unit-unknown', { byte: this.at }, { record: this.#record, text: written });
    return {
      label: y.written,
      role: y.quantity === 'interferogram' ? 'interferogram' : 'measured',
      form: 'line',
      x: { kind: 'regular', axis: x, first: header.first, last: header.last, count: points },
      y: { axis: y, values },
    };
  }

  /** The interferogram of a key, when the file has one. */
  *#scan(key: number, label: string): Generator<number, readonly Trace[]> {
    const block = this.#block(key);
    if (block === undefined) return [];
    const count = Math.floor(block.length / 4);
    if (count < 1 || count > limits.pointsPerTrace || !this.#holds(block, 4 * count)) {
      this.#damaged(block, label);
      return [];
    }
    const values = yield* readPoints(this.#file, block.at, count, 'float32', label);
    markGaps(values, this.#record, { byte: block.at }, this.#log);
    const x = { kind: 'regular', axis: SCAN_X, first: 0, last: count - 1, count } as const;
    return [{ label, role: 'interferogram', form: 'line', x, y: { axis: SCAN_Y, values } }];
  }

  #putTime(seconds: number): void {
    if (seconds === 0) return;
    const time = timeOf(seconds);
    if (time === undefined)
      this.#log.warn('value-unreadable', { byte: TIME_AT }, { record: this.#record, field: 'time', text: String(seconds) });
    this.#draft.put(time === undefined ? undefined : 'measuredAt', 'time', time ?? String(seconds));
  }

  *#sortTexts(): Generator<number> {
    const pace = new Pace();
    for (const block of this.#blocks) {
      const isText = block.key === KEY.comment || block.key === KEY.history;
      if (!isText && block.key !== KEY.extra) continue;
      if (!this.#holds(block, block.length)) this.#damaged(block, isText ? 'text' : 'experiment');
      else if (isText) sortText(this.#file, block, this.#draft);
      else sortExtra(this.#file, block, this.#draft);
      if (pace.due(block.at)) yield block.at;
    }
  }
}
