import type { Place } from '../../spectrum/reading';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import type { BinaryFile } from './binary-file';

/** How a point is stored. */
export type PointKind = 'float32' | 'float64' | 'int16' | 'int32' | 'uint8' | 'uint16' | 'uint32';

const BYTES: Readonly<Record<PointKind, number>> = { float32: 4, float64: 8, int16: 2, int32: 4, uint8: 1, uint16: 2, uint32: 4 };
/** Points taken from the file at once, so that a long trace needs little more than its own array. */
const POINTS_AT_ONCE = 131_072;
/** Points read between two looks of the caller: some 25 ms of work. */
const POINTS_A_LOOK = 2_097_152;

export function pointBytes(kind: PointKind): number {
  return BYTES[kind];
}

/** Whether one pass over so many points takes long enough for the caller to be given a look before the next. */
export function isLong(points: number): boolean {
  return points > POINTS_A_LOOK;
}

/**
 * Points of a trace. Their number is checked against the file's true size before anything is allocated.
 * @yields the byte reached, during and after a trace that takes its time
 * @throws Refused `too-many-points`, `file-truncated`, or `structure-damaged` when `count` is no number of points
 */
export function* readPoints(
  file: BinaryFile,
  offset: number,
  count: number,
  kind: PointKind,
  part: string,
  littleEndian = true,
): Generator<number, Float64Array<ArrayBuffer>> {
  if (!Number.isSafeInteger(count) || count < 0) file.refuse('structure-damaged', Math.min(offset, file.size), { part });
  if (count > limits.pointsPerTrace) file.refuse('too-many-points', Math.min(offset, file.size), { limit: limits.pointsPerTrace });
  const bytes = BYTES[kind];
  if (!file.holds(offset, count * bytes)) file.refuse('file-truncated', file.size, { part });
  const values = new Float64Array(count);
  for (let start = 0; start < count; start += POINTS_AT_ONCE) {
    const length = Math.min(POINTS_AT_ONCE, count - start);
    fill(values.subarray(start, start + length), file.bytes(offset + start * bytes, length * bytes, part), kind, littleEndian);
    if (isLong(count) && ((start + length) % POINTS_A_LOOK === 0 || start + length === count)) yield offset + (start + length) * bytes;
  }
  return values;
}

/** Whether this machine stores numbers with the lowest byte first, as nearly every file does: their arrays can then be taken as they are. */
const HOST_IS_LITTLE = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

const ARRAYS = {
  float32: Float32Array,
  float64: Float64Array,
  int16: Int16Array,
  int32: Int32Array,
  uint8: Uint8Array,
  uint16: Uint16Array,
  uint32: Uint32Array,
} as const satisfies Record<PointKind, unknown>;

function fill(values: Float64Array, bytes: Uint8Array<ArrayBuffer>, kind: PointKind, little: boolean): void {
  if (little !== HOST_IS_LITTLE) reverseEach(bytes, BYTES[kind]);
  values.set(new ARRAYS[kind](bytes.buffer, bytes.byteOffset, values.length));
}

/** Turns the order of the bytes of every number round, in place. */
function reverseEach(bytes: Uint8Array, width: number): void {
  for (let at = 0; width > 1 && at < bytes.length; at += width) {
    for (let low = at, high = at + width - 1; low < high; low++, high--) {
      const byte = bytes[low] as number;
      bytes[low] = bytes[high] as number;
      bytes[high] = byte;
    }
  }
}

/** Turns infinite values into missing ones in place, and warns of all that are not finite. */
export function markGaps(values: Float64Array, record: string, at: Place, log: ReadLog): void {
  let count = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    // 0 for every finite number, NaN for the others.
    if (value - value === 0) continue;
    values[i] = Number.NaN;
    count++;
  }
  if (count > 0) log.warn('points-not-finite', at, { record, count });
}

/** Whether every value is a finite number. */
export function allFinite(values: ArrayLike<number>): boolean {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return false;
  return true;
}

/** Least and greatest of the values that are numbers; infinite, the wrong way round, when there is none. */
export function extremesOf(values: Float64Array): readonly [least: number, greatest: number] {
  let [least, greatest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    if (value < least) least = value;
    if (value > greatest) greatest = value;
  }
  return [least, greatest];
}
