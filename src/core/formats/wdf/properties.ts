import { fixedText } from '../binary/text';

/** A named value of a property set; `path` are the names of the sets around it and its own, between slashes. */
export interface Property {
  readonly path: string;
  readonly value: string;
}

const NUMBERS: Readonly<Record<string, readonly [number, (view: DataView, at: number) => number]>> = {
  '?': [1, (view, at) => view.getUint8(at)],
  c: [1, (view, at) => view.getInt8(at)],
  s: [2, (view, at) => view.getInt16(at, true)],
  i: [4, (view, at) => view.getInt32(at, true)],
  r: [4, (view, at) => view.getFloat32(at, true)],
  q: [8, (view, at) => view.getFloat64(at, true)],
  w: [8, (view, at) => Number(view.getBigInt64(at, true))],
  t: [8, (view, at) => Number(view.getBigUint64(at, true))],
};
const DEEPEST = 8;
const MOST = 5000;
const IS_ARRAY = 0x80;

/**
 * The values of a property set (the bytes behind `PSET` and its length), sets inside it included. Each entry is a letter for its type, a byte of
 * flags, a 16-bit key, and the value; entries of type `k` give the names of keys of their set. Keys without a name are written as numbers.
 * @returns undefined when the set is damaged
 */
export function readProperties(bytes: Uint8Array): readonly Property[] | undefined {
  const found: Property[] = [];
  return collect(bytes, '', 0, found) ? found : undefined;
}

function collect(bytes: Uint8Array, prefix: string, depth: number, found: Property[]): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Map<number, string>();
  const entries: { readonly key: number; readonly value: string | Uint8Array }[] = [];
  let at = 0;
  while (at + 4 <= bytes.length) {
    const type = String.fromCharCode(bytes[at] as number);
    const isArray = ((bytes[at + 1] as number) & IS_ARRAY) !== 0;
    const key = view.getUint16(at + 2, true);
    at += 4;
    const number = NUMBERS[type];
    if (number === undefined && !'ukbp'.includes(type)) return false;
    if (at + (number === undefined || isArray ? 4 : number[0]) > bytes.length) return false;
    const length = number === undefined || isArray ? view.getUint32(at, true) : 1;
    if (number === undefined || isArray) at += 4;
    const size = length * (number?.[0] ?? 1);
    if (at + size > bytes.length) return false;
    if (type === 'k') names.set(key, fixedText(bytes, at, size));
    else if (type === 'u') entries.push({ key, value: fixedText(bytes, at, size) });
    else if (type === 'p') entries.push({ key, value: bytes.subarray(at, at + size) });
    else if (number !== undefined && !isArray) entries.push({ key, value: String(number[1](view, at)) });
    at += size;
  }
  for (const { key, value } of entries) {
    const path = `${prefix}${names.get(key) ?? `0x${key.toString(16)}`}`;
    if (typeof value === 'string') found.push({ path, value });
    else if (depth >= DEEPEST || !collect(value, `${path}/`, depth + 1, found)) return false;
    if (found.length > MOST) return false;
  }
  return true;
}
