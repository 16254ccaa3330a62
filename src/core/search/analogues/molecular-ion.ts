import { type NominalSpectrum, type PeakArrays, prepareNominal } from '../scores/nominal-spectrum';

/** Why a mass is, or is not, thought to be that of the molecule; keys of the message catalogue. */
export type MolecularIonReason =
  | 'molecular-ion-last-cluster'
  | 'molecular-ion-absent'
  | 'molecular-ion-plausible-losses'
  | 'molecular-ion-implausible-loss'
  | 'molecular-ion-nitrogen-rule'
  | 'molecular-ion-isotopes-fit'
  | 'molecular-ion-isotopes-too-strong'
  | 'molecular-ion-halogen-pattern';

export interface MolecularIonCandidate {
  /** Nominal mass of the molecule, Da. */
  readonly mass: number;
  /** Intensity at that m/z, % of the base peak; 0 where the ion is not seen. */
  readonly percent: number;
  /** Probability that this is the molecular mass, as measured over a library (docs/methods/analogues.md); all candidates add up to less than 1. */
  readonly probability: number;
  readonly reasons: readonly { readonly code: MolecularIonReason; readonly params: Readonly<Record<string, number>> }[];
}

/** Losses that a molecular ion often shows, Da: H to C4H9 and the small neutral molecules (McLafferty & Tureček, Interpretation of Mass Spectra, 4th ed., table A.5). */
const PLAUSIBLE_LOSSES = [1, 2, 15, 16, 17, 18, 19, 20, 26, 27, 28, 29, 30, 31, 32, 35, 36, 42, 43, 44, 45, 46, 56, 57, 59, 60];
/** No common atom or group weighs so much (the same, section 6.2). */
const IMPLAUSIBLE_LOSSES = [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 21, 22, 23, 24, 25];
/** Losses by which an ion that is not seen may be sought above the last peaks: radicals that amines, alcohols and esters lose. */
const LOSSES_TO_ABSENT = [1, 15, 18, 29, 31, 43, 57, 71, 91];

interface Rated {
  readonly candidate: Omit<MolecularIonCandidate, 'probability'>;
  readonly rating: number;
}

/**
 * Masses that may be the molecule's, likeliest first, from a nominal-mass EI spectrum. A spectrum need not show its molecular ion:
 * the answer is a list with reasons and probabilities for the analyst to choose from, never a decision.
 */
export function molecularIonCandidates(spectrum: PeakArrays, most = 5): readonly MolecularIonCandidate[] {
  const prepared = prepareNominal(spectrum);
  if (prepared.mz.length === 0) return [];
  const at = new Map(Array.from(prepared.mz, (mz, i) => [mz, prepared.intensity[i]!] as const));
  const cluster = lastCluster(prepared, at);
  const seen = cluster.map((mass) => rate(mass, prepared, at, cluster[0]!));
  const top = cluster[0]!;
  const absent = LOSSES_TO_ABSENT.map((loss) => rateAbsent(top, loss, prepared, at));
  const rated = [...seen, ...absent].sort((a, b) => b.rating - a.rating || b.candidate.mass - a.candidate.mass);
  const total = rated.reduce((sum, { rating }) => sum + Math.exp(rating), 0.15);
  const distinct = rated.filter(({ candidate }, i) => rated.findIndex((other) => other.candidate.mass === candidate.mass) === i);
  return distinct.slice(0, most).map(({ candidate, rating }) => ({ ...candidate, probability: calibrated(Math.exp(rating) / total) }));
}

/** Share of the ratings against how often it was right, on the half of the compounds of a library that the ratings were set on. */
const CALIBRATION: readonly (readonly [share: number, right: number])[] = [
  [0, 0],
  [0.35, 0.05],
  [0.55, 0.34],
  [0.75, 0.44],
  [0.86, 0.66],
  [0.96, 0.84],
  [1, 0.9],
];

function calibrated(share: number): number {
  const above = CALIBRATION.findIndex(([to]) => share <= to);
  const [x1, y1] = CALIBRATION[Math.max(1, above)]!;
  const [x0, y0] = CALIBRATION[Math.max(1, above) - 1]!;
  return y0 + ((y1 - y0) * (share - x0)) / (x1 - x0);
}

/** The places at the end of the spectrum that may be the monoisotopic molecular ion, the likeliest of the last cluster first. */
function lastCluster({ mz, intensity }: NominalSpectrum, at: ReadonlyMap<number, number>): readonly number[] {
  const strong = Array.from(mz).filter((_, i) => intensity[i]! >= 8);
  const end = strong.at(-1) ?? mz.at(-1)!;
  // Down from the last peak to the first m/z of an unbroken rise: isotopes stand above, lost hydrogen below.
  let main = end;
  for (let m = end; m >= end - 6; m--) {
    const here = at.get(m) ?? 0;
    const isotopeShare = 0.0115 * (m / 13.5);
    if (
      here > (at.get(main) ?? 0) &&
      (at.get(main) ?? 0) <= here * Math.max(1.1 * isotopeShare, m >= main - 2 && main - m === 2 ? 1.05 : 0)
    )
      main = m;
  }
  const others = strong.filter((m) => m > end - 60 && m !== main).reverse();
  return [main, ...others.slice(0, 12)];
}

