import { abscissaLength } from '../../spectrum/axis';
import type { Trace } from '../../spectrum/curves';
import type { BinaryFile } from '../binary/binary-file';
import { allFinite, readPoints } from '../binary/points';
import type { SpcHeader } from './header';
import type { SpcLog } from './log';

/** The binary part of an NMR file's log as a trace, when it has a 32-bit float for every point of the real part; else undefined. */
export function* imaginaryTrace(file: BinaryFile, log: SpcLog, real: Trace, header: SpcHeader): Generator<number, Trace | undefined> {
  const count = abscissaLength(real.x);
  if (log.binaryLength !== 4 * count) return undefined;
  const values = yield* readPoints(file, log.binaryAt, count, 'float32', 'binary part of the log', header.little);
  return allFinite(values) ? { ...real, label: '', role: 'imaginary', y: { axis: real.y.axis, values } } : undefined;
}
