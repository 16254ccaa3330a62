/** Why a trace cannot be compared (`search.trace-refusal.<code>`), with the parameters of each sentence. */
export const traceRefusals = {
  'technique-differs': ['technique', 'needed'],
  'peak-table': [],
  'places-unsuitable': ['quantity', 'unit', 'needed'],
  'laser-unknown': [],
  'intensity-unsuitable': ['quantity', 'unit'],
  /** A step of the chain could not be done; `index` counts from 0, `reason` is a key of `processing.refusal`. */
  'chain-refused': ['index', 'step', 'reason'],
  'no-overlap': ['from', 'to', 'first', 'last'],
  'too-few-points': ['needed', 'found'],
  flat: [],
  'noise-only': ['ratio'],
  saturated: ['percent'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TraceRefusalCode = keyof typeof traceRefusals;

/** What a person should know of a trace that was compared all the same (`search.trace-caution.<code>`). */
export const traceCautions = {
  'technique-unknown': [],
  'intensity-scale-unknown': ['quantity'],
  'covered-in-part': ['percent'],
  /** `finding` is a key of `processing.saturation`. */
  saturation: ['finding', 'count'],
  'points-without-value': ['count'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type TraceCautionCode = keyof typeof traceCautions;

/** Why a library entry has no score in a search, with the parameters of each sentence (`search.not-comparable.<code>`). */
export const notComparableReasons = {
  /** Percent of the query's compared points that the entry has too, and the least that is asked for. */
  'overlap-too-small': ['percent', 'needed'],
  'too-few-common-points': ['points', 'needed'],
  'flat-in-common-range': [],
  'no-peaks-in-common-range': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type NotComparableCode = keyof typeof notComparableReasons;
