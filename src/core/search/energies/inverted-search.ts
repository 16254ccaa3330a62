import { checkQuery } from './check-query';
import {
  basePeakMz,
  type EnergyLibraryEntry,
  type EnergyPeaks,
  type EnergySpectrum,
  nearestPeak,
  type SortedPeaks,
  usableSpectra,
} from './energy-spectra';
import { fitMixture } from './fit-mixture';
import type {
  EnergyCandidate,
  EnergyEvidence,
  EnergyReason,
  EnergyVerdict,
  InvertedSearchOptions,
  InvertedSearchOutcome,
  UnexplainedPeak,
} from './inverted-result';
import { type EnergyScores, energyScores, publishedIndex } from './published-scores';

/** Share of the base peak below which the protonated molecule of a small part of a mixture cannot be expected to be seen. */
const HARDLY_SHOWN = 0.02;
/** An unexplained peak this near to one so many times as high may be its side lobe or isotope. */
const BESIDE = 1.2;
const BESIDE_RATIO = 5;

interface Suspect {
  readonly key: string;
  readonly target: EnergyCandidate['target'];
  readonly pure: ReadonlyMap<number, SortedPeaks>;
  readonly scores: ReadonlyMap<number, EnergyScores>;
}

/**
 * Which pure substances are in a mixture measured at several in-source energies (DART and the like). Each library entry whose target ion is among the peaks of the
 * query's lowest energy is scored as the Inverted Library Search Algorithm does, and all of them are fitted together at every energy by non-negative least squares,
 * so that isomers with one protonated molecule are told apart by their fragments. Method and validation: docs/methods/inverted-energies.md.
 */
