/** Names of the scores a nominal-mass EI search can rank by. Stored with every search: never rename, add a new one instead. */
export const EI_SCORE_IDS = ['ei-identity', 'ei-reverse', 'ei-simple', 'ei-cosine-mz-sqrt'] as const;
export type EiScoreId = (typeof EI_SCORE_IDS)[number];

/** What is stored with a result so that it can be understood and run again: which algorithm, which version, which parameters. */
export interface ScoreDescriptor {
  readonly id: EiScoreId;
  /** Changes when any input could give another number. */
  readonly version: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  /** The page under docs/methods that gives formula, source and validation. */
  readonly method: string;
}

const PREPARATION = {
  mzRounding: 'floor(m+0.5)',
  basePeak: 999,
  rangeStart: 'max-of-first',
  minAbundance: 2,
} as const;

/** The scores of this version, in the order in which they are offered. */
export const SCORES: readonly ScoreDescriptor[] = [
  {
    id: 'ei-identity',
    version: '1',
    parameters: { ...PREPARATION, mzPower: 0.5, intensityPower: 0.5 },
    method: 'identity-match-factor',
  },
  { id: 'ei-reverse', version: '1', parameters: { ...PREPARATION, mzPower: 0.5, intensityPower: 0.5 }, method: 'reverse-match-factor' },
  { id: 'ei-simple', version: '1', parameters: { ...PREPARATION, mzPower: 0, intensityPower: 0.5 }, method: 'simple-similarity' },
  {
    id: 'ei-cosine-mz-sqrt',
    version: '1',
    parameters: { mzRounding: 'floor(m+0.5)', basePeak: 999, mzPower: 1, intensityPower: 0.5 },
    method: 'cosine',
  },
];

/** The descriptor of one score. */
export function scoreDescriptor(id: EiScoreId): ScoreDescriptor {
  const found = SCORES.find((score) => score.id === id);
  if (found === undefined) throw new RangeError(`no score is called ${id}`);
  return found;
}
