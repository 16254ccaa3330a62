import type { Abscissa } from '../../spectrum/axis';
import type { ByteSource } from '../../spectrum/byte-source';
import type { Curves } from '../../spectrum/curves';
import type { ReadEvent } from '../../spectrum/reading';
import { type BinaryFile, readBinary } from '../binary/binary-file';
import { techniqueOfRange } from '../binary/optical-range';
import { Pace } from '../binary/pace';
import { allFinite, markGaps, readPoints } from '../binary/points';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { xAxis, yAxis } from './axes';
import { readBlocks, type WdfBlock } from './blocks';
import { readConditions } from './conditions';
import { readHeader, timeOf, type WdfHeader } from './header';
import { type Origin, OriginValues, readOrigins } from './origins';

/** Reads a Renishaw WiRE file: one record for each spectrum, whether single, of a series or of a map; see FORMAT.md. */
export function readWdf(source: ByteSource): Generator<ReadEvent> {
  return readBinary(source, read);
}

/** Spectra whose places are taken from the file at once. */
const AT_ONCE = 256;

function* read(file: BinaryFile, log: ReadLog): Generator<number> {
  const header = readHeader(file);
  const record = header.title.slice(0, 80) || file.name;
  const { blocks, whole } = readBlocks(file);
  if (!whole) log.warn('part-damaged', { byte: file.size }, { record, part: `block ${blocks.at(-1)?.name ?? ''}` });
  const data = blocks.find(({ name }) => name === 'DATA') ?? file.refuse('file-truncated', file.size, { part: 'spectra' });
  const x = yield* readX(file, header, blocks);
  const count = spectraWithin(file, header, data, record, log);
  const origins = readPlaces(file, header, blocks, record, log);
  const draft = readConditions(file, header, blocks, record, log);
  const common = {
    technique: header.laser > 0 && x.axis.quantity === 'raman-shift' ? 'raman' : techniqueOfRange(x.axis, endOf(x, 0), endOf(x, -1)),
    identity: { name: header.title, synonyms: [] },
    otherFields: draft.otherFields,
  } as const;
  const y = yAxis(header.unit);
  const pace = new Pace();
  for (let first = 0; first < count; first += AT_ONCE) {
    const places = new OriginValues(file, origins, first, Math.min(AT_ONCE, count - first));
    for (let i = first; i < Math.min(first + AT_ONCE, count); i++) {
      const at = data.at + 4 * header.points * i;
      const values = yield* readPoints(file, at, header.points, 'float32', `spectrum ${i + 1}`);
      markGaps(values, `${record} ${i + 1}`, { byte: at }, log);
      const time = timeOf(places.time(i) ?? header.started);
      const curves: Curves = {
        ...common,
        conditions: { ...draft.conditions, ...(time === undefined ? {} : { measuredAt: time }) },
        traces: [{ label: '', role: 'measured', form: 'line', x, y: { axis: y, values } }],
        ...(count > 1 ? { position: places.position(i), accession: String(i + 1) } : {}),
      };
      log.curves(curves, { byte: at });
      if (pace.due(at)) yield at;
    }
  }
}

const endOf = (x: Abscissa, at: number): number => (x.kind === 'explicit' ? (x.values.at(at) ?? Number.NaN) : Number.NaN);

/** The places of all spectra: the block XLST has its kind, its unit and a float for each point. */
function* readX(file: BinaryFile, header: WdfHeader, blocks: readonly WdfBlock[]): Generator<number, Abscissa> {
  const block = blocks.find(({ name }) => name === 'XLST') ?? file.refuse('file-truncated', file.size, { part: 'x values' });
  if (header.yCount > 1) file.refuse('variant-unsupported', 84, { variant: 'WDF image' });
  if (header.points < 1 || header.xCount !== header.points) file.refuse('structure-damaged', 60, { part: 'number of points' });
  if (header.points > limits.pointsPerTrace) file.refuse('too-many-points', 60, { limit: limits.pointsPerTrace });
  if (block.length < 8 + 4 * header.points)
    file.refuse('file-truncated', Math.min(file.size, block.at + block.length), { part: 'x values' });
  const unit = file.view(block.at, 8, 'x values').getUint32(4, true);
  const values = yield* readPoints(file, block.at + 8, header.points, 'float32', 'x values');
  if (!allFinite(values)) file.refuse('structure-damaged', block.at, { part: 'x values' });
  return { kind: 'explicit', axis: xAxis(unit), values };
}

/** How many spectra were measured and lie whole in the file. */
function spectraWithin(file: BinaryFile, header: WdfHeader, data: WdfBlock, record: string, log: ReadLog): number {
  const room = Math.floor(data.length / (4 * header.points));
  const measured = Math.min(header.spectra, header.collected === 0 ? header.spectra : header.collected);
  if (header.collected < header.spectra) {
    log.warn('value-differs', { byte: 64 }, { record, field: 'number of spectra', stated: header.spectra, found: header.collected });
  }
  if (measured > room) {
    log.warn('part-damaged', { byte: Math.min(file.size, data.at + data.length) }, { record, part: `spectra ${room + 1} to ${measured}` });
  }
  return Math.min(measured, room);
}

function readPlaces(file: BinaryFile, header: WdfHeader, blocks: readonly WdfBlock[], record: string, log: ReadLog): readonly Origin[] {
  const block = blocks.find(({ name }) => name === 'ORGN');
  if (block === undefined) return [];
  const origins = readOrigins(file, block, header.spectra);
  if (origins === undefined) log.warn('part-damaged', { byte: block.at }, { record, part: 'origins' });
  return origins ?? [];
}
