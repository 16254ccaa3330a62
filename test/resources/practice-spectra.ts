import { readFileSync } from 'node:fs';
import { readMeasurements } from '../../src/core/formats/read';
import { memorySource } from '../../src/core/spectrum/byte-source';
import type { MassSpectrum } from '../../src/core/spectrum/mass-spectrum';
import type { ReadEvent } from '../../src/core/spectrum/reading';
import { RESOURCES } from './read-resource';

export interface PracticeFile {
  readonly spectra: readonly MassSpectrum[];
  /** Warnings and refusals; none is expected. */
  readonly complaints: readonly ReadEvent[];
}

/** Reads a practice file with the application's own reader. */
export function readPracticeFile(path: string): PracticeFile {
  const bytes = readFileSync(new URL(`practice/${path}`, RESOURCES));
  const events = [...readMeasurements(memorySource(path, bytes))];
  return {
    spectra: events.flatMap((event) => (event.type === 'spectrum' ? [event.spectrum] : [])),
    complaints: events.filter(({ type }) => type === 'warning' || type === 'refused'),
  };
}
