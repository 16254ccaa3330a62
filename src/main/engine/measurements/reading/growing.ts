/** Numbers whose count is not known beforehand, in one array that doubles. */
export class GrowingNumbers<T extends Float64Array | Uint32Array | Uint8Array> {
  readonly #make: (length: number) => T;
  #values: T;
  length = 0;

  constructor(make: (length: number) => T) {
    this.#make = make;
    this.#values = make(64);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = this.#make(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.length++] = value;
  }

  /** A copy of exactly what was pushed. */
  end(): T {
    const exact = this.#make(this.length);
    exact.set(this.#values.subarray(0, this.length));
    return exact;
  }
}

export const growingDoubles = () => new GrowingNumbers((length) => new Float64Array(length));
export const growingCounts = () => new GrowingNumbers((length) => new Uint32Array(length));
export const growingBytes = () => new GrowingNumbers((length) => new Uint8Array(length));
