/** Working arrays of `solveNonNegative`, so that a fit allocates nothing. */
export class NonNegativeSolver {
  readonly #l: Float64Array;
  readonly #z: Float64Array;
  readonly #passive: Int32Array;
  readonly #inside: Uint8Array;

  /** @param most most columns of a fit */
  constructor(most: number) {
    this.#l = new Float64Array(most * most);
    this.#z = new Float64Array(most);
    this.#passive = new Int32Array(most);
    this.#inside = new Uint8Array(most);
  }

  /**
   * The x ≥ 0 with the least |A·x − b|² from A′A (`gram`, n × n by rows) and A′b (`right`), into `x`: C. L. Lawson, R. J. Hanson, Solving Least Squares Problems
   * (1974), chapter 23. Starts with all columns: without a negative factor that is the answer, as in most fits of a run.
   */
  solve(gram: Float64Array, right: Float64Array, n: number, x: Float64Array): void {
    const z = this.#z;
    for (let j = 0; j < n; j++) this.#passive[j] = j;
    this.#solvePassive(gram, right, n, n);
    let feasible = true;
    for (let j = 0; j < n; j++) if (!(z[j]! >= 0)) feasible = false;
    if (feasible) {
      for (let j = 0; j < n; j++) x[j] = z[j]!;
      return;
    }
    this.#activeSet(gram, right, n, x);
  }

  #activeSet(gram: Float64Array, right: Float64Array, n: number, x: Float64Array): void {
    const z = this.#z;
    const passive = this.#passive;
    const inside = this.#inside.fill(0);
    x.fill(0, 0, n);
    let count = 0;
    let scale = 0;
    for (let j = 0; j < n; j++) scale = Math.max(scale, Math.abs(right[j]!));
    for (let step = 0; step < 3 * n; step++) {
      let entering = -1;
      let steepest = 1e-10 * scale;
      for (let j = 0; j < n; j++) {
        if (inside[j] === 1) continue;
        let slope = right[j]!;
        for (let k = 0; k < n; k++) slope -= gram[j * n + k]! * x[k]!;
        if (slope > steepest) {
          steepest = slope;
          entering = j;
        }
      }
      if (entering < 0) return;
      passive[count++] = entering;
      inside[entering] = 1;
      this.#solvePassive(gram, right, n, count);
      while (count > 0) {
        let share = 1;
        let blocked = -1;
        for (let k = 0; k < count; k++) {
          const before = x[passive[k]!]!;
          if (z[k]! > 0) continue;
          const part = before / (before - z[k]!);
          if (blocked < 0 || part < share) {
            share = part;
            blocked = k;
          }
        }
        if (blocked < 0) break;
        for (let k = 0; k < count; k++) x[passive[k]!]! += share * (z[k]! - x[passive[k]!]!);
        const leaving = passive[blocked]!;
        x[leaving] = 0;
        inside[leaving] = 0;
        for (let k = blocked; k + 1 < count; k++) passive[k] = passive[k + 1]!;
        count--;
        this.#solvePassive(gram, right, n, count);
      }
      for (let k = 0; k < count; k++) x[passive[k]!] = z[k]!;
    }
  }

  /** Solves for the first `m` passive columns by Cholesky's factorisation, into `#z`. */
  #solvePassive(gram: Float64Array, right: Float64Array, n: number, m: number): void {
    const l = this.#l;
    const z = this.#z;
    const passive = this.#passive;
    for (let i = 0; i < m; i++) {
      const row = passive[i]! * n;
      for (let j = 0; j <= i; j++) {
        let sum = gram[row + passive[j]!]!;
        for (let k = 0; k < j; k++) sum -= l[i * m + k]! * l[j * m + k]!;
        // A column that depends on the others gets a pivot of rounding size, not of zero.
        l[i * m + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12 * gram[row + passive[i]!]!)) : sum / l[j * m + j]!;
      }
      let sum = right[passive[i]!]!;
      for (let k = 0; k < i; k++) sum -= l[i * m + k]! * z[k]!;
      z[i] = sum / l[i * m + i]!;
    }
    for (let i = m - 1; i >= 0; i--) {
      for (let k = i + 1; k < m; k++) z[i]! -= l[k * m + i]! * z[k]!;
      z[i]! /= l[i * m + i]!;
    }
  }
}
