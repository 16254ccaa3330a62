import { HuffmanCode } from './huffman';

const HEADER = 2;
const CHECKSUM = 4;
/** Most bytes that one byte of deflate can hold: a match of 258 bytes in two bits. */
const MOST_RATIO = 1032;
/** RFC 1950, 2.2: the window is 256 bytes times two to this power, at most; RFC 1951, 3.2.7: most codes of distances. */
const MOST_WINDOW = 7;
const MOST_DISTANCES = 30;
/** RFC 1950: largest prime below 65,536; after so many bytes a remainder is taken, so that the sums stay small integers. */
const ADLER_PRIME = 65_521;
const ADLER_RUN = 2048;
/** Bits looked up at once: of literals and lengths, of distances, of lengths of codes (which have 7 at most). */
const LITERAL_BITS = 10;
const DISTANCE_BITS = 8;
const CODE_LENGTH_BITS = 7;
const LITERAL_MASK = (1 << LITERAL_BITS) - 1;
const DISTANCE_MASK = (1 << DISTANCE_BITS) - 1;

/** Entries of a code: the length of its bits (0–3), bits that follow (4–7), what it is (8–9), its value (from 10). */
const LITERAL = 0;
const MATCH = 1;
const END_OF_BLOCK = 2;
const NO_CODE = 3;
const KIND = 3 << 8;
const entry = (kind: number, value: number, extra: number): number => (value << 10) | (kind << 8) | (extra << 4);

/** RFC 1951, 3.2.5. Lengths 3 to 258 in 29 codes, distances 1 to 32,768 in 30. */
const LITERALS = Int32Array.from({ length: 288 }, (_, symbol) => {
  if (symbol < 256) return entry(LITERAL, symbol, 0);
  if (symbol === 256) return entry(END_OF_BLOCK, 0, 0);
  if (symbol > 285) return entry(NO_CODE, 0, 0);
  const code = symbol - 257;
  if (code === 28) return entry(MATCH, 258, 0);
  const extra = code < 8 ? 0 : (code >> 2) - 1;
  return entry(MATCH, 3 + (code < 8 ? code : (4 + (code & 3)) << extra), extra);
});
const DISTANCES = Int32Array.from({ length: 32 }, (_, code) => {
  if (code > 29) return entry(NO_CODE, 0, 0);
  const extra = code < 4 ? 0 : (code >> 1) - 1;
  return entry(MATCH, 1 + (code < 4 ? code : (2 + (code & 1)) << extra), extra);
});
const CODE_LENGTHS = Int32Array.from({ length: 19 }, (_, symbol) => entry(LITERAL, symbol, 0));
/** RFC 1951, 3.2.7: the order in which the lengths of the code of lengths stand. */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/**
 * Unpacks zlib data (RFC 1950, 1951), which end where the bytes end.
 * @param expected how many bytes there should be: only a guess, no memory is taken by it beyond what the packed data can fill
 * @param most how many bytes there may be
 * @returns the bytes, at the beginning of their buffer, or undefined where the data are damaged or hold more than `most`
 */
export type Inflate = (bytes: Uint8Array, expected: number, most: number) => Uint8Array<ArrayBuffer> | undefined;

/**
 * Unpacks zlib data (RFC 1950, 1951) where the caller of a reader brings nothing faster. Written here because packed data in files of spectra are hostile input: the output is bounded while it is made, and the checksum
 * is verified. One instance is used again and again, not by two at once.
 */
export class Inflater {
  readonly #literals = new HuffmanCode(LITERALS, LITERAL_BITS);
  readonly #distances = new HuffmanCode(DISTANCES, DISTANCE_BITS);
  readonly #codeLengths = new HuffmanCode(CODE_LENGTHS, CODE_LENGTH_BITS);
  readonly #lengths = new Uint8Array(320);
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  /** Bits taken from the bytes and not yet used, the next in the lowest place, and how many. */
  #bits = 0;
  #bitCount = 0;
  #out: Uint8Array<ArrayBuffer> = new Uint8Array(0);
  #length = 0;
  #most = 0;

