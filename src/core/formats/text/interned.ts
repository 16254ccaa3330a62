/** Most different texts remembered; a file with more (a hostile one) starts over. */
const CAPACITY = 4096;

interface Entry<T> {
  readonly bytes: Uint8Array;
  readonly value: T;
}

/** Remembers what was made of short texts that come again and again, such as the names of fields, found by their bytes. */
export class InternTable<T> {
  readonly #entries = new Map<number, Entry<T>>();

  /** The value of `bytes[start..end)`, made when the text is met first. */
  get(bytes: Uint8Array, start: number, end: number, make: () => T): T {
    let hash = end - start;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + (bytes[at] as number)) | 0;
    const known = this.#entries.get(hash);
    if (known !== undefined && equals(known.bytes, bytes, start, end)) return known.value;
    const value = make();
    if (this.#entries.size >= CAPACITY) this.#entries.clear();
    this.#entries.set(hash, { bytes: bytes.slice(start, end), value });
    return value;
  }
}

function equals(known: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (known.length !== end - start) return false;
  for (let i = 0; i < known.length; i++) if (known[i] !== bytes[start + i]) return false;
  return true;
}
