import type { Box } from './scene';

/** Where lines run, column by column of pixels, so that labels can keep off them. */
export class Skyline {
  readonly #left: number;
  readonly #top: Float32Array;
  readonly #bottom: Float32Array;

  constructor({ left, right }: Pick<Box, 'left' | 'right'>) {
    this.#left = Math.floor(left);
    const columns = Math.max(1, Math.ceil(right) - this.#left + 1);
    this.#top = new Float32Array(columns).fill(Number.POSITIVE_INFINITY);
    this.#bottom = new Float32Array(columns).fill(Number.NEGATIVE_INFINITY);
  }

  /** Adds a line: x and y in turn, NaN where the pen is lifted. */
  add(points: Float64Array): void {
    for (let i = 2; i + 1 < points.length; i += 2) this.#segment(points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!);
  }

  /** Whether a line runs through the box. */
  crosses({ left, right, top, bottom }: Box): boolean {
    const from = Math.max(0, Math.floor(left) - this.#left);
    const to = Math.min(this.#top.length - 1, Math.floor(right) - this.#left);
    for (let column = from; column <= to; column++) {
      if (this.#top[column]! < bottom && this.#bottom[column]! > top) return true;
    }
    return false;
  }

  #segment(x1: number, y1: number, x2: number, y2: number): void {
    if (!(Number.isFinite(x1) && Number.isFinite(x2))) return;
    const [ax, ay, bx, by] = x1 <= x2 ? [x1, y1, x2, y2] : [x2, y2, x1, y1];
    const from = Math.floor(ax);
    const to = Math.floor(bx);
    for (let column = from; column <= to; column++) {
      const a = column === from ? ay : ay + ((by - ay) * (column - ax)) / (bx - ax);
      const b = column === to ? by : ay + ((by - ay) * (column + 1 - ax)) / (bx - ax);
      const at = column - this.#left;
      if (at < 0 || at >= this.#top.length) continue;
      this.#top[at] = Math.min(this.#top[at]!, a, b);
      this.#bottom[at] = Math.max(this.#bottom[at]!, a, b);
    }
  }
}
