import { readSpectra } from '../../src/core/formats/read';
import type { ByteSource } from '../../src/core/spectrum/byte-source';
import { memorySource } from '../../src/core/spectrum/byte-source';
import type { MassSpectrum } from '../../src/core/spectrum/mass-spectrum';
import type { ReadEvent, ReadWarning, Refusal } from '../../src/core/spectrum/reading';

export interface Reading {
  readonly spectra: readonly MassSpectrum[];
  readonly warnings: readonly ReadWarning[];
  readonly codes: readonly string[];
  readonly refusal: Refusal | undefined;
  readonly progress: readonly number[];
}

/** Collects what a reader gives; throws when a refusal is not the last event. */
export function collect(events: Iterable<ReadEvent>): Reading {
  const spectra: MassSpectrum[] = [];
  const warnings: ReadWarning[] = [];
  const progress: number[] = [];
  let refusal: Refusal | undefined;
  for (const event of events) {
    if (refusal !== undefined) throw new Error('an event after the refusal');
    if (event.type === 'spectrum') spectra.push(event.spectrum);
    else if (event.type === 'warning') warnings.push(event.warning);
    else if (event.type === 'progress') progress.push(event.bytes);
    else refusal = event.refusal;
  }
  return { spectra, warnings, codes: warnings.map((warning) => warning.code), refusal, progress };
}

export function readBytes(bytes: Uint8Array, name = 'test.msp'): Reading {
  return collect(readSpectra(memorySource(name, bytes)));
}

export function readText(text: string, name = 'test.msp'): Reading {
  return readBytes(new TextEncoder().encode(text), name);
}

export function peaksOf(spectrum: MassSpectrum | undefined): readonly (readonly [number, number])[] {
  if (spectrum === undefined) throw new Error('no spectrum');
  return Array.from(spectrum.mz, (mz, i) => [mz, spectrum.intensity[i] as number] as const);
}

/** A source that makes its bytes on demand: `size` bytes, each from its offset. */
export function syntheticSource(name: string, size: number, byteAt: (offset: number) => number): ByteSource {
  return {
    name,
    size,
    read(offset, into) {
      const length = Math.max(0, Math.min(into.length, size - offset));
      for (let i = 0; i < length; i++) into[i] = byteAt(offset + i);
      return length;
    },
  };
}
