import { type EnergyLibraryEntry, type EnergySpectrum, usableSpectra } from './energy-spectra';
import type { InvertedSearchOutcome, InvertedSearchRefusalCode } from './inverted-result';

/** Why a query, a library or the options cannot be used; `undefined` if they can. */
export function checkQuery(
  query: readonly EnergySpectrum[],
  library: readonly EnergyLibraryEntry[],
  parameters: Readonly<Record<string, number>>,
): InvertedSearchOutcome | undefined {
  for (const [parameter, value] of Object.entries(parameters)) {
    if (!(value > 0 && value <= 1)) return refused('parameter-out-of-range', { parameter, value, min: 0, max: 1 });
  }
  const energies = usableSpectra(query).map(({ energy }) => energy);
  if (energies.length === 0) return refused('query-empty');
  const repeated = energies.find((energy, i) => energies.indexOf(energy) !== i);
  if (repeated !== undefined) return refused('energy-repeated', { energy: repeated });
  const known = new Set(library.flatMap(({ spectra }) => usableSpectra(spectra).map(({ energy }) => energy)));
  if (known.size === 0) return refused('library-empty');
  if (energies.some((energy) => known.has(energy))) return undefined;
  return refused('no-common-energy', { query: energies.join(', '), library: [...known].sort((a, b) => a - b).join(', ') });
}

function refused(code: InvertedSearchRefusalCode, params: Readonly<Record<string, string | number>> = {}): InvertedSearchOutcome {
  return { kind: 'refused', code, params };
}
