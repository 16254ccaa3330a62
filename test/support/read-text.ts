import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMeasurements } from '../../src/core/formats/read';
import type { ByteSource } from '../../src/core/spectrum/byte-source';
import { memorySource } from '../../src/core/spectrum/byte-source';
import type { Curves, Trace } from '../../src/core/spectrum/curves';
import type { MassSpectrum } from '../../src/core/spectrum/mass-spectrum';
import type { ReadEvent, ReadWarning, Refusal } from '../../src/core/spectrum/reading';
import type { Run, Scan } from '../../src/core/spectrum/run';

export interface Reading {
  readonly spectra: readonly MassSpectrum[];
  readonly curves: readonly Curves[];
  readonly runs: readonly { readonly run: Run; readonly scans: readonly Scan[]; readonly chromatograms: readonly Trace[] }[];
  readonly warnings: readonly ReadWarning[];
  readonly codes: readonly string[];
  readonly refusal: Refusal | undefined;
  readonly progress: readonly number[];
}

/** Collects what a reader gives; throws when a refusal is not the last event. */
export function collect(events: Iterable<ReadEvent>): Reading {
  const spectra: MassSpectrum[] = [];
  const curves: Curves[] = [];
  const runs: { readonly run: Run; readonly scans: Scan[]; readonly chromatograms: Trace[] }[] = [];
  const warnings: ReadWarning[] = [];
  const progress: number[] = [];
  let refusal: Refusal | undefined;
  for (const event of events) {
    if (refusal !== undefined) throw new Error('an event after the refusal');
    switch (event.type) {
      case 'spectrum':
        spectra.push(event.spectrum);
        break;
      case 'curves':
        curves.push(event.curves);
        break;
      case 'run':
        runs.push({ run: event.run, scans: [], chromatograms: [] });
        break;
      case 'scan':
        ofRun(runs).scans.push(event.scan);
        break;
      case 'chromatogram':
        ofRun(runs).chromatograms.push(event.trace);
        break;
      case 'warning':
        warnings.push(event.warning);
        break;
      case 'progress':
        progress.push(event.bytes);
        break;
      case 'refused':
        refusal = event.refusal;
        break;
    }
  }
  return { spectra, curves, runs, warnings, codes: warnings.map((warning) => warning.code), refusal, progress };
}

function ofRun<R>(runs: readonly R[]): R {
  const run = runs.at(-1);
  if (run === undefined) throw new Error('a scan or chromatogram before its run');
  return run;
}

/** What a file of the shared data holds; `path` from the folder of formats. */
export function readShared(path: string): Reading {
  return readBytes(readFileSync(sharedPath(path)), path);
}

export function sharedPath(path: string): string {
  return join(SHARED_FORMATS, path);
}

/** Where instrument files of every format are, when they are there at all. */
export const SHARED_FORMATS = join(import.meta.dirname, '../../../shared/data/formats');

export function readBytes(bytes: Uint8Array, name = 'test.msp'): Reading {
  return collect(readMeasurements(memorySource(name, bytes)));
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
