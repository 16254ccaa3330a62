import type { BinaryFile } from '../binary/binary-file';
import { fixedText } from '../binary/text';

/** One block: four letters, a number that tells several of a name apart, and its bytes without their 16 of heading. */
export interface WdfBlock {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}

const HEADING = 16;
/** More blocks than any file has; the most seen are 14. */
const MOST_BLOCKS = 4096;

/**
 * The blocks in file order, which differs from file to file. `whole` is false when the last one claims more bytes than the file has, or what
 * follows it is no block; a block broken off is among those given, with the length it has.
 */
export function readBlocks(file: BinaryFile): { readonly blocks: readonly WdfBlock[]; readonly whole: boolean } {
  const blocks: WdfBlock[] = [];
  for (let at = 0; at < file.size; ) {
    if (file.size - at < HEADING) return { blocks, whole: false };
    const view = file.view(at, HEADING, 'block');
    const size = Number(view.getBigUint64(8, true));
    const name = fixedText(new Uint8Array(view.buffer), 0, 4);
    if (blocks.length >= MOST_BLOCKS || size < HEADING || !/^[\x20-\x7e]{1,4}$/.test(name)) return { blocks, whole: false };
    const whole = file.holds(at, size);
    blocks.push({ name, at: at + HEADING, length: (whole ? size : file.size - at) - HEADING });
    if (!whole) return { blocks, whole };
    at += size;
  }
  return { blocks, whole: true };
}
