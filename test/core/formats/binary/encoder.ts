/** Writes numbers and texts at given places of a file made for a test; the file grows as needed. */
export class Encoder {
  #bytes = new Uint8Array(0);
  readonly #little: boolean;

  constructor(littleEndian = true) {
    this.#little = littleEndian;
  }

  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice();
  }

  get length(): number {
    return this.#bytes.length;
  }

  u8(at: number, ...values: readonly number[]): this {
    values.forEach((value, i) => {
      this.#view(at + i, 1).setUint8(at + i, value & 0xff);
    });
    return this;
  }

  u16(at: number, ...values: readonly number[]): this {
    values.forEach((value, i) => {
      this.#view(at + 2 * i, 2).setUint16(at + 2 * i, value & 0xffff, this.#little);
    });
    return this;
  }

  u32(at: number, ...values: readonly number[]): this {
    values.forEach((value, i) => {
      this.#view(at + 4 * i, 4).setUint32(at + 4 * i, value >>> 0, this.#little);
    });
    return this;
  }

  u64(at: number, value: bigint | number): this {
    this.#view(at, 8).setBigUint64(at, BigInt(value), this.#little);
    return this;
  }

  f32(at: number, ...values: readonly number[]): this {
    values.forEach((value, i) => {
      this.#view(at + 4 * i, 4).setFloat32(at + 4 * i, value, this.#little);
    });
    return this;
  }

  f64(at: number, ...values: readonly number[]): this {
    values.forEach((value, i) => {
      this.#view(at + 8 * i, 8).setFloat64(at + 8 * i, value, this.#little);
    });
    return this;
  }

  text(at: number, text: string): this {
    this.#view(at, text.length);
    for (let i = 0; i < text.length; i++) this.#bytes[at + i] = text.charCodeAt(i);
    return this;
  }

  raw(at: number, bytes: Uint8Array): this {
    this.#view(at, bytes.length);
    this.#bytes.set(bytes, at);
    return this;
  }

  #view(at: number, length: number): DataView {
    if (at + length > this.#bytes.length) {
      const longer = new Uint8Array(at + length);
      longer.set(this.#bytes);
      this.#bytes = longer;
    }
    return new DataView(this.#bytes.buffer);
  }
}
