import type { BinaryFile } from '../binary/binary-file';

/** One block of a file, its type taken apart. */
export interface OpusBlock {
  /** The whole 32-bit type. */
  readonly code: number;
  /** 1 real, 2 imaginary, 3 amplitude. */
  readonly complex: number;
  /** 1 of the sample, 2 of the reference, 3 of both (the result). */
  readonly side: number;
  /** 0 no parameters, 1 data status, 2 instrument, 3 acquisition, 4 Fourier transform, 6 optics, 10 sample, 11 laboratory. */
  readonly parameters: number;
  /** What the points are, see kinds.ts. */
  readonly data: number;
  readonly derivative: number;
  /** 0 none, 1 compound, 2 series, 3 structure, 4 macro, 5 history. */
  readonly extension: number;
  /** Marked as written by the measurement. Where another block of the type has no such mark, that one was made from it by a manipulation. */
  readonly original: boolean;
  readonly at: number;
  readonly length: number;
}

const HEADER = 24;
const ENTRY = 12;
/** More entries than any file has: those seen have room for 40. */
const MOST_ENTRIES = 4096;
/** Bits of the type that say what kind of parameters a block holds; without them a data block and its status block have one type. */
const PARAMETER_BITS = 0x3f0;
const ORIGINAL_BIT = 0x4000_0000;

/** The blocks in the order of the directory. @throws Refused when header or directory do not fit in the file */
export function readDirectory(file: BinaryFile): readonly OpusBlock[] {
  const header = file.view(0, HEADER, 'header');
  const at = header.getInt32(12, true);
  const count = header.getInt32(20, true);
  if (at < HEADER || count < 1 || count > MOST_ENTRIES) file.refuse('structure-damaged', 12, { part: 'directory' });
  const directory = file.view(at, ENTRY * count, 'directory');
  const blocks: OpusBlock[] = [];
  for (let i = 0; i < count; i++) {
    const start = directory.getInt32(ENTRY * i + 8, true);
    if (start <= 0) break;
    blocks.push(block(directory.getUint32(ENTRY * i, true), start, 4 * directory.getInt32(ENTRY * i + 4, true)));
  }
  return blocks;
}

function block(code: number, at: number, length: number): OpusBlock {
  return {
    code,
    complex: code & 3,
    side: (code >> 2) & 3,
    parameters: (code >> 4) & 63,
    data: (code >> 10) & 127,
    derivative: (code >> 17) & 3,
    extension: (code >> 19) & 7,
    original: (code & ORIGINAL_BIT) !== 0,
    at,
    length: Math.max(0, length),
  };
}

/** What a block and the one a manipulation made from it have in common. */
export function lineage(block: OpusBlock): number {
  return (block.code & ~ORIGINAL_BIT) >>> 0;
}

/** What a data block and its status block have in common. */
export function pairing(block: OpusBlock): number {
  return (block.code & ~PARAMETER_BITS) >>> 0;
}
