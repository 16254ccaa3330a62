import type { TandemSpectrum } from './clean-spectrum';
import { spectralEntropy } from './spectral-entropy';

/** Prepared spectra in the order in which they came, in typed arrays that grow. */
export class SpectrumStore {
  count = 0;
  keys: Float64Array = new Float64Array(64);
  precursors: Float64Array = new Float64Array(64);
  entropies: Float64Array = new Float64Array(64);
  starts: Uint32Array = new Uint32Array(65);
  mz: Float64Array = new Float64Array(1024);
  intensity: Float32Array = new Float32Array(1024);

  append(key: number, spectrum: TandemSpectrum, entropy = spectralEntropy(spectrum.intensity)): void {
    const slot = this.count;
    if (slot === this.keys.length) {
      this.keys = grown(this.keys, 2 * slot);
      this.precursors = grown(this.precursors, 2 * slot);
      this.entropies = grown(this.entropies, 2 * slot);
      this.starts = grown(this.starts, 2 * slot + 1);
    }
    const start = this.starts[slot]!;
    const end = start + spectrum.mz.length;
    if (end > this.mz.length) {
      const length = Math.max(end, Math.ceil(1.5 * this.mz.length));
      this.mz = grown(this.mz, length);
      this.intensity = grown(this.intensity, length);
    }
    this.mz.set(spectrum.mz, start);
    this.intensity.set(spectrum.intensity, start);
    this.keys[slot] = key;
    this.precursors[slot] = spectrum.precursorMz;
    this.entropies[slot] = entropy;
    this.starts[slot + 1] = end;
    this.count++;
  }

  /** A view of one spectrum, not a copy. */
  spectrumAt(slot: number): TandemSpectrum {
    const start = this.starts[slot]!;
    const end = this.starts[slot + 1]!;
    return { mz: this.mz.subarray(start, end), intensity: this.intensity.subarray(start, end), precursorMz: this.precursors[slot]! };
  }

  get bytes(): number {
    const arrays = [this.keys, this.precursors, this.entropies, this.starts, this.mz, this.intensity];
    return arrays.reduce((sum, array) => sum + array.byteLength, 0);
  }
}

function grown<Typed extends Float64Array | Float32Array | Uint32Array>(array: Typed, length: number): Typed {
  const larger = new (array.constructor as new (length: number) => Typed)(length);
  larger.set(array);
  return larger;
}
