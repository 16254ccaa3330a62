import type { Run, Scan } from '../../../../core/spectrum/run';
import { growingBytes, growingCounts, growingDoubles } from './growing';
import { FLAG_INTENSITY32, FLAG_MZ32, FLAG_PROFILE, type RunTables, type RunTrace } from './reading-model';
import type { ScratchWriter } from './scratch-file';

/** Takes the scans of one run as they are read: numbers to the scratch file, what is asked for of all scans to tables. */
export class RunWriter {
  readonly run: Run;
  readonly #item: number;
  readonly #file: ScratchWriter;
  readonly #offsets = growingDoubles();
  readonly #counts = growingCounts();
  readonly #words = growingCounts();
  readonly #flags = growingBytes();
  readonly #numbers = growingDoubles();
  readonly #times = growingDoubles();
  readonly #msLevels = growingBytes();
  readonly #ionCurrent = growingDoubles();
  readonly #stated = growingDoubles();
  readonly #basePeak = growingDoubles();
  readonly #lowest = growingDoubles();
  readonly #highest = growingDoubles();
  readonly #chromatograms = growingDoubles();

  constructor(run: Run, item: number, file: ScratchWriter) {
    this.run = run;
    this.#item = item;
    this.#file = file;
  }

  get scans(): number {
    return this.#times.length;
  }

  scan(scan: Scan): void {
    const { mz, intensity } = scan;
    let sum = 0;
    let base = 0;
    for (const value of intensity) {
      sum += value;
      if (value > base) base = value;
    }
    const shortMz = inSingles(mz);
    const shortIntensity = inSingles(intensity);
    const words = Buffer.from(JSON.stringify(wordsOf(scan)), 'utf8');
    this.#file.align();
    this.#offsets.push(this.#file.place);
    this.#file.write(bytesOf(shortMz ?? mz));
    this.#file.write(bytesOf(shortIntensity ?? intensity));
    this.#file.write(words);
    this.#counts.push(mz.length);
    this.#words.push(words.length);
    this.#flags.push((shortMz ? FLAG_MZ32 : 0) | (shortIntensity ? FLAG_INTENSITY32 : 0) | (scan.profile ? FLAG_PROFILE : 0));
    this.#numbers.push(scan.number);
    this.#times.push(scan.time);
    this.#msLevels.push(Math.min(255, scan.msLevel));
    this.#ionCurrent.push(sum);
    this.#stated.push(scan.statedIonCurrent ?? Number.NaN);
    this.#basePeak.push(base);
    this.#lowest.push(mz[0] ?? Number.NaN);
    this.#highest.push(mz.at(-1) ?? Number.NaN);
  }

  chromatogram(trace: RunTrace): void {
    this.#file.align();
    for (const part of this.#file.record(trace)) this.#chromatograms.push(part);
  }

  end(): RunTables {
    return {
      item: this.#item,
      offsets: this.#offsets.end(),
      counts: this.#counts.end(),
      words: this.#words.end(),
      flags: this.#flags.end(),
      numbers: this.#numbers.end(),
      times: this.#times.end(),
      msLevels: this.#msLevels.end(),
      ionCurrent: this.#ionCurrent.end(),
      statedIonCurrent: this.#stated.end(),
      basePeak: this.#basePeak.end(),
      lowest: this.#lowest.end(),
      highest: this.#highest.end(),
      chromatograms: this.#chromatograms.end(),
    };
  }
}

/** What a scan says besides its numbers. */
export interface ScanWords {
  readonly polarity?: 'positive' | 'negative';
  readonly precursorMz?: number;
  readonly precursorCharge?: number;
  readonly collisionEnergy?: string;
  readonly filter?: string;
}

function wordsOf({ polarity, precursorMz, precursorCharge, collisionEnergy, filter }: Scan): ScanWords {
  return {
    ...(polarity === undefined ? {} : { polarity }),
    ...(precursorMz === undefined ? {} : { precursorMz }),
    ...(precursorCharge === undefined ? {} : { precursorCharge }),
    ...(collisionEnergy === undefined ? {} : { collisionEnergy }),
    ...(filter === undefined ? {} : { filter }),
  };
}

/** The numbers in half the room, where each of them survives it unaltered. */
function inSingles(values: Float64Array): Float32Array | null {
  for (const value of values) if (Math.fround(value) !== value) return null;
  return new Float32Array(values);
}

const bytesOf = (values: Float64Array | Float32Array) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