export function invertedSearch(
  query: readonly EnergySpectrum[],
  library: readonly EnergyLibraryEntry[],
  options: InvertedSearchOptions = {},
): InvertedSearchOutcome {
  const { tolerance = 0.005, minTargetShare = 0.005, minGain = 0.05, minIndex = 0.6, minUnexplainedShare = 0.01 } = options;
  const refusal = checkQuery(query, library, { tolerance, minTargetShare, minGain, minIndex, minUnexplainedShare });
  if (refusal !== undefined) return refusal;
  const energies = usableSpectra(query);
  const lowest = energies[0]!.peaks;
  const suspects = library.flatMap((entry) => suspectOf(entry, energies, tolerance, minTargetShare) ?? []);
  const first = fits(energies, suspects, tolerance);
  const gains = suspects.map((_, k) => first.reduce((most, fit) => Math.max(most, fit.gains[k]!), 0));
  const candidates = suspects.map((suspect, k): EnergyCandidate => {
    const evidence = energies.flatMap(({ energy }, e): EnergyEvidence[] => {
      const scores = suspect.scores.get(energy);
      return scores === undefined ? [] : [{ ...scores, energy, share: first[e]!.shares[k]!, gain: first[e]!.gains[k]! }];
    });
    const index = publishedIndex(suspect.target.queryMz - suspect.target.mz, evidence);
    const reasons: EnergyReason[] = [];
    if (suspect.target.kind !== 'protonated-molecule') reasons.push('no-protonated-molecule');
    if (index.explained < minIndex) reasons.push('peaks-missing');
    if (gains[k]! < minGain) reasons.push('explained-by-others');
    const rivals = suspects.filter((other, j) => j !== k && other.target.queryMz === suspect.target.queryMz && gains[j]! < minGain);
    const verdict = verdictOf(reasons, rivals.length > 0);
    const share = evidence.reduce((sum, one) => sum + one.share, 0) / evidence.length;
    return { key: suspect.key, verdict, reasons, target: suspect.target, index, share, evidence };
  });
  const supported = new Set(candidates.filter(({ verdict }) => verdict !== 'not-supported').map(({ key }) => key));
  const final = fits(
    energies,
    suspects.filter(({ key }) => supported.has(key)),
    tolerance,
  );
  return {
    kind: 'searched',
    candidates: candidates.sort(
      (a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || b.share - a.share || (a.key < b.key ? -1 : 1),
    ),
    unexplained: energies.flatMap(({ energy, peaks }, e) => unexplainedPeaks(energy, peaks, final[e]!.explained, minUnexplainedShare)),
    explainedShares: energies.map(({ energy }, e) => ({ energy, share: final[e]!.explainedShare })),
    targets: lowest.intensity.filter((height) => height >= minTargetShare).length,
  };
}

/** @param interchangeable whether another candidate for the same ion could be left out as well */
function verdictOf(reasons: readonly EnergyReason[], interchangeable: boolean): EnergyVerdict {
  if (reasons.length === 0) return 'present';
  if (reasons.length > 1) return 'not-supported';
  return reasons[0] === 'explained-by-others' && !interchangeable ? 'not-supported' : 'possible';
}

const VERDICTS: readonly EnergyVerdict[] = ['present', 'possible', 'not-supported'];

function suspectOf(
  entry: EnergyLibraryEntry,
  energies: readonly EnergyPeaks[],
  tolerance: number,
  minTargetShare: number,
): Suspect | undefined {
  const pure = new Map(usableSpectra(entry.spectra).map(({ energy, peaks }) => [energy, peaks] as const));
  const compared = energies.filter(({ energy }) => pure.has(energy));
  const lowest = energies[0]!;
  const reference = pure.get(lowest.energy);
  const lowestOwn = pure.get(Math.min(...pure.keys()));
  if (compared.length === 0 || lowestOwn === undefined) return undefined;
  const protonatedMz = entry.precursorMz ?? basePeakMz(lowestOwn);
  const target = targetOf(lowest.peaks, reference, protonatedMz, tolerance, minTargetShare);
  if (target === undefined) return undefined;
  return {
    key: entry.key,
    target,
    pure,
    scores: new Map(
      compared.map(({ energy, peaks }) => [energy, energyScores(pure.get(energy)!, peaks, protonatedMz, tolerance)] as const),
    ),
  };
}

/**
 * The target peak of a substance among those of the lowest energy: its protonated molecule, or, where the substance itself hardly shows it at this energy, its base
 * peak there.
 */
function targetOf(
  query: SortedPeaks,
  reference: SortedPeaks | undefined,
  protonatedMz: number,
  tolerance: number,
  least: number,
): EnergyCandidate['target'] | undefined {
  const at = (kind: EnergyCandidate['target']['kind'], mz: number): EnergyCandidate['target'] | undefined => {
    const match = nearestPeak(query.mz, mz, tolerance);
    if (match < 0 || query.intensity[match]! < least) return undefined;
    return { kind, mz, queryMz: query.mz[match]!, relativeIntensity: query.intensity[match]! };
  };
  const protonated = at('protonated-molecule', protonatedMz);
  if (protonated !== undefined || reference === undefined) return protonated;
  const own = nearestPeak(reference.mz, protonatedMz, tolerance);
  const hardlyShown = own < 0 || reference.intensity[own]! < HARDLY_SHOWN;
  return hardlyShown ? at('base-peak', basePeakMz(reference)) : undefined;
}

/** One fit for each energy; a substance not measured at that energy has an empty spectrum there. */
function fits(energies: readonly EnergyPeaks[], suspects: readonly Suspect[], tolerance: number) {
  const none: SortedPeaks = { mz: new Float64Array(0), intensity: new Float64Array(0) };
  return energies.map(({ energy, peaks }) =>
    fitMixture(
      peaks,
      suspects.map(({ pure }) => pure.get(energy) ?? none),
      tolerance,
    ),
  );
}

function unexplainedPeaks(energy: number, { mz, intensity }: SortedPeaks, explained: Float64Array, least: number): UnexplainedPeak[] {
  const found: UnexplainedPeak[] = [];
  mz.forEach((m, i) => {
    const height = intensity[i]!;
    if (height < least || explained[i]! >= 0.5 * height) return;
    const higher = mz.findIndex((other, j) => Math.abs(other - m) <= BESIDE && intensity[j]! >= BESIDE_RATIO * height);
    found.push({
      energy,
      mz: m,
      relativeIntensity: height,
      explained: explained[i]! / height,
      ...(higher >= 0 && { besideMz: mz[higher]! }),
    });
  });
  return found;
}
