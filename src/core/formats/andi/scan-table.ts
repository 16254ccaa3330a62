import type { BinaryFile } from '../binary/binary-file';
import { limits } from '../limits';
import type { ReadLog } from '../read-log';
import { NumberColumn } from './netcdf/column';
import type { Netcdf } from './netcdf/header';

/** Most points of one scan: a profile of a high resolution instrument has some 200,000. */
const SCAN_POINTS = 1_048_576;

/** The points of one scan as they stand in the file, after its factors and in ascending m/z. */
export interface ScanPoints {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
}

/** The scans of a file by their table: where each begins among all points, and how many it has. */
export class ScanTable {
  readonly #file: BinaryFile;
  readonly #log: ReadLog;
  readonly #index: NumberColumn | undefined;
  readonly #counts: NumberColumn | undefined;
  readonly #flags: NumberColumn | undefined;
  readonly #mz: NumberColumn;
  readonly #intensity: NumberColumn;
  #next = 0;
  #given = 0;
  #flagged = false;
  readonly count: number;

  /** @throws Refused `structure-damaged` */
  constructor(file: BinaryFile, netcdf: Netcdf, log: ReadLog) {
    const column = (name: string): NumberColumn | undefined => {
      const variable = netcdf.variables.get(name);
      return variable === undefined ? undefined : new NumberColumn(file, variable);
    };
    this.#file = file;
    this.#log = log;
    this.#index = column('scan_index');
    this.#counts = column('point_count');
    this.#flags = column('flag_count');
    const mz = column('mass_values');
    const intensity = column('intensity_values');
    if (mz === undefined || intensity === undefined || (this.#index ?? this.#counts) === undefined) {
      file.refuse('structure-damaged', netcdf.end, { part: 'scan_index' });
    }
    this.#mz = mz;
    this.#intensity = intensity;
    this.count = Math.max(this.#index?.length ?? 0, this.#counts?.length ?? 0);
  }

  /** Place in the file of a scan's first point. */
  place(scan: number): number {
    return this.#mz.place(this.#index?.value(scan) ?? this.#next);
  }

  /**
   * The points of a scan; undefined, with a warning, where the table contradicts itself.
   * @throws Refused `file-truncated` where they lie behind the end of the file, `too-many-points`
   */
  points(scan: number): ScanPoints | undefined {
    const first = this.#index === undefined ? this.#next : this.#index.value(scan);
    const count = this.#countOf(scan, first);
    const flags = this.#flags?.value(scan) ?? 0;
    if (flags > 0 && !this.#flagged) this.#log.warn('part-unused', {}, { record: `#${scan + 1}`, part: 'flag_count' });
    this.#flagged ||= flags > 0;
    const total = Math.min(this.#mz.length, this.#intensity.length);
    if (!(Number.isInteger(first) && Number.isInteger(count) && first >= 0 && count >= 0 && first + count <= total)) {
      this.#log.warn('part-damaged', {}, { record: `#${scan + 1}`, part: 'scan_index, point_count' });
      return undefined;
    }
    if (count > SCAN_POINTS) this.#file.refuse('too-many-points', this.#mz.place(first), { limit: SCAN_POINTS });
    // scans that share points are no run: a table that repeats them would make a small file endless
    this.#given += count;
    if (this.#given > total) this.#file.refuse('structure-damaged', this.#mz.place(first), { part: 'scan_index, point_count' });
    this.#next = first + count + Math.max(0, flags || 0);
    // both ends before any allocation: a count is believed only where the file has the bytes
    if (count > 0) this.#mz.value(first + count - 1);
    return this.#read(scan, first, count);
  }

  #countOf(scan: number, first: number): number {
    if (this.#counts !== undefined && scan < this.#counts.length) return this.#counts.value(scan);
    const next = scan + 1 < this.count ? (this.#index?.value(scan + 1) ?? Number.NaN) : this.#mz.length;
    this.#log.warnOnce('value-assumed', {}, { record: `#${scan + 1}`, field: 'point_count', value: next - first });
    return next - first;
  }

  #read(scan: number, first: number, count: number): ScanPoints {
    const mz = new Float64Array(count);
    const intensity = new Float64Array(count);
    this.#mz.read(first, mz);
    this.#intensity.read(first, intensity);
    let ascending = true;
    let bad = 0;
    let outside = 0;
    for (let i = 0; i < count; i++) {
      const x = mz[i] as number;
      const y = intensity[i] as number;
      if (!(Number.isFinite(x) && Number.isFinite(y)) || this.#mz.isFill(x) || this.#intensity.isFill(y)) {
        bad++;
        mz[i] = Number.NaN;
      } else {
        mz[i] = x * this.#mz.scale + this.#mz.offset;
        intensity[i] = y * this.#intensity.scale + this.#intensity.offset;
      }
      if ((mz[i] as number) < 0 || (mz[i] as number) > limits.mz) {
        outside++;
        mz[i] = Number.NaN;
      }
      if (i > 0 && !((mz[i] as number) >= (mz[i - 1] as number))) ascending = false;
    }
    if (bad > 0) this.#log.warn('points-not-finite', {}, { record: `#${scan + 1}`, count: bad });
    if (outside > 0) this.#log.warn('part-damaged', {}, { record: `#${scan + 1}`, part: `mass_values (${outside})` });
    return ascending && bad + outside === 0 ? { mz, intensity } : this.#ordered(scan, mz, intensity);
  }

  /** Leaves out what is no point and sorts; a scan that merely runs downwards (many instruments do) needs no word. */
  #ordered(scan: number, mz: Float64Array, intensity: Float64Array): ScanPoints {
    const record = `#${scan + 1}`;
    const order = Array.from(mz.keys()).filter((i) => !Number.isNaN(mz[i]));
    const descending = order.every((at, i) => i === 0 || (mz[at] as number) <= (mz[order[i - 1] as number] as number));
    if (descending) order.reverse();
    else if (order.some((at, i) => i > 0 && (mz[at] as number) < (mz[order[i - 1] as number] as number))) {
      this.#log.warn('scan-unsorted', {}, { record });
      order.sort((a, b) => (mz[a] as number) - (mz[b] as number) || a - b);
    }
    return { mz: Float64Array.from(order, (at) => mz[at] as number), intensity: Float64Array.from(order, (at) => intensity[at] as number) };
  }
}
