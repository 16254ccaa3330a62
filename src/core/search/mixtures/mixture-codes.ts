/** Why a mixture cannot be taken apart (`search.mixture-refusal.<code>`), with the parameters of each sentence. */
export const mixtureRefusals = {
  flat: [],
  'too-few-points': ['needed', 'found'],
  'no-candidates': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MixtureRefusalCode = keyof typeof mixtureRefusals;

/** Why no further component was taken (`search.mixture-stop.<code>`). */
export const mixtureStops = {
  /** What is left over is not above the noise of the query. */
  'residual-is-noise': ['rmse', 'noise'],
  /** The best of the remaining candidates would explain no more than chance (`pValue`), or less than the least share. */
  'next-not-significant': ['pValue'],
  'next-below-least-share': ['percent'],
  /** The information criterion (BIC) does not fall any more. */
  'criterion-rises': [],
  'most-components': ['most'],
  'candidates-used-up': [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type MixtureStopCode = keyof typeof mixtureStops;

/** Why a candidate took no part (`search.mixture-left-out.<code>`). */
export const leftOutReasons = {
  'covers-too-little': ['percent', 'needed'],
  flat: [],
  /** Its spectrum is a multiple of another candidate's, on the common places: `other` is that candidate's key. */
  'same-as-another': ['other'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type LeftOutCode = keyof typeof leftOutReasons;
