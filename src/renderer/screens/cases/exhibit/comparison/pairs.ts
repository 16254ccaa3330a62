import type { Batch, Exhibit } from '../../../../../contract/casework';
import type { ReferenceLot } from '../../../../../contract/lots';
import { type PlacedSpectrum, spectraOf } from '../sequence/use-batches';

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

/** The unknowns nearest to a reference of the substance first; of equally near ones, those not compared yet. */
export function unknownsFor(
  unknowns: readonly PlacedSpectrum[],
  referencesOf: (unknown: PlacedSpectrum) => readonly PlacedSpectrum[],
  compared: ReadonlySet<string>,
): readonly PlacedSpectrum[] {
  const rank = (unknown: PlacedSpectrum): number => {
    const [nearest] = referencesOf(unknown);
    return (compared.has(unknown.spectrum.id) ? SAME_PEAK : 0) + (nearest === undefined ? 1e3 : Math.min(apart(unknown, nearest), 999));
  };
  return [...unknowns].sort((a, b) => rank(a) - rank(b));
}
