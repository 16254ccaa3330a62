const FIRST = 256;
const LARGEST = 65_536;
const NONE = new Float64Array(0);

/** Numbers of a count not known before: kept in pieces, so that growing copies nothing; none takes no memory. */
export class Growing {
  #full: Float64Array[] = [];
  #piece = NONE;
  #at = 0;
  #before = 0;

  get length(): number {
    return this.#before + this.#at;
  }

  push(value: number): void {
    if (this.#at === this.#piece.length) {
      this.#full.push(this.#piece);
      this.#before += this.#at;
      this.#piece = new Float64Array(Math.min(Math.max(2 * this.#piece.length, FIRST), LARGEST));
      this.#at = 0;
    }
    this.#piece[this.#at++] = value;
  }

  /** Takes the last number back; to be called at most once after a `push`. */
  pop(): void {
    this.#at--;
  }

  /** All numbers in one array; leaves this empty. */
  finish(): Float64Array {
    const all = new Float64Array(this.length);
    let at = 0;
    for (const piece of this.#full) {
      all.set(piece, at);
      at += piece.length;
    }
    all.set(this.#piece.subarray(0, this.#at), at);
    this.#full = [];
    this.#piece = NONE;
    this.#at = 0;
    this.#before = 0;
    return all;
  }
}
