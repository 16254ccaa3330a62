import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { skeletonOf } from '../src/core/chemistry/identifiers';
import { readMeasurements } from '../src/core/formats/read';
import { memorySource } from '../src/core/spectrum/byte-source';
import type { MassSpectrum } from '../src/core/spectrum/mass-spectrum';

/** Other people's data, beside the project (see its README); none of it is part of the project. */
export const SWGDRUG = '../shared/data/ms/swgdrug/SWGDRUG39.msp';
export const FENTANYLS = '../shared/data/ms/msp_fentanyl_nist';

/** Every spectrum of a file; a refused file is an error. */
export function spectraOf(path: string): readonly MassSpectrum[] {
  const spectra: MassSpectrum[] = [];
  for (const event of readMeasurements(memorySource(path, readFileSync(path)))) {
    if (event.type === 'spectrum') spectra.push(event.spectrum);
    if (event.type === 'refused') throw new Error(`${path}: ${event.refusal.code}`);
  }
  return spectra;
}

/** The MSP files under a folder, in the order of their paths. */
export function mspFilesUnder(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.toLowerCase().endsWith('.msp'))
    .sort()
    .map((name) => join(folder, name));
}

/** Skeleton of the stated InChIKey, `undefined` without one. */
export function compoundOf(spectrum: MassSpectrum): string | undefined {
  return spectrum.identity.inchikey === undefined ? undefined : skeletonOf(spectrum.identity.inchikey);
}
