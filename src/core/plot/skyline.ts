import type { Box } from './scene';

interface Line {
  readonly top: Float32Array;
  readonly bottom: Float32Array;
}

/** Where lines run, each column of pixels by column, so that labels can keep off them; the space between two lines is free. */
export class Skyline {
  readonly #left: number;
  readonly #columns: number;
  readonly #lines: Line[] = [];

  constructor({ left, right }: Pick<Box, 'left' | 'right'>) {
    this.#left = Math.floor(left);
    this.#columns = Math.max(1, Math.ceil(right) - this.#left + 1);
  }

  /** Adds a line: x and y in turn, NaN where the pen is lifted. */
  add(points: Float64Array): void {
    const line: Line = {
      top: new Float32Array(this.#columns).fill(Number.POSITIVE_INFINITY),
      bottom: new Float32Array(this.#columns).fill(Number.NEGATIVE_INFINITY),
    };
    this.#lines.push(line);
    for (let i = 2; i + 1 < points.length; i += 2) this.#segment(line, points[i - 2]!, points[i - 1]!, points[i]!, points[i + 1]!);
  }

  /** Whether a line runs through the box. */
  crosses(box: Box): boolean {
    const from = Math.max(0, Math.floor(box.left) - this.#left);
    const to = Math.min(this.#columns - 1, Math.floor(box.right) - this.#left);
    return this.#lines.some(({ top, bottom }) => {
      for (let column = from; column <= to; column++) {
        if (top[column]! < box.bottom && bottom[column]! > box.top) return true;
      }
      return false;
    });
  }

  #segment({ top, bottom }: Line, x1: number, y1: number, x2: number, y2: number): void {
    if (!(Number.isFinite(x1) && Number.isFinite(x2))) return;
    const [ax, ay, bx, by] = x1 <= x2 ? [x1, y1, x2, y2] : [x2, y2, x1, y1];
    const from = Math.floor(ax);
    const to = Math.floor(bx);
    for (let column = from; column <= to; column++) {
      const a = column === from ? ay : ay + ((by - ay) * (column - ax)) / (bx - ax);
      const b = column === to ? by : ay + ((by - ay) * (column + 1 - ax)) / (bx - ax);
      const at = column - this.#left;
      if (at < 0 || at >= top.length) continue;
      top[at] = Math.min(top[at]!, a, b);
      bottom[at] = Math.max(bottom[at]!, a, b);
    }
  }
}
