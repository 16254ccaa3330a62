import type { Trace } from '../../spectrum/curves';
import type { BinaryFile } from '../binary/binary-file';
import { limits } from '../limits';
import type { MsHeader } from './header';

const ENTRY = 12;
const WINDOW = 4096;

/** An entry of the directory: where a scan begins (bytes), its time (ms) and its total abundance. */
export interface DirectoryEntry {
  readonly offset: number;
  readonly time: number;
  readonly total: number;
}

/** The directory behind the scans, read in windows. */
export class Directory {
  readonly #file: BinaryFile;
  readonly #at: number;
  readonly count: number;
  #window = new DataView(new ArrayBuffer(0));
  #first = 0;

  private constructor(file: BinaryFile, at: number, count: number) {
    this.#file = file;
    this.#at = at;
    this.count = count;
  }

  /** The directory of a file; undefined where it is not in the file or does not begin with the first scan. */
  static open(file: BinaryFile, header: MsHeader): Directory | undefined {
    const { directory, scans, data } = header;
    if (scans === 0 || directory < data || !file.holds(directory, scans * ENTRY)) return undefined;
    if (scans > limits.scansPerRun) file.refuse('too-many-points', 0x116, { limit: limits.scansPerRun });
    const found = new Directory(file, directory, scans);
    return found.entry(0).offset === data ? found : undefined;
  }

  /** Place of the directory in the file. */
  get place(): number {
    return this.#at;
  }

  entry(index: number): DirectoryEntry {
    if (index < this.#first || (index - this.#first + 1) * ENTRY > this.#window.byteLength) {
      const count = Math.min(WINDOW, this.count - index);
      this.#window = this.#file.view(this.#at + index * ENTRY, count * ENTRY, 'directory');
      this.#first = index;
    }
    const at = (index - this.#first) * ENTRY;
    return { offset: 2 * this.#window.getUint32(at) - 2, time: this.#window.getUint32(at + 4), total: this.#window.getUint32(at + 8) };
  }

  /** The total abundance over time, as the directory has it. */
  chromatogram(): Trace {
    const x = new Float64Array(this.count);
    const y = new Float64Array(this.count);
    for (let i = 0; i < this.count; i++) {
      const { time, total } = this.entry(i);
      x[i] = time;
      y[i] = total;
    }
    return {
      label: 'TIC',
      role: 'measured',
      form: 'line',
      x: { kind: 'explicit', axis: { quantity: 'time', unit: 'ms', written: '' }, values: x },
      y: { axis: { quantity: 'ion-current', unit: 'counts', written: '' }, values: y },
    };
  }
}
