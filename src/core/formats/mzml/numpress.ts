/** Decoders of MS-Numpress (Teleman et al., Mol. Cell. Proteomics 13 (2014) 1537). All return undefined where the bytes end in the middle of a number. */

const FIXED_POINT = 8;
/** A residue or count takes at least one half-byte. */
const HALVES = 2;

/**
 * Linear prediction: a scale (64-bit float, most significant byte first), the first two values as 32-bit integers (least first), then what each further value
 * differs from the straight line through the two before, as variable-length integers.
 */
export function decodeLinear(bytes: Uint8Array): Float64Array | undefined {
  if (bytes.length === FIXED_POINT) return new Float64Array(0);
  const scale = readScale(bytes);
  if (scale === undefined || bytes.length < FIXED_POINT + 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let before = view.getUint32(FIXED_POINT, true);
  if (bytes.length === FIXED_POINT + 4) return Float64Array.of(before / scale);
  if (bytes.length < FIXED_POINT + 8) return undefined;
  let last = view.getUint32(FIXED_POINT + 4, true);
  const halves = new HalfBytes(bytes, FIXED_POINT + 8);
  const values = new Float64Array(2 + halves.left);
  values[0] = before / scale;
  values[1] = last / scale;
  let count = 2;
  while (halves.more) {
    if (!halves.read()) return undefined;
    const value = 2 * last - before + halves.value;
    values[count++] = value / scale;
    before = last;
    last = value;
  }
  return values.slice(0, count);
}

/** Whole positive numbers, each as a variable-length integer. */
export function decodePic(bytes: Uint8Array): Float64Array | undefined {
  const halves = new HalfBytes(bytes, 0);
  const values = new Float64Array(halves.left);
  let count = 0;
  while (halves.more) {
    if (!halves.read()) return undefined;
    values[count++] = halves.value >>> 0;
  }
  return values.slice(0, count);
}

/** Short logged floats: a scale, then 16-bit integers (least significant byte first) of `ln(value + 1) · scale`. */
export function decodeSlof(bytes: Uint8Array): Float64Array | undefined {
  if (bytes.length === FIXED_POINT) return new Float64Array(0);
  const scale = readScale(bytes);
  if (scale === undefined || (bytes.length - FIXED_POINT) % 2 !== 0) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values = new Float64Array((bytes.length - FIXED_POINT) / 2);
  for (let i = 0; i < values.length; i++) values[i] = Math.exp(view.getUint16(FIXED_POINT + 2 * i, true) / scale) - 1;
  return values;
}

function readScale(bytes: Uint8Array): number | undefined {
  if (bytes.length < FIXED_POINT) return undefined;
  const scale = new DataView(bytes.buffer, bytes.byteOffset).getFloat64(0);
  return Number.isFinite(scale) && scale > 0 ? scale : undefined;
}

/**
 * Variable-length 32-bit integers of half-bytes, the upper half of a byte first. A first half-byte says how many leading half-bytes are left out: 0 to 8 of zeros, or (less
 * 8) of ones; the rest follows, the least significant first.
 */
class HalfBytes {
  readonly #bytes: Uint8Array;
  #at: number;
  value = 0;

  constructor(bytes: Uint8Array, from: number) {
    this.#bytes = bytes;
    this.#at = HALVES * from;
  }

  /** Half-bytes not yet read: at least as many as numbers to come. */
  get left(): number {
    return Math.max(0, HALVES * this.#bytes.length - this.#at);
  }

  /** Whether another number begins here: a lone last half-byte of 0 only fills the byte. */
  get more(): boolean {
    return this.left > 1 || (this.left === 1 && this.#half(this.#at) !== 0);
  }

  read(): boolean {
    const head = this.#half(this.#at++);
    const omitted = head <= 8 ? head : head - 8;
    if (this.left < 8 - omitted) return false;
    let value = head <= 8 || omitted === 0 ? 0 : -1 << (4 * (8 - omitted));
    for (let shift = 0; shift < 8 - omitted; shift++) value |= this.#half(this.#at++) << (4 * shift);
    this.value = value;
    return true;
  }

  #half(at: number): number {
    const byte = this.#bytes[at >> 1] as number;
    return at % HALVES === 0 ? byte >> 4 : byte & 15;
  }
}
