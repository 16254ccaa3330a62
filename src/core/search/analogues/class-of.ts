import type { ClassBasis } from './class-of-entry';

/** One library entry near the query, by one score. Several entries of one compound count once, by their best. */
export interface ClassNeighbour {
  /** What makes entries one compound (an InChIKey's skeleton, the laboratory's substance). */
  readonly compound: string;
  /** 0 to 999. */
  readonly score: number;
  /** Classes of the entry, from `classesOfEntry`; empty where none is known. */
  readonly classes: readonly string[];
  /** What its classes were told from. */
  readonly basis: ClassBasis;
}

export interface ClassNeighbours {
  /** Best first, each from a search of its own kind; 10 compounds of each are used. */
  readonly hybrid: readonly ClassNeighbour[];
  readonly neutralLoss: readonly ClassNeighbour[];
  readonly direct: readonly ClassNeighbour[];
}

export interface ClassCandidate {
  readonly drugClass: string;
  /** Calibrated on leave-one-compound-out searches (docs/methods/analogues.md), 0 to 1; what is left to 1 is "none of these". */
  readonly probability: number;
  /** Part of the neighbours' weight that falls to the class, 0 to 1. */
  readonly share: number;
  /** The compounds that voted for it, strongest first, at most 3. */
  readonly voters: readonly string[];
  /** What the classes of all who voted for it were told from. */
  readonly basis: ClassBasis | 'both';
}

/** The vote, version 2: version 1 with its probability fitted anew. Chosen on one half of the compounds of a library, reported on the other. */
const VOTE = {
  version: '2',
  /** Score points below the best by which a neighbour's weight falls to 1/e. */
  fall: 60,
  weights: { hybrid: 1, neutralLoss: 0.2, direct: 0.5 },
  compounds: 10,
  /** A neighbour without a class counts so much against every class: its class may only be unknown. */
  unclassed: 0.5,
  /** logit p = constant + share·logit(share) + best·(best hybrid score / 1000). */
  calibration: { constant: -4.066, share: 1.212, best: 4.086 },
} as const;

/** What is stored with a result. */
export const CLASS_VOTE_DESCRIPTOR = {
  id: 'ei-class-vote',
  version: VOTE.version,
  parameters: { fall: VOTE.fall, compounds: VOTE.compounds, unclassed: VOTE.unclassed, ...VOTE.weights },
  method: 'analogues',
} as const;

/**
 * The classes an unknown may belong to, likeliest first: a vote of its nearest library compounds, each weighing exp((score − best)/60),
 * and the probability that the vote is right. Empty where no neighbour has a class.
 */
export function classOf(neighbours: ClassNeighbours): readonly ClassCandidate[] {
  const votes = new Map<string, { weight: number; readonly voters: Map<string, number>; readonly bases: Set<ClassBasis> }>();
  let total = 0;
  for (const kind of ['hybrid', 'neutralLoss', 'direct'] as const) {
    const compounds = bestOfCompounds(neighbours[kind]);
    const best = compounds[0]?.score ?? 0;
    for (const { compound, score, classes, basis } of compounds) {
      const weight = VOTE.weights[kind] * Math.exp((score - best) / VOTE.fall);
      total += classes.length === 0 ? VOTE.unclassed * weight : weight;
      for (const drugClass of new Set(classes)) {
        const vote = votes.get(drugClass) ?? { weight: 0, voters: new Map<string, number>(), bases: new Set<ClassBasis>() };
        vote.weight += weight;
        vote.voters.set(compound, (vote.voters.get(compound) ?? 0) + weight);
        vote.bases.add(basis);
        votes.set(drugClass, vote);
      }
    }
  }
  const bestHybrid = neighbours.hybrid.reduce((best, { score }) => Math.max(best, score), 0);
  const candidates = [...votes].map(([drugClass, { weight, voters, bases }]): ClassCandidate => {
    const share = weight / total;
    const strongest = [...voters].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return {
      drugClass,
      share,
      probability: calibrated(share, bestHybrid),
      voters: strongest.slice(0, 3).map(([compound]) => compound),
      basis: bases.size > 1 ? 'both' : bases.has('structure') ? 'structure' : 'name',
    };
  });
  // An entry may be of two classes, so the shares, and with them the probabilities, may add up to more than 1.
  const sum = Math.max(
    1,
    candidates.reduce((all, { probability }) => all + probability, 0),
  );
  return candidates
    .map((candidate) => ({ ...candidate, probability: candidate.probability / sum }))
    .sort((a, b) => b.share - a.share || (a.drugClass < b.drugClass ? -1 : 1));
}

function bestOfCompounds(neighbours: readonly ClassNeighbour[]): readonly ClassNeighbour[] {
  const best = new Map<string, ClassNeighbour>();
  for (const neighbour of neighbours) {
    const known = best.get(neighbour.compound);
    if (known === undefined || neighbour.score > known.score) best.set(neighbour.compound, neighbour);
  }
  return [...best.values()].sort((a, b) => b.score - a.score || (a.compound < b.compound ? -1 : 1)).slice(0, VOTE.compounds);
}

function calibrated(share: number, bestHybrid: number): number {
  const { constant, share: slope, best } = VOTE.calibration;
  const bounded = Math.min(0.995, Math.max(0.005, share));
  return 1 / (1 + Math.exp(-(constant + slope * Math.log(bounded / (1 - bounded)) + (best * bestHybrid) / 1000)));
}
