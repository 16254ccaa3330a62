/**
 * A value of objects, lists, texts, numbers and typed arrays as bytes: JSON with the arrays behind it at places of eight, so that a record is read by one
 * read and its numbers are exactly those that were written.
 */
const KINDS = [Float64Array, Float32Array, Uint32Array, Uint8Array] as const;
type Numbers = Float64Array | Float32Array | Uint32Array | Uint8Array;

const HEAD = 8;
const aligned = (length: number): number => Math.ceil(length / 8) * 8;

export function packRecord(value: unknown): Uint8Array {
  const arrays: Numbers[] = [];
  const json = JSON.stringify(value, (_name, part: unknown) => {
    if (ArrayBuffer.isView(part)) {
      const kind = KINDS.findIndex((known) => part instanceof known);
      if (kind < 0) throw new TypeError('an array of a kind that records do not hold');
      const array = part as Numbers;
      arrays.push(array);
      return { $array: [kind, array.length] };
    }
    return typeof part === 'number' && !Number.isFinite(part) ? { $number: String(part) } : part;
  });
  const words = Buffer.from(json, 'utf8');
  const from = aligned(HEAD + words.length);
  const bytes = new Uint8Array(arrays.reduce((sum, array) => sum + aligned(array.byteLength), from));
  new DataView(bytes.buffer).setUint32(0, words.length, true);
  bytes.set(words, HEAD);
  let at = from;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += aligned(array.byteLength);
  }
  return bytes;
}

/** The value again; its arrays have memory of their own, so that they can be handed to another thread. */
export function unpackRecord(bytes: Uint8Array): unknown {
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  let at = aligned(HEAD + length);
  return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + HEAD, length).toString('utf8'), (_name, part: unknown) => {
    if (typeof part !== 'object' || part === null) return part;
    if ('$number' in part) return Number(part.$number);
    if (!('$array' in part) || !Array.isArray(part.$array)) return part;
    const [kind, count] = part.$array as [number, number];
    const Kind = KINDS[kind];
    if (Kind === undefined) throw new TypeError('a record holds an array of an unknown kind');
    const array = new Kind(count);
    new Uint8Array(array.buffer).set(bytes.subarray(at, at + array.byteLength));
    at += aligned(array.byteLength);
    return array;
  });
}
