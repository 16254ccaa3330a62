import type { BinaryFile } from '../binary/binary-file';
import { fixedText } from '../binary/text';
import type { OpusBlock } from './directory';

/** A parameter: three letters, and a number or a text. */
export interface OpusParameter {
  readonly key: string;
  readonly value: number | string;
}

const KEY = /^[A-Z0-9]{3}$/;
const HEAD = 8;
/** Bytes of the longest parameter block read; those seen have under 1,000. */
const LONGEST = 1_048_576;

/**
 * The parameters of a block up to its `END`. `whole` is false when the block breaks off or holds what is no parameter; those before are given.
 * A block that lies outside the file has none.
 */
export function readParameters(
  file: BinaryFile,
  block: OpusBlock,
): { readonly parameters: readonly OpusParameter[]; readonly whole: boolean } {
  const parameters: OpusParameter[] = [];
  if (block.length > LONGEST || !file.holds(block.at, block.length)) return { parameters, whole: false };
  const view = file.view(block.at, block.length, 'parameter block');
  const bytes = new Uint8Array(view.buffer);
  for (let at = 0; at + HEAD <= bytes.length; ) {
    const key = fixedText(bytes, at, 3);
    if (key === 'END') return { parameters, whole: true };
    const length = 2 * view.getUint16(at + 6, true);
    const value = KEY.test(key) ? parameterValue(view, bytes, view.getUint16(at + 4, true), at + HEAD, length) : undefined;
    if (value === undefined) return { parameters, whole: false };
    parameters.push({ key, value });
    at += HEAD + length;
  }
  // A block cut exactly behind a parameter, and one filled to its last byte, have no END; the second kind exists.
  return { parameters, whole: parameters.length > 0 };
}

/** 0: 32-bit integer, 1: 64-bit float, 2, 3 and 4: texts (free, of a list, of a list of the instrument). */
function parameterValue(view: DataView, bytes: Uint8Array, type: number, at: number, length: number): number | string | undefined {
  if (at + length > bytes.length) return undefined;
  if (type === 0) return length >= 4 ? view.getInt32(at, true) : undefined;
  if (type === 1) return length >= 8 ? view.getFloat64(at, true) : undefined;
  return type <= 4 ? fixedText(bytes, at, length) : undefined;
}

export function numberOf(parameters: readonly OpusParameter[], key: string): number | undefined {
  const found = parameters.find((parameter) => parameter.key === key)?.value;
  return typeof found === 'number' ? found : undefined;
}

export function textOf(parameters: readonly OpusParameter[], key: string): string {
  const found = parameters.find((parameter) => parameter.key === key)?.value;
  return found === undefined ? '' : String(found);
}
