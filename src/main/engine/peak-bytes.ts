import { endianness } from 'node:os';

/** Peaks are stored as Float64, little-endian, which is what every machine that Aliquot runs on has in memory. */
if (endianness() !== 'LE') throw new Error('peaks are stored little-endian and this machine is not');

/** The bytes of an array of numbers, not copied. */
export function bytesOfNumbers(numbers: Float64Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}

/** The numbers in stored bytes, copied: a Buffer of SQLite may lie at any offset. */
export function numbersInBytes(bytes: Uint8Array): Float64Array<ArrayBuffer> {
  const numbers = new Float64Array(bytes.byteLength / 8);
  new Uint8Array(numbers.buffer).set(bytes);
  return numbers;
}
