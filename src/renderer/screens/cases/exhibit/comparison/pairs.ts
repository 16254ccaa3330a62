import type { Batch, Exhibit } from '../../../../../contract/casework';
import type { ReferenceLot } from '../../../../../contract/lots';
import { type PlacedSpectrum, spectraOf } from '../sequence/placed-spectra';

/** Unknowns of the exhibit that were measured. */
export function unknownsOf(batches: readonly Batch[], exhibit: Exhibit): readonly PlacedSpectrum[] {
  return spectraOf(batches, ({ exhibitId }) => exhibitId === exhibit.id);
}

const apart = (a: PlacedSpectrum, b: PlacedSpectrum): number =>
  a.spectrum.retentionTimeMinutes === null || b.spectrum.retentionTimeMinutes === null
    ? Number.POSITIVE_INFINITY
    : Math.abs(a.spectrum.retentionTimeMinutes - b.spectrum.retentionTimeMinutes);

/**
 * Reference spectra that an unknown may be compared with: of its own sequence and of a lot of the substance, the nearest in retention
 * first. A reference of another substance is not offered: it could show nothing.
 */
export function referencesFor(
  unknown: PlacedSpectrum,
  batches: readonly Batch[],
  lots: readonly ReferenceLot[],
  substanceId: string,
): readonly PlacedSpectrum[] {
  const ofSubstance = new Set(lots.filter((lot) => lot.substanceId === substanceId).map(({ id }) => id));
  const own = batches.filter(({ id }) => id === unknown.batch.id);
  const references = spectraOf(
    own,
    ({ kind, referenceLotId }) => kind === 'reference' && referenceLotId !== null && ofSubstance.has(referenceLotId),
  );
  return [...references].sort((a, b) => apart(unknown, a) - apart(unknown, b));
}

/** Minutes within which two spectra are taken for the same peak when the window proposes what to compare next. */
const SAME_PEAK = 0.5;

/** The unknowns at a reference's place first, in the order they were injected; of those, the ones not compared yet. */
export function unknownsFor(
  unknowns: readonly PlacedSpectrum[],
  referencesOf: (unknown: PlacedSpectrum) => readonly PlacedSpectrum[],
  compared: ReadonlySet<string>,
): readonly PlacedSpectrum[] {
  const rank = (unknown: PlacedSpectrum): number => {
    const [nearest] = referencesOf(unknown);
    const away = nearest === undefined ? 1e4 : Math.floor(Math.min(apart(unknown, nearest), 1e3) / SAME_PEAK);
    return away + (compared.has(unknown.spectrum.id) ? 0.5 : 0);
  };
  return [...unknowns].sort((a, b) => rank(a) - rank(b));
}
