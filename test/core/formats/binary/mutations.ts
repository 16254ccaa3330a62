import { readMeasurements } from '../../../../src/core/formats/read';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import type { FileFormat } from '../../../../src/core/spectrum/reading';
import { collect, type Reading } from '../../../support/read-text';

/** A small generator of equally likely 32-bit numbers (xorshift32, Marsaglia 2003), so that a failure can be repeated from its seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** One damaged copy: bytes flipped, a length set to its greatest, a part cut out or repeated, the end cut off. */
export function mutated(original: Uint8Array, random: (below: number) => number): Uint8Array {
  let bytes = new Uint8Array(original);
  for (let times = 1 + random(3); times > 0; times--) {
    const span = random(2) === 0 ? Math.min(bytes.length, 1024) : bytes.length;
    const at = random(Math.max(1, span));
    switch (random(6)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << random(8));
        break;
      case 1:
        bytes[at] = random(256);
        break;
      case 2:
        bytes.fill(0xff, at, at + 4);
        break;
      case 3:
        bytes = bytes.slice(0, at);
        break;
      case 4:
        bytes.fill(0, at, at + 1 + random(64));
        break;
      default: {
        const rest = bytes.subarray(at + random(512));
        const shorter = new Uint8Array(at + rest.length);
        shorter.set(bytes.subarray(0, at));
        shorter.set(rest, at);
        bytes = shorter;
      }
    }
  }
  return bytes;
}

/** Reads a damaged copy as `format` whatever its content; throws what the reader throws and when it gives what no reader may. */
export function readDamaged(bytes: Uint8Array, format: FileFormat): Reading {
  const reading = collect(readMeasurements(memorySource('damaged', bytes), { format }));
  for (const { traces } of reading.curves) {
    for (const { x, y } of traces) {
      const places = x.kind === 'regular' ? x.count : x.values.length;
      if (places !== y.values.length) throw new Error('a trace with more places than values');
      for (const value of y.values) if (Math.abs(value) === Number.POSITIVE_INFINITY) throw new Error('an infinite value');
    }
  }
  return reading;
}
