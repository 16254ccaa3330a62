/** Working arrays of one size, so that an iteration allocates nothing. */
export class WhittakerSolver {
  readonly #size: number;
  readonly #inverse: Float64Array;
  readonly #first: Float64Array;
  readonly #second: Float64Array;
  readonly #penalty0: Float64Array;
  readonly #penalty1: Float64Array;
  readonly #penalty2: Float64Array;

  /**
   * @param size number of points, at least `order` + 1
   * @param lambda weight of the penalty on the sum of squared differences of neighbouring points (not of x)
   * @param order order of the differences, 1 or 2
   */
  constructor(size: number, lambda: number, order: 1 | 2) {
    this.#size = size;
    this.#inverse = new Float64Array(size);
    this.#first = new Float64Array(size);
    this.#second = new Float64Array(size);
    this.#penalty0 = new Float64Array(size);
    this.#penalty1 = new Float64Array(size);
    this.#penalty2 = new Float64Array(size);
    // λ·D′D, row by row of D: (−1, 1) or (1, −2, 1).
    const row = order === 1 ? [-1, 1, 0] : [1, -2, 1];
    for (let i = 0; i + order < size; i++) {
      for (let j = 0; j <= order; j++) {
        this.#penalty0[i + j]! += lambda * row[j]! * row[j]!;
        if (j + 1 <= order) this.#penalty1[i + j]! += lambda * row[j]! * row[j + 1]!;
        if (j + 2 <= order) this.#penalty2[i + j]! += lambda * row[j]! * row[j + 2]!;
      }
    }
  }

  /**
   * Solves (W + λ·D′D)·z = W·y for z, written into `z`, by the LDL′ factorisation of a matrix with five diagonals: O(n) time. Points of weight 0
   * are bridged (their y is not read). P. H. C. Eilers, Anal. Chem. 75 (2003) 3631–3636.
   */
  solve(y: Float64Array, weights: Float64Array, z: Float64Array): void {
    const n = this.#size;
    const d = this.#inverse;
    const l1 = this.#first;
    const l2 = this.#second;
    const p0 = this.#penalty0;
    const p1 = this.#penalty1;
    const p2 = this.#penalty2;
    let dBefore = 0;
    let dBefore2 = 0;
    let l1Before = 0;
    let l2Before2 = 0;
    let l2Before = 0;
    let zBefore = 0;
    let zBefore2 = 0;
    for (let i = 0; i < n; i++) {
      const w = weights[i]!;
      const pivot = w + p0[i]! - l1Before * l1Before * dBefore - l2Before2 * l2Before2 * dBefore2;
      const inverse = 1 / pivot;
      const next1 = (p1[i]! - l1Before * l2Before * dBefore) * inverse;
      const next2 = p2[i]! * inverse;
      const value = (w === 0 ? 0 : w * y[i]!) - l1Before * zBefore - l2Before2 * zBefore2;
      d[i] = inverse;
      l1[i] = next1;
      l2[i] = next2;
      z[i] = value;
      dBefore2 = dBefore;
      dBefore = pivot;
      l2Before2 = l2Before;
      l2Before = next2;
      l1Before = next1;
      zBefore2 = zBefore;
      zBefore = value;
    }
    let after = 0;
    let after2 = 0;
    for (let i = n - 1; i >= 0; i--) {
      const value = z[i]! * d[i]! - l1[i]! * after - l2[i]! * after2;
      z[i] = value;
      after2 = after;
      after = value;
    }
  }
}