  /** See `Inflate`. */
  inflate(bytes: Uint8Array, expected: number, most: number): Uint8Array<ArrayBuffer> | undefined {
    if (bytes.length < HEADER + CHECKSUM) return undefined;
    const [method = 0, flags = 0] = bytes;
    if ((method & 15) !== 8 || method >> 4 > MOST_WINDOW || ((method << 8) | flags) % 31 !== 0 || (flags & 32) !== 0) return undefined;
    this.#bytes = bytes;
    this.#at = HEADER;
    this.#end = bytes.length - CHECKSUM;
    this.#bits = 0;
    this.#bitCount = 0;
    this.#length = 0;
    this.#most = most;
    this.#out = new Uint8Array(Math.min(expected, most, MOST_RATIO * bytes.length));
    const whole = this.#blocks();
    const out = this.#out.subarray(0, this.#length);
    this.#out = new Uint8Array(0);
    this.#bytes = this.#out;
    return whole && adler32(out) === new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - CHECKSUM) ? out : undefined;
  }

  #blocks(): boolean {
    for (;;) {
      const last = this.#take(1);
      const kind = this.#take(2);
      if (kind === 3 || !(kind === 0 ? this.#stored() : this.#codes(kind === 1) && this.#packed())) return false;
      const reached = this.#at - (this.#bitCount >> 3);
      if (reached > this.#end) return false;
      if (last === 1) return reached === this.#end;
    }
  }

  /** Up to 16 bits; zeros beyond the end, which the caller notices by the place reached. */
  #take(count: number): number {
    while (this.#bitCount < count) {
      this.#bits |= (this.#at < this.#end ? (this.#bytes[this.#at] as number) : 0) << this.#bitCount;
      this.#at++;
      this.#bitCount += 8;
    }
    const value = this.#bits & ((1 << count) - 1);
    this.#bits >>>= count;
    this.#bitCount -= count;
    return value;
  }

  #stored(): boolean {
    this.#take(this.#bitCount & 7);
    const length = this.#take(16);
    if (this.#take(16) !== (~length & 0xffff)) return false;
    const from = this.#at - (this.#bitCount >> 3);
    this.#bits = 0;
    this.#bitCount = 0;
    if (from + length > this.#end || !this.#reserve(length)) return false;
    this.#out.set(this.#bytes.subarray(from, from + length), this.#length);
    this.#length += length;
    this.#at = from + length;
    return true;
  }

  /** Makes the codes of a block: those of the standard, or those it brings along. */
  #codes(fixed: boolean): boolean {
    const lengths = this.#lengths;
    if (fixed) {
      lengths.fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288).fill(5, 288, 320);
      return this.#literals.make(lengths, 0, 288) && this.#distances.make(lengths, 288, 32);
    }
    const literals = this.#take(5) + 257;
    const distances = this.#take(5) + 1;
    const given = this.#take(4) + 4;
    lengths.fill(0);
    for (let i = 0; i < given; i++) lengths[LENGTH_ORDER[i] as number] = this.#take(3);
    if (literals > 286 || distances > MOST_DISTANCES || !this.#codeLengths.make(lengths, 0, 19) || !this.#readLengths(literals + distances))
      return false;
    return (lengths[256] as number) > 0 && this.#literals.make(lengths, 0, literals) && this.#distances.make(lengths, literals, distances);
  }

  /** RFC 1951, 3.2.7: lengths of codes, themselves coded, with runs. */
  #readLengths(count: number): boolean {
    const lengths = this.#lengths;
    for (let i = 0; i < count; ) {
      const code = this.#codeLengths.lookup[this.#peek(CODE_LENGTH_BITS)] as number;
      if (code === 0 || this.#at - (this.#bitCount >> 3) > this.#end) return false;
      this.#take(code & 15);
      const symbol = code >> 10;
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) return false;
      const value = symbol === 16 ? (lengths[i - 1] as number) : 0;
      const run = symbol === 16 ? 3 + this.#take(2) : symbol === 17 ? 3 + this.#take(3) : 11 + this.#take(7);
      if (i + run > count) return false;
      lengths.fill(value, i, i + run);
      i += run;
    }
    return true;
  }

  /** The next bits, left where they are. */
  #peek(count: number): number {
    const bits = this.#take(count);
    this.#bits = (this.#bits << count) | bits;
    this.#bitCount += count;
    return bits;
  }

  /** Room for so many bytes more; false beyond the bound. */
  #reserve(length: number): boolean {
    const needed = this.#length + length;
    if (needed <= this.#out.length) return true;
    if (needed > this.#most) return false;
    const larger = new Uint8Array(Math.min(this.#most, Math.max(2 * needed, 1024)));
    larger.set(this.#out.subarray(0, this.#length));
    this.#out = larger;
    return true;
  }

  /** Unpacks one block. Everything it touches is local: this loop is where the time of reading packed mzML goes. */
  #packed(): boolean {
    const bytes = this.#bytes;
    const end = this.#end;
    const literals = this.#literals.lookup;
    const distances = this.#distances.lookup;
    let out = this.#out;
    let room = out.length;
    let to = this.#length;
    let at = this.#at;
    let bits = this.#bits;
    let count = this.#bitCount;
    for (;;) {
      if (count < 16) {
        // What is taken beyond `end` is the checksum; that a block needs it is noticed by the place reached.
        if (at > end + 2) return false;
        bits |= ((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << count;
        at += 2;
        count += 16;
      }
      let code = literals[bits & LITERAL_MASK] as number;
      if (code === 0) code = this.#literals.follow(bits & 32_767);
      bits >>>= code & 15;
      count -= code & 15;
      if ((code & KIND) === 0) {
        if (code === 0) return false;
        if (to === room) {
          this.#length = to;
          if (!this.#reserve(1)) return false;
          out = this.#out;
          room = out.length;
        }
        out[to++] = code >> 10;
        continue;
      }
      if ((code & KIND) !== MATCH << 8) {
        if ((code & KIND) === NO_CODE << 8) return false;
        break;
      }
      if (count < 16) {
        if (at > end + 2) return false;
        bits |= ((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << count;
        at += 2;
        count += 16;
      }
      let extra = (code >> 4) & 15;
      const length = (code >> 10) + (bits & ((1 << extra) - 1));
      bits >>>= extra;
      count -= extra;
      if (count < 16) {
        if (at > end + 2) return false;
        bits |= ((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << count;
        at += 2;
        count += 16;
      }
      code = distances[bits & DISTANCE_MASK] as number;
      if (code === 0) code = this.#distances.follow(bits & 32_767);
      if ((code & KIND) !== MATCH << 8) return false;
      bits >>>= code & 15;
      count -= code & 15;
      extra = (code >> 4) & 15;
      if (count < 16) {
        if (at > end + 2) return false;
        bits |= ((bytes[at] as number) | ((bytes[at + 1] as number) << 8)) << count;
        at += 2;
        count += 16;
      }
      const distance = (code >> 10) + (bits & ((1 << extra) - 1));
      bits >>>= extra;
      count -= extra;
      if (distance > to) return false;
      if (to + length > room) {
        this.#length = to;
        if (!this.#reserve(length)) return false;
        out = this.#out;
        room = out.length;
      }
      const stop = to + length;
      for (let from = to - distance; to < stop; ) out[to++] = out[from++] as number;
    }
    this.#length = to;
    this.#at = at;
    this.#bits = bits | 0;
    this.#bitCount = count;
    return true;
  }
}

function adler32(bytes: Uint8Array): number {
  let a = 1;
  let b = 0;
  for (let at = 0; at < bytes.length; ) {
    const stop = Math.min(bytes.length, at + ADLER_RUN);
    for (; at < stop; at++) {
      a += bytes[at] as number;
      b += a;
    }
    a %= ADLER_PRIME;
    b %= ADLER_PRIME;
  }
  return ((b << 16) | a) >>> 0;
}
