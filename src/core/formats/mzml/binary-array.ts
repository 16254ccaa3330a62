import { limits } from '../limits';
import { base64Capacity, decodeBase64 } from '../xml/base64';
import { type Inflate, Inflater } from './inflate';
import { decodeLinear, decodePic, decodeSlof } from './numpress';

/** How the numbers of an array are written. */
export interface ArrayEncoding {
  readonly type: 'float32' | 'float64' | 'int32' | 'int64';
  readonly order: 'little' | 'big';
  readonly zlib: boolean;
  readonly numpress?: 'linear' | 'pic' | 'slof' | undefined;
}

const BYTES = { float32: 4, float64: 8, int32: 4, int64: 8 } as const;
/** Most bytes MS-Numpress needs for one number, and for its scale and first two numbers. */
const NUMPRESS_NUMBER = 5;
const NUMPRESS_HEAD = 16;
const HOST_IS_LITTLE = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** Turns base64 into numbers; keeps one buffer for packed bytes from array to array. */
export class BinaryArrayDecoder {
  readonly #inflate: Inflate;
  #packed = new Uint8Array(65_536);

  /** @param inflate @default an `Inflater` of its own */
  constructor(inflate?: Inflate) {
    const own = new Inflater();
    this.#inflate = inflate ?? ((bytes, expected, most) => own.inflate(bytes, expected, most));
  }

  /**
   * The numbers of `bytes[start..end)`.
   * @param stated how many numbers the file says there are; only a guess at the size, the true number may differ
   * @returns undefined where base64, zlib, numpress or the length is damaged, or there are more than `limits.pointsPerArray`
   */
  decode(bytes: Uint8Array, start: number, end: number, encoding: ArrayEncoding, stated: number): Float64Array | undefined {
    if (!encoding.zlib) {
      // A buffer of its own, so that 64-bit numbers need no further copy.
      const raw = new Uint8Array(base64Capacity(end - start));
      const length = decodeBase64(bytes, start, end, raw);
      return length < 0 ? undefined : numbers(raw, length, encoding);
    }
    const capacity = base64Capacity(end - start);
    if (capacity > this.#packed.length) this.#packed = new Uint8Array(2 * capacity);
    const length = decodeBase64(bytes, start, end, this.#packed);
    if (length <= 0) return length === 0 ? new Float64Array(0) : undefined;
    const size = encoding.numpress === undefined ? BYTES[encoding.type] : NUMPRESS_NUMBER;
    const count = Number.isFinite(stated) && stated >= 0 ? Math.min(stated, limits.pointsPerArray) : 0;
    const raw = this.#inflate(this.#packed.subarray(0, length), size * count + NUMPRESS_HEAD, size * limits.pointsPerArray);
    return raw === undefined ? undefined : numbers(raw, raw.length, encoding);
  }
}

function numbers(raw: Uint8Array<ArrayBuffer>, length: number, { type, order, numpress }: ArrayEncoding): Float64Array | undefined {
  if (length === 0) return new Float64Array(0);
  if (numpress !== undefined) return bounded(NUMPRESS[numpress](raw.subarray(0, length)));
  const size = BYTES[type];
  if (length % size !== 0 || length / size > limits.pointsPerArray) return undefined;
  const count = length / size;
  if (HOST_IS_LITTLE && order === 'little' && raw.byteOffset === 0) return viewed(raw.buffer, count, type);
  return read(new DataView(raw.buffer, raw.byteOffset, length), count, type, order === 'little');
}

const NUMPRESS = { linear: decodeLinear, pic: decodePic, slof: decodeSlof } as const;

function bounded(values: Float64Array | undefined): Float64Array | undefined {
  return values === undefined || values.length > limits.pointsPerArray ? undefined : values;
}

function viewed(buffer: ArrayBuffer, count: number, type: ArrayEncoding['type']): Float64Array {
  switch (type) {
    case 'float64':
      return new Float64Array(buffer, 0, count);
    case 'float32':
      return new Float64Array(new Float32Array(buffer, 0, count));
    case 'int32':
      return new Float64Array(new Int32Array(buffer, 0, count));
    case 'int64':
      return Float64Array.from(new BigInt64Array(buffer, 0, count), Number);
  }
}

function read(view: DataView, count: number, type: ArrayEncoding['type'], little: boolean): Float64Array {
  const values = new Float64Array(count);
  switch (type) {
    case 'float64':
      for (let i = 0; i < count; i++) values[i] = view.getFloat64(8 * i, little);
      break;
    case 'float32':
      for (let i = 0; i < count; i++) values[i] = view.getFloat32(4 * i, little);
      break;
    case 'int32':
      for (let i = 0; i < count; i++) values[i] = view.getInt32(4 * i, little);
      break;
    case 'int64':
      for (let i = 0; i < count; i++) values[i] = Number(view.getBigInt64(8 * i, little));
  }
  return values;
}
