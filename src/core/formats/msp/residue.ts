import type { ByteSource } from '../../spectrum/byte-source';
import { limits } from '../limits';

const NUL = 0;
const TAB = 9;
const LF = 10;
const CR = 13;
const BLANK = 32;
const COLON = 58;

/**
 * Some programs write their fields with the length of the memory they stand in: after the text a NUL, then what stood there before (`NAME: Lauryl acetate\0etate\0te`).
 * @returns the file with blanks in place of the NUL and what follows it on its line, or undefined where no line of its beginning is of that kind, or NUL stands anywhere else
 */
export function withoutResidue(source: ByteSource): ByteSource | undefined {
  const head = new Uint8Array(limits.headBytes);
  const bytes = head.subarray(0, source.read(0, head));
  return bytes.includes(NUL) && standsAfterFieldsOnly(bytes) ? new BlankedSource(source) : undefined;
}

/** Whether before every NUL there is, on its line, a name and a colon, and no other control character anywhere. */
function standsAfterFieldsOnly(bytes: Uint8Array): boolean {
  let colon = false;
  for (const byte of bytes) {
    if (byte === LF || byte === CR) colon = false;
    else if (byte === COLON) colon = true;
    else if (byte === NUL ? !colon : byte < BLANK && byte !== TAB) return false;
  }
  return true;
}

/** Reads are from front to back; a step elsewhere begins outside of residue. */
class BlankedSource implements ByteSource {
  readonly name: string;
  readonly size: number;
  readonly #source: ByteSource;
  #next = 0;
  #inResidue = false;

  constructor(source: ByteSource) {
    this.name = source.name;
    this.size = source.size;
    this.#source = source;
  }

  read(offset: number, into: Uint8Array): number {
    if (offset !== this.#next) this.#inResidue = false;
    const copied = this.#source.read(offset, into);
    this.#next = offset + copied;
    for (let at = 0; at < copied; at++) {
      const byte = into[at] as number;
      if (byte === NUL) this.#inResidue = true;
      else if (byte === LF || byte === CR) this.#inResidue = false;
      if (this.#inResidue) into[at] = BLANK;
    }
    return copied;
  }
}
