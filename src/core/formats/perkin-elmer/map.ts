import type { BinaryFile } from '../binary/binary-file';
import { ConditionDraft } from '../binary/condition-draft';
import { techniqueOfRange } from '../binary/optical-range';
import { Pace } from '../binary/pace';
import { markGaps, readPoints } from '../binary/points';
import { fixedText } from '../binary/text';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { xAxis, yAxis } from './axes';
import { sortMember } from './conditions';
import { MemberWalk } from './members';

const START = 44;
const HEADING = 6;
const LONGEST_LAYOUT = 65_536;
const BLOCK = { layout: 5100, history: 5104, pixel: 5105 } as const;

/** How the pixels of a map lie: x and y of the first, steps, numbers, and the places of every spectrum. */
interface MapLayout {
  readonly name: string;
  readonly step: readonly [x: number, y: number];
  readonly origin: readonly [x: number, y: number];
  readonly columns: number;
  readonly rows: number;
  readonly first: number;
  readonly last: number;
  readonly points: number;
  readonly labels: readonly string[];
}

/** Reads a map of a Spotlight microscope (.fsm), one record for each pixel. */
export function* readMap(file: BinaryFile, log: ReadLog): Generator<number> {
  const draft = new ConditionDraft();
  const pace = new Pace();
  let layout: MapLayout | undefined;
  let pixel = 0;
  for (let at = START; at < file.size; ) {
    const view = file.view(at, HEADING, 'block');
    const id = view.getUint16(0, true);
    const from = at + HEADING;
    const length = view.getUint32(2, true);
    if (!file.holds(from, length)) file.refuse('file-truncated', file.size, { part: `block ${id}` });
    if (id === BLOCK.layout) layout = readLayout(file, from, length);
    else if (id === BLOCK.history) yield* sortHistory(file, from, length, draft, log);
    else if (id === BLOCK.pixel) {
      if (layout === undefined) file.refuse('structure-damaged', at, { part: 'order of blocks' });
      yield* readPixel(file, layout, { at: from, length, index: pixel }, draft, log);
      pixel++;
    } else log.warn('part-unused', { byte: at }, { record: file.name, part: `block ${id}` });
    at = from + length;
    if (pace.due(at)) yield at;
  }
  if (layout !== undefined && pixel !== layout.columns * layout.rows) {
    log.warn(
      'value-differs',
      { byte: START },
      { record: file.name, field: 'number of pixels', stated: layout.columns * layout.rows, found: pixel },
    );
  }
}

/** Name, ten doubles (steps of x, y, z; first and last z; two not used; first x, y, z), three counts, labels of y, x, z and the values. */
function readLayout(file: BinaryFile, from: number, length: number): MapLayout {
  if (length > LONGEST_LAYOUT) file.refuse('structure-damaged', from, { part: 'layout of the map' });
  const view = file.view(from, length, 'layout of the map');
  const bytes = new Uint8Array(view.buffer);
  const name = length >= 2 ? view.getUint16(0, true) : 0;
  const at = 2 + name;
  if (at + 92 > length) file.refuse('structure-damaged', from, { part: 'layout of the map' });
  const double = (i: number): number => view.getFloat64(at + 8 * i, true);
  const count = (i: number): number => view.getInt32(at + 80 + 4 * i, true);
  const labels: string[] = [];
  for (let next = at + 92; next + 2 <= length; ) {
    const size = view.getUint16(next, true);
    labels.push(fixedText(bytes, next + 2, size));
    next += 2 + size;
  }
  const layout: MapLayout = {
    name: fixedText(bytes, 2, name),
    step: [double(0), double(1)],
    origin: [double(7), double(8)],
    columns: count(0),
    rows: count(1),
    first: double(3),
    last: double(4),
    points: count(2),
    labels,
  };
  if (
    ![...layout.step, ...layout.origin, layout.first, layout.last].every(Number.isFinite) ||
    layout.columns < 1 ||
    layout.rows < 1 ||
    layout.points < 1
  ) {
    file.refuse('structure-damaged', from, { part: 'layout of the map' });
  }
  if (layout.points > limits.pointsPerTrace) file.refuse('too-many-points', from, { limit: limits.pointsPerTrace });
  return layout;
}

function* sortHistory(file: BinaryFile, from: number, length: number, draft: ConditionDraft, log: ReadLog): Generator<number> {
  const walk = new MemberWalk(file);
  const pace = new Pace();
  for (const member of walk.members(from, from + length)) {
    sortMember(file, member, draft);
    if (pace.due(member.at)) yield member.at;
  }
  if (!walk.whole) log.warn('part-damaged', { byte: from }, { record: file.name, part: 'history' });
}

/** The pixels follow one another along x, then along y. */
function* readPixel(
  file: BinaryFile,
  layout: MapLayout,
  block: { readonly at: number; readonly length: number; readonly index: number },
  draft: ConditionDraft,
  log: ReadLog,
): Generator<number> {
  const { columns, points, origin, step, labels, name } = layout;
  const record = `${name || file.name} ${block.index + 1}`;
  if (block.length !== 4 * points) {
    log.warn('part-damaged', { byte: block.at }, { record, part: 'spectrum' });
    return;
  }
  const values = yield* readPoints(file, block.at, points, 'float32', 'spectrum');
  markGaps(values, record, { byte: block.at }, log);
  const [yLabel = 'Y', xLabel = 'X', zLabel = '', valueLabel = ''] = labels;
  const x = { kind: 'regular', axis: xAxis(zLabel), first: layout.first, last: layout.last, count: points } as const;
  const place = (label: string, value: number) => {
    const [axisName = label, unit = ''] = label.split(' - ');
    return { name: axisName, value, unit };
  };
  log.curves(
    {
      technique: techniqueOfRange(x.axis, layout.first, layout.last),
      identity: { name, synonyms: [] },
      conditions: draft.conditions,
      traces: [{ label: '', role: 'measured', form: 'line', x, y: { axis: yAxis(valueLabel), values } }],
      position: [
        place(xLabel, origin[0] + (block.index % columns) * step[0]),
        place(yLabel, origin[1] + Math.floor(block.index / columns) * step[1]),
      ],
      accession: String(block.index + 1),
      otherFields: draft.otherFields,
    },
    { byte: block.at },
  );
}
