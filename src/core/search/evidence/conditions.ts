/** How far two sets of spectra were measured alike, as the laboratory knows it. Within-laboratory spread says nothing of other laboratories. */
export type SharedConditions = 'same-sequence' | 'same-instrument' | 'other-instrument' | 'unstated';

/** What a test over replicates presupposes and says with its result: keys of the namespace `evidence`. */
export interface TestCondition {
  readonly code:
    | 'screen-only'
    | 'replicates-too-few'
    | 'replicates-few'
    | 'single-query'
    | 'other-instrument'
    | 'conditions-unstated'
    | 'no-common-range'
    | 'many-ions-tested';
  readonly params: Readonly<Record<string, string | number>>;
  /** Without it the test gives no verdict. */
  readonly required: boolean;
  readonly met: boolean;
}

/** Fewer replicates of the reference have no spread to speak of. */
export const LEAST_REPLICATES = 3;
/** From this number on the tests were published with. */
const USUAL_REPLICATES = 5;

/** The conditions that both tests share. */
export function replicateConditions(queries: number, references: number, shared: SharedConditions): readonly TestCondition[] {
  return [
    { code: 'screen-only', params: {}, required: false, met: true },
    {
      code: 'replicates-too-few',
      params: { found: references, needed: LEAST_REPLICATES },
      required: true,
      met: references >= LEAST_REPLICATES,
    },
    {
      code: 'replicates-few',
      params: { found: references, usual: USUAL_REPLICATES },
      required: false,
      met: references >= USUAL_REPLICATES,
    },
    { code: 'single-query', params: { found: queries }, required: false, met: queries > 1 },
    { code: 'other-instrument', params: {}, required: false, met: shared !== 'other-instrument' },
    { code: 'conditions-unstated', params: {}, required: false, met: shared !== 'unstated' },
  ];
}
