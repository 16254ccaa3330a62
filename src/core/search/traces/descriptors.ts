/** Names of the scores that regular traces (infrared, Raman, UV, near infrared) are ranked by. Stored with every search: never rename, add a new one. */
export const TRACE_SCORE_IDS = [
  'trace-correlation',
  'trace-derivative',
  'trace-euclidean',
  'trace-angle',
  'trace-peaks',
  'trace-peaks-reverse',
] as const;
export type TraceScoreId = (typeof TRACE_SCORE_IDS)[number];

/** What is stored with a result so that it can be understood and run again. */
export interface TraceScoreDescriptor {
  readonly id: TraceScoreId;
  /** Changes when any input could give another number. */
  readonly version: string;
  readonly parameters: Readonly<Record<string, number | string>>;
  readonly formula: string;
  /** `higher`: 1 is identity; `lower`: 0 is identity. */
  readonly better: 'higher' | 'lower';
  readonly unit: '1' | 'radians';
  /** What programs of instrument makers call the same quantity, or a function of it, with that function: HQI alone means nothing. */
  readonly otherNames: readonly string[];
  /** The page under docs/methods that gives formula, source and validation. */
  readonly method: 'trace-scores';
}

/** What makes a point of a trace a peak, and two peaks the same. */
export const PEAK_PARAMETERS = { leastProminencePercent: 3, mostPeaks: 60, toleranceGridPoints: 2 } as const;

const COMMON = { points: 'common to both, inside ranges, outside masks', rows: 'float32, sums in float64 in order of places' } as const;

/** The scores of this version, in the order in which they are offered. */
export const TRACE_SCORES: readonly TraceScoreDescriptor[] = [
  {
    id: 'trace-correlation',
    version: '1',
    parameters: COMMON,
    formula: 'r = Σ(q−q̄)(l−l̄) / √(Σ(q−q̄)²·Σ(l−l̄)²)',
    better: 'higher',
    unit: '1',
    otherNames: ['correlation (r)', 'correlation HQI = 100·r² or 1000·r²', 'hit quality = 1 − r²', 'match % = 100·r'],
    method: 'trace-scores',
  },
  {
    id: 'trace-derivative',
    version: '1',
    parameters: { ...COMMON, derivative: 'differences of neighbours on the grid, none across a gap' },
    formula: 'r of d_i = y_i − y_{i−1}',
    better: 'higher',
    unit: '1',
    otherNames: ['first derivative correlation', 'first derivative HQI = 100·r²'],
    method: 'trace-scores',
  },
  {
    id: 'trace-euclidean',
    version: '1',
    parameters: COMMON,
    formula: 'd = √2·√(1 − cos), cos = Σq·l / √(Σq²·Σl²)',
    better: 'lower',
    unit: '1',
    otherNames: ['Euclidean distance (of vectors of length 1)', 'least squares HQI'],
    method: 'trace-scores',
  },
  {
    id: 'trace-angle',
    version: '1',
    parameters: COMMON,
    formula: 'θ = arccos(Σq·l / √(Σq²·Σl²))',
    better: 'lower',
    unit: 'radians',
    otherNames: ['spectral angle (SAM)', 'spectral contrast angle'],
    method: 'trace-scores',
  },
  {
    id: 'trace-peaks',
    version: '1',
    parameters: PEAK_PARAMETERS,
    formula: 'F = Σ_matched √p·(1 − ½·|Δ|/tolerance) / Σ √p over peaks of the query, p prominence',
    better: 'higher',
    unit: '1',
    otherNames: ['forward peak search'],
    method: 'trace-scores',
  },
  {
    id: 'trace-peaks-reverse',
    version: '1',
    parameters: PEAK_PARAMETERS,
    formula: 'R = Σ_matched √p·(1 − ½·|Δ|/tolerance) / Σ √p over peaks of the library entry, p prominence',
    better: 'higher',
    unit: '1',
    otherNames: ['reverse peak search'],
    method: 'trace-scores',
  },
];

/** The descriptor of one score. */
export function traceScoreDescriptor(id: TraceScoreId): TraceScoreDescriptor {
  const found = TRACE_SCORES.find((score) => score.id === id);
  if (found === undefined) throw new RangeError(`no score is called ${id}`);
  return found;
}
