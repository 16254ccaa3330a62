const MOST_BITS = 15;

/** A canonical Huffman code of RFC 1951 (3.2.2), made again for every block in the same memory. */
export class HuffmanCode {
  /** By the next bits of the stream: the entry of the symbol in `entries`, with the length of its code in the lowest four bits; 0 where the code is longer. */
  readonly lookup: Int32Array;
  readonly #lookupBits: number;
  readonly #entries: Int32Array;
  readonly #counts = new Uint16Array(MOST_BITS + 1);
  readonly #starts = new Uint16Array(MOST_BITS + 2);
  readonly #places = new Uint16Array(MOST_BITS + 2);
  readonly #next = new Uint16Array(MOST_BITS + 2);
  readonly #sorted: Uint16Array;

  /**
   * @param entries what to give for each symbol, its lowest four bits free
   * @param lookupBits how many bits are looked up at once; longer codes, which are rare, are followed bit by bit
   */
  constructor(entries: Int32Array, lookupBits: number) {
    this.#entries = entries;
    this.#lookupBits = lookupBits;
    this.lookup = new Int32Array(1 << lookupBits);
    this.#sorted = new Uint16Array(entries.length);
  }

  /** Makes the code of the lengths `lengths[from..from + count)`; false where more codes are asked for than bits allow. */
  make(lengths: Uint8Array, from: number, count: number): boolean {
    const counts = this.#counts.fill(0);
    for (let at = from; at < from + count; at++) increment(counts, lengths[at] as number);
    counts[0] = 0;
    const next = this.#next;
    next[1] = 0;
    let free = 1;
    for (let length = 1; length <= MOST_BITS; length++) {
      const here = counts[length] as number;
      free = 2 * free - here;
      if (free < 0) return false;
      this.#starts[length + 1] = (this.#starts[length] as number) + here;
      next[length + 1] = ((next[length] as number) + here) << 1;
    }
    const places = this.#places;
    places.set(this.#starts);
    const { lookup } = this;
    lookup.fill(0);
    for (let symbol = 0; symbol < count; symbol++) {
      const length = lengths[from + symbol] as number;
      if (length === 0) continue;
      this.#sorted[increment(places, length)] = symbol;
      const code = increment(next, length);
      if (length > this.#lookupBits) continue;
      const entry = (this.#entries[symbol] as number) | length;
      for (let at = reversed(code, length); at < lookup.length; at += 1 << length) lookup[at] = entry;
    }
    return true;
  }

  /** As `lookup`, for codes of any length, with the next 15 bits at hand; 0 where no code begins so. */
  follow(bits: number): number {
    let code = 0;
    let first = 0;
    for (let length = 1; length <= MOST_BITS; length++) {
      code |= (bits >>> (length - 1)) & 1;
      const here = this.#counts[length] as number;
      if (code - first < here) {
        const symbol = this.#sorted[(this.#starts[length] as number) + code - first] as number;
        return (this.#entries[symbol] as number) | length;
      }
      first = (first + here) << 1;
      code <<= 1;
    }
    return 0;
  }
}

/** Counts up; what stood there before. */
function increment(counts: Uint16Array, at: number): number {
  const before = counts[at] as number;
  counts[at] = before + 1;
  return before;
}

function reversed(code: number, length: number): number {
  let mirror = 0;
  for (let bit = 0; bit < length; bit++) mirror |= ((code >>> bit) & 1) << (length - 1 - bit);
  return mirror;
}
