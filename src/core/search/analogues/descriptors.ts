/** Names of the scores an analogue search can rank by. Stored with every search: never rename, add a new one instead. */
export const ANALOGUE_SCORE_IDS = ['ei-hybrid', 'ei-neutral-loss'] as const;
export type AnalogueScoreId = (typeof ANALOGUE_SCORE_IDS)[number];

/** What is stored with a result so that it can be understood and run again. */
export interface AnalogueScoreDescriptor {
  readonly id: AnalogueScoreId;
  /** Changes when any input could give another number. */
  readonly version: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  /** The page under docs/methods that gives formula, source and validation. */
  readonly method: string;
}

const PREPARATION = { mzRounding: 'floor(m+0.5)', basePeak: 999, minAbundance: 2, mzPower: 0, intensityPower: 0.5 } as const;

export const ANALOGUE_SCORES: Readonly<Record<AnalogueScoreId, AnalogueScoreDescriptor>> = {
  'ei-hybrid': {
    id: 'ei-hybrid',
    version: '1',
    parameters: { ...PREPARATION, rangeStart: 'max-of-first', unknownMass: 'unshifted' },
    method: 'hybrid-search',
  },
  'ei-neutral-loss': {
    id: 'ei-neutral-loss',
    version: '1',
    parameters: { ...PREPARATION, largestLoss: 'min-of-largest', unknownMass: 'left-out' },
    method: 'hybrid-search',
  },
};
