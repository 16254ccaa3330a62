import type { Abscissa } from '../../spectrum/axis';
import type { BinaryFile } from '../binary/binary-file';
import { ConditionDraft } from '../binary/condition-draft';
import { techniqueOfRange } from '../binary/optical-range';
import { Pace } from '../binary/pace';
import { extremesOf, isLong, markGaps, readPoints } from '../binary/points';
import { float32Text } from '../binary/text';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { xAxis, yAxis } from './axes';
import { sortMember } from './conditions';
import { type Member, MemberWalk } from './members';
import { doublesOf, numberOf, pairsOf, rangeOf, textOf } from './values';

/** Members of the data set (container 120). */
const SET = {
  xRange: 35698,
  yRange: 35699,
  points: 35701,
  comment: 35702,
  xLabel: 35703,
  yLabel: 35704,
  values: 35708,
  path: 35709,
  name: 35713,
  accessory: 35714,
} as const;
const START = 44;

/** Reads a file of one spectrum at even steps (.sp). */
export function* readDataSet(file: BinaryFile, log: ReadLog): Generator<number> {
  const draft = new ConditionDraft();
  const walk = new MemberWalk(file);
  const own = new Map<number, Member>();
  const pace = new Pace();
  for (const member of walk.members(START, file.size)) {
    if (member.container === 120) own.set(member.id, member);
    else sortMember(file, member, draft);
    if (pace.due(member.at)) yield member.at;
  }
  const text = (id: number): string => ofMember(own.get(id), (member) => textOf(file, member)) ?? '';
  const name = text(SET.name);
  const record = name.slice(0, 80) || file.name;
  draft.keep('path', text(SET.path));
  draft.put('comment', 'comment', text(SET.comment));
  for (const [field, value] of ofMember(own.get(SET.accessory), (member) => pairsOf(file, member)) ?? []) {
    draft.put(field === 'Accessory Type' ? 'accessory' : undefined, field, value);
  }
  const [first, last] =
    ofMember(own.get(SET.xRange), (member) => rangeOf(file, member)) ?? file.refuse('file-truncated', file.size, { part: 'x range' });
  if (!Number.isFinite(first) || !Number.isFinite(last))
    file.refuse('structure-damaged', own.get(SET.xRange)?.at ?? 0, { part: 'x range' });
  const values = yield* readValues(file, own, record, log);
  if (!walk.whole) log.warn('part-damaged', { byte: file.size }, { record, part: 'end of the data set' });
  const [xLabel, yLabel] = [xAxis(text(SET.xLabel)), yAxis(text(SET.yLabel))];
  for (const { unit, written } of [xLabel, yLabel]) if (unit === 'unknown') log.warn('unit-unknown', {}, { record, text: written });
  const x: Abscissa = { kind: 'regular', axis: xLabel, first, last, count: values.length };
  log.curves(
    {
      technique: techniqueOfRange(xLabel, first, last),
      identity: { name, synonyms: [] },
      conditions: draft.conditions,
      traces: [{ label: '', role: 'measured', form: 'line', x, y: { axis: yLabel, values } }],
      otherFields: draft.otherFields,
    },
    { byte: START },
  );
}

function ofMember<T>(member: Member | undefined, read: (member: Member) => T): T | undefined {
  return member === undefined ? undefined : read(member);
}

function* readValues(file: BinaryFile, own: ReadonlyMap<number, Member>, record: string, log: ReadLog): Generator<number, Float64Array> {
  const stored =
    ofMember(own.get(SET.values), (member) => doublesOf(file, member)) ?? file.refuse('file-truncated', file.size, { part: 'spectrum' });
  const count = ofMember(own.get(SET.points), (member) => numberOf(file, member)) ?? stored.count;
  const at = { byte: stored.at };
  if (count < 1) file.refuse('structure-damaged', stored.at, { part: 'number of points' });
  if (count > limits.pointsPerTrace) file.refuse('too-many-points', stored.at, { limit: limits.pointsPerTrace });
  if (stored.count !== count) log.warn('value-differs', at, { record, field: 'number of points', stated: count, found: stored.count });
  const values = yield* readPoints(file, stored.at, Math.min(count, stored.count), 'float64', 'spectrum');
  if (values.length === 0) file.refuse('structure-damaged', stored.at, { part: 'spectrum' });
  markGaps(values, record, at, log);
  if (isLong(values.length)) yield stored.at;
  checkRange(
    values,
    ofMember(own.get(SET.yRange), (member) => rangeOf(file, member)),
    record,
    stored.at,
    log,
  );
  return values;
}

/** The file states least and greatest value; where the points have others, one of them is not as it was written. */
function checkRange(values: Float64Array, stated: readonly [number, number] | undefined, record: string, byte: number, log: ReadLog): void {
  if (stated === undefined || !Number.isFinite(stated[0] + stated[1])) return;
  const [least, greatest] = extremesOf(values);
  const scale = Math.max(Math.abs(least), Math.abs(greatest));
  if (Math.abs(least - stated[0]) <= 1e-6 * scale && Math.abs(greatest - stated[1]) <= 1e-6 * scale) return;
  const words = (range: readonly number[]): string => range.map(float32Text).join(' to ');
  log.warn('value-differs', { byte }, { record, field: 'range of y', stated: words(stated), found: words([least, greatest]) });
}
