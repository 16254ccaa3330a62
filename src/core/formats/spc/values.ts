import type { BinaryFile } from '../binary/binary-file';
import { isLong, pointBytes, readPoints } from '../binary/points';
import { FLAG, FLOATS, type SpcHeader } from './header';

/** Bytes of one y value. */
export function valueBytes(header: SpcHeader, exponent: number): number {
  return exponent !== FLOATS && (header.flags & FLAG.shortInts) !== 0 ? 2 : 4;
}

/**
 * The y values of a subfile: 32-bit floats, or integers of 16 or 32 bits that are fractions scaled by 2^exponent (SPC.H: y = integer / 2^bits ·
 * 2^exponent). Integers of 32 bits in old files have their two 16-bit halves exchanged.
 */
export function* readValues(
  file: BinaryFile,
  header: SpcHeader,
  exponent: number,
  offset: number,
  count: number,
  part: string,
): Generator<number, Float64Array> {
  if (exponent === FLOATS) return yield* readPoints(file, offset, count, 'float32', part, header.little);
  const kind = valueBytes(header, exponent) === 2 ? 'int16' : 'int32';
  const values = yield* readPoints(file, offset, count, kind, part, header.little);
  const factor = 2 ** (exponent - 8 * pointBytes(kind));
  if (header.old && kind === 'int32') {
    for (let i = 0; i < count; i++) values[i] = halvesExchanged(values[i] as number);
    if (isLong(count)) yield offset;
  }
  for (let i = 0; i < count; i++) values[i] = (values[i] as number) * factor;
  if (isLong(count)) yield offset;
  return values;
}

function halvesExchanged(value: number): number {
  return (value << 16) | ((value >>> 16) & 0xffff);
}
