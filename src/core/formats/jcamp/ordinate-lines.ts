import { limits } from '../limits';

/**
 * Most points of one table. A few bytes of duplicates ask for any number of them, so that a table is bounded to what is made in well under 250 ms and copied in
 * bounded memory; the largest real one has 131,072.
 */
export const MOST_POINTS = limits.pointsPerTrace;
/** Most lines of one table: each is remembered for the check of the abscissa. */
const MOST_LINES = 4_194_304;

/** What the lines of a table of ordinates say of their places, for the check when the table is read. */
export class OrdinateLines {
  length = 0;
  /** The abscissa as written, before its factor. */
  x = new Float64Array(256);
  /** The power of ten of its last digit. */
  place = new Int16Array(256);
  /** The point it belongs to. */
  point = new Uint32Array(256);
  /** The number of the line in the file. */
  number = new Uint32Array(256);

  clear(): void {
    this.length = 0;
  }

  /** Remembers a line; false when there are more than any table has. */
  push(x: number, place: number, point: number, number: number): boolean {
    const k = this.length;
    if (k === MOST_LINES) return false;
    if (k === this.x.length) this.#grow(2 * k);
    this.x[k] = x;
    this.place[k] = place;
    this.point[k] = point;
    this.number[k] = number;
    this.length = k + 1;
    return true;
  }

  /** Forgets the line read last. */
  pop(): void {
    this.length--;
  }

  #grow(capacity: number): void {
    const { x, place, point, number } = this;
    this.x = new Float64Array(capacity);
    this.place = new Int16Array(capacity);
    this.point = new Uint32Array(capacity);
    this.number = new Uint32Array(capacity);
    this.x.set(x);
    this.place.set(place);
    this.point.set(point);
    this.number.set(number);
  }
}
