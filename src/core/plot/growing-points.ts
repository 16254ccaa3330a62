/** Points of a path, x and y in turn, that grow without a copy for each. A pair of NaN lifts the pen. */
export class GrowingPoints {
  #points = new Float64Array(4096);
  #length = 0;

  push(x: number, y: number): void {
    if (this.#length === this.#points.length) {
      const longer = new Float64Array(2 * this.#points.length);
      longer.set(this.#points);
      this.#points = longer;
    }
    this.#points[this.#length] = x;
    this.#points[this.#length + 1] = y;
    this.#length += 2;
  }

  /** Begins another line. */
  lift(): void {
    if (this.#length > 0 && !Number.isNaN(this.#points[this.#length - 1]!)) this.push(Number.NaN, Number.NaN);
  }

  /** A copy of the points so far. */
  points(): Float64Array {
    return this.#points.slice(0, this.#length);
  }
}