function rate(mass: number, { mz, intensity }: NominalSpectrum, at: ReadonlyMap<number, number>, main: number): Rated {
  const here = at.get(mass) ?? 0;
  const reasons: MolecularIonCandidate['reasons'][number][] = [];
  let rating = Math.log(1 + here / 20) / 2;
  let above = 0;
  for (let i = mz.length - 1; i >= 0 && mz[i]! > mass + 4; i--) above += intensity[i]!;
  rating -= Math.min(8, above / 4);
  if (mass === main) {
    rating += 2;
    reasons.push({ code: 'molecular-ion-last-cluster', params: { mz: mass } });
  }
  const next = (at.get(mass + 1) ?? 0) / Math.max(1, here);
  const expected = (0.0108 * mass) / 13.5;
  if (next > 1.6 * expected + 0.08) {
    rating -= Math.min(4, 2 * next);
    reasons.push({ code: 'molecular-ion-isotopes-too-strong', params: { percent: round(100 * next) } });
  } else if (next > 0.3 * expected) {
    rating += 0.6;
    reasons.push({ code: 'molecular-ion-isotopes-fit', params: { percent: round(100 * next) } });
  }
  const second = (at.get(mass + 2) ?? 0) / Math.max(1, here);
  if (second > 0.25 && second < 1.3 && here >= 20) {
    rating += 0.5;
    reasons.push({ code: 'molecular-ion-halogen-pattern', params: { percent: round(100 * second) } });
  }
  const before = at.get(mass - 1) ?? 0;
  if (before > 0 && here <= before * (1.6 * expected + 0.02)) rating -= 3;
  return {
    candidate: { mass, percent: round(here / 9.99), reasons: [...reasons, ...rateLosses(mass, at)] },
    rating: rating + lossRating(mass, at) + parity(mass, at),
  };
}

function rateAbsent(top: number, loss: number, prepared: NominalSpectrum, at: ReadonlyMap<number, number>): Rated {
  const mass = top + loss;
  const prior: Readonly<Record<number, number>> = { 1: 1.2, 15: 0.6, 29: 0, 43: 0.1, 57: -0.2, 18: 0, 31: -0.4, 71: -0.6, 91: -0.4 };
  const odd = parity(mass, at);
  const reasons = [{ code: 'molecular-ion-absent' as const, params: { loss, mz: top } }, ...rateLosses(mass, at)];
  const room = prepared.mz.at(-1)! > top + 4 ? -1 : 0;
  return { candidate: { mass, percent: round((at.get(mass) ?? 0) / 9.99), reasons }, rating: (prior[loss] ?? -1) - 0.8 + odd + room };
}

function lossRating(mass: number, at: ReadonlyMap<number, number>): number {
  const plausible = PLAUSIBLE_LOSSES.filter((loss) => (at.get(mass - loss) ?? 0) >= 10).length;
  const implausible = IMPLAUSIBLE_LOSSES.filter(
    (loss) => (at.get(mass - loss) ?? 0) >= Math.max(10, 2 * (at.get(mass - loss + 1) ?? 0)),
  ).length;
  return Math.min(1, 0.2 * plausible) - 0.6 * Math.min(3, implausible);
}

function rateLosses(mass: number, at: ReadonlyMap<number, number>): MolecularIonCandidate['reasons'] {
  const shown = PLAUSIBLE_LOSSES.filter((loss) => loss > 2 && (at.get(mass - loss) ?? 0) >= 20);
  const wrong = IMPLAUSIBLE_LOSSES.filter((loss) => (at.get(mass - loss) ?? 0) >= 50);
  const reasons: MolecularIonCandidate['reasons'][number][] = [];
  if (shown.length > 0) reasons.push({ code: 'molecular-ion-plausible-losses', params: { count: shown.length, loss: shown[0]! } });
  if (wrong.length > 0) reasons.push({ code: 'molecular-ion-implausible-loss', params: { loss: wrong[0]! } });
  const share = evenShare(mass, at);
  if ((mass % 2 === 1 && share > 0.6) || (mass % 2 === 0 && share < 0.4)) {
    reasons.push({ code: 'molecular-ion-nitrogen-rule', params: { percent: round(100 * (mass % 2 === 1 ? share : 1 - share)) } });
  }
  return reasons;
}

/** Simple cleavages that keep every nitrogen give ions of the other parity than the molecule's (nitrogen rule). */
function parity(mass: number, at: ReadonlyMap<number, number>): number {
  const share = evenShare(mass, at);
  return 1.5 * (mass % 2 === 1 ? share - 0.5 : 0.5 - share);
}

/** Share of even m/z in the intensity of the fragments, isotope peaks among them taken off by the peak before. */
function evenShare(mass: number, at: ReadonlyMap<number, number>): number {
  let even = 0;
  let total = 0;
  for (const [mz, intensity] of at) {
    if (mz >= mass || intensity < 30 || (at.get(mz - 1) ?? 0) > 3 * intensity) continue;
    total += intensity;
    if (mz % 2 === 0) even += intensity;
  }
  return total === 0 ? 0.5 : even / total;
}

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
