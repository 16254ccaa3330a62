import type { Trace } from '../../spectrum/curves';
import type { BinaryFile } from '../binary/binary-file';
import { extremesOf, isLong, markGaps, readPoints } from '../binary/points';
import { float32Text } from '../binary/text';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import type { OpusBlock } from './directory';
import { kindOf, xAxis } from './kinds';
import { numberOf, type OpusParameter, textOf } from './parameters';

/**
 * A data block as a trace, by its status parameters; undefined, with a warning, when the block or its status is damaged. `suffix` is added to
 * the trace's name.
 */
export function* readTrace(
  file: BinaryFile,
  block: OpusBlock,
  status: readonly OpusParameter[] | undefined,
  suffix: string,
  record: string,
  log: ReadLog,
): Generator<number, Trace | undefined> {
  const kind = kindOf(block);
  const at = { byte: Math.min(block.at, file.size) };
  const damaged = (): undefined => log.warn('part-damaged', at, { record, part: kind.words }) as undefined;
  if (status === undefined) return log.warn('part-unused', at, { record, part: `${kind.words}: no description` }) as undefined;
  const [count, first, last] = [numberOf(status, 'NPT'), numberOf(status, 'FXV'), numberOf(status, 'LXV')];
  if (count === undefined || first === undefined || last === undefined || !Number.isFinite(first + last) || count < 1) return damaged();
  if (count > limits.pointsPerTrace) file.refuse('too-many-points', at.byte, { limit: limits.pointsPerTrace });
  if (4 * count > block.length || !file.holds(block.at, 4 * count)) return damaged();
  const values = yield* readPoints(file, block.at, count, numberOf(status, 'DPF') === 2 ? 'int32' : 'float32', kind.words);
  const factor = numberOf(status, 'CSF') ?? 1;
  if (factor !== 1 && Number.isFinite(factor) && factor !== 0) for (let i = 0; i < count; i++) values[i] = (values[i] as number) * factor;
  if (isLong(count)) yield block.at;
  markGaps(values, record, at, log);
  if (isLong(count)) yield block.at;
  if (kind.role !== 'interferogram') checkExtremes(values, status, `${record}: ${kind.words}`, at.byte, log);
  const unit = textOf(status, 'DXU');
  if (unit === '') log.warn('value-assumed', at, { record: `${record}: ${kind.words}`, field: 'DXU', value: 'WN' });
  const axis = xAxis(unit === '' ? 'WN' : unit, block);
  if (axis.unit === 'unknown') log.warn('unit-unknown', at, { record, text: axis.written });
  return {
    label: `${kind.words}${suffix}`,
    role: block.complex === 2 ? 'imaginary' : block.complex === 1 ? 'real' : kind.role,
    form: 'line',
    x: { kind: 'regular', axis, first, last, count },
    y: { axis: { quantity: kind.quantity, unit: kind.unit, written: kind.words }, values },
  };
}

/**
 * The file states least and greatest value; where the points have others, one of them is not as it was written. Not so for interferograms, whose
 * stated values are those of a single scan before its gain was taken out.
 */
function checkExtremes(values: Float64Array, status: readonly OpusParameter[], record: string, byte: number, log: ReadLog): void {
  const [least, greatest] = extremesOf(values);
  for (const [field, found] of [
    ['MNY', least],
    ['MXY', greatest],
  ] as const) {
    const stated = numberOf(status, field);
    if (stated === undefined || !Number.isFinite(stated) || !Number.isFinite(found)) continue;
    const scale = Math.max(Math.abs(least), Math.abs(greatest));
    if (Math.abs(stated - found) > 1e-5 * scale)
      log.warn('value-differs', { byte }, { record, field, stated: float32Text(stated), found: float32Text(found) });
  }
}
