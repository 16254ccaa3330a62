import type { BinaryFile } from '../binary/binary-file';

const HEAD = 18;
const FOOT = 10;
/** The longest record: its length is 16 bits, in units of two bytes. */
const LONGEST = 2 * 0xffff;
const WINDOW = 524_288;

/** One scan as it stands in the file. `length` are the bytes of its record. */
export interface ScanRecord {
  readonly length: number;
  /** Milliseconds. */
  readonly time: number;
  /** Total abundance of the raw signal: a little more than the sum of what is kept. */
  readonly total: number;
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  /** Peaks stood in order, up or down. */
  readonly ordered: boolean;
}

/** Reads scan records through a window, so that a run of any length costs the same memory. */
export class ScanReader {
  readonly #file: BinaryFile;
  #window = new DataView(new ArrayBuffer(0));
  #start = 0;

  constructor(file: BinaryFile) {
    this.#file = file;
  }

  /**
   * The record at a place; undefined where its lengths contradict each other.
   * @throws Refused `file-truncated`
   */
  read(at: number): ScanRecord | undefined {
    const offset = this.#hold(at, HEAD);
    const length = 2 * this.#window.getUint16(offset);
    const peaks = this.#window.getUint16(offset + 12);
    if (length < HEAD + 4 * peaks + FOOT) return undefined;
    const start = this.#hold(at, length);
    const mz = new Float64Array(peaks);
    const intensity = new Float64Array(peaks);
    let up = true;
    let down = true;
    for (let i = 0, from = start + HEAD; i < peaks; i++, from += 4) {
      mz[i] = this.#window.getUint16(from) / 20;
      intensity[i] = unpack(this.#window.getUint16(from + 2));
      if (i > 0) {
        up &&= (mz[i] as number) >= (mz[i - 1] as number);
        down &&= (mz[i] as number) <= (mz[i - 1] as number);
      }
    }
    const record = {
      length,
      time: this.#window.getUint32(start + 2),
      total: this.#window.getUint32(start + length - 4),
      ordered: up || down,
    };
    if (up) return { ...record, mz, intensity };
    if (down) return { ...record, mz: mz.reverse(), intensity: intensity.reverse() };
    const order = Array.from(mz.keys()).sort((a, b) => (mz[a] as number) - (mz[b] as number) || a - b);
    return {
      ...record,
      mz: Float64Array.from(order, (i) => mz[i] as number),
      intensity: Float64Array.from(order, (i) => intensity[i] as number),
    };
  }

  #hold(at: number, length: number): number {
    const offset = at - this.#start;
    if (offset >= 0 && offset + length <= this.#window.byteLength) return offset;
    const size = Math.max(length, Math.min(WINDOW, Math.max(LONGEST, length), Math.max(0, this.#file.size - at)));
    this.#window = this.#file.view(at, size, 'scan');
    this.#start = at;
    return 0;
  }
}

/** An abundance in 16 bits: 14 bits times 8 to the power of the upper two. */
export function unpack(packed: number): number {
  return (packed & 0x3fff) * 8 ** (packed >> 14);
}
