import { GrowingPoints } from './growing-points';
import type { Box } from './scene';

/** A line built point by point, cut at the edges of a box. Where the pen was lifted a pair of NaN stands. */
export class ClippedPath {
  readonly #box: Box;
  readonly #points = new GrowingPoints();
  #runLength = 0;
  #lastX = Number.NaN;
  #lastY = Number.NaN;
  /** The last point written is where the pen is. */
  #joined = false;

  constructor(box: Box) {
    this.#box = box;
  }

  /** A line from where the pen is, or its first point. */
  lineTo(x: number, y: number): void {
    if (x === this.#lastX && y === this.#lastY && this.#runLength > 0) return;
    if (this.#runLength > 0) this.#segment(this.#lastX, this.#lastY, x, y);
    this.#lastX = x;
    this.#lastY = y;
    this.#runLength++;
  }

  /** Ends the line; a point without neighbours becomes a dot. */
  lift(): void {
    if (this.#runLength === 1 && this.#inside(this.#lastX, this.#lastY)) {
      const { left, right } = this.#box;
      this.#points.lift();
      this.#points.push(Math.max(left, this.#lastX - 0.75), this.#lastY);
      this.#points.push(Math.min(right, this.#lastX + 0.75), this.#lastY);
    }
    this.#runLength = 0;
    this.#joined = false;
  }

  /** The points so far. */
  points(): Float64Array {
    this.lift();
    return this.#points.points();
  }

  #inside(x: number, y: number): boolean {
    const { left, top, right, bottom } = this.#box;
    return x >= left && x <= right && y >= top && y <= bottom;
  }

  /** Liang and Barsky's clipping (ACM Trans. Graph. 3, 1984, 1). */
  #segment(x1: number, y1: number, x2: number, y2: number): void {
    if (this.#joined && this.#inside(x2, y2)) {
      this.#points.push(x2, y2);
      return;
    }
    const { left, top, right, bottom } = this.#box;
    const dx = x2 - x1;
    const dy = y2 - y1;
    let enter = 0;
    let leave = 1;
    for (let edge = 0; edge < 4; edge++) {
      const direction = edge === 0 ? -dx : edge === 1 ? dx : edge === 2 ? -dy : dy;
      const room = edge === 0 ? x1 - left : edge === 1 ? right - x1 : edge === 2 ? y1 - top : bottom - y1;
      if (direction === 0) {
        if (room < 0) leave = -1;
      } else {
        const at = room / direction;
        if (direction < 0) enter = Math.max(enter, at);
        else leave = Math.min(leave, at);
      }
    }
    if (enter > leave) {
      this.#joined = false;
      return;
    }
    if (!this.#joined || enter > 0) {
      this.#points.lift();
      this.#points.push(x1 + enter * dx, y1 + enter * dy);
    }
    this.#points.push(leave === 1 ? x2 : x1 + leave * dx, leave === 1 ? y2 : y1 + leave * dy);
    this.#joined = leave === 1;
  }
}
