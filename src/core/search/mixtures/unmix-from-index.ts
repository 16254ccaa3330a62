import type { PreparedTrace } from '../traces/prepare-trace';
import { segmentsOf } from '../traces/segments';
import type { TraceIndex } from '../traces/trace-index';
import { type UnmixOptions, type UnmixOutcome, unmix } from './unmix';

export interface UnmixFromIndexOptions extends UnmixOptions {
  /** Records that may be components. @default all */
  readonly accepts?: (recordKey: number) => boolean;
  /** Candidates taken by correlation and as many by derivative at the start. @default 60 */
  readonly preselected?: number;
  /** Candidates taken for what each round leaves over. @default 40 */
  readonly added?: number;
  /** Most rounds. @default 8 */
  readonly rounds?: number;
}

/**
 * Takes a mixture apart over a whole library: the entries most like the query, then again and again those most like what is left over, until no new
 * entry changes the components. An entry that is never among them takes no part; `tried` says how many did.
 */
export function unmixFromIndex(
  query: PreparedTrace,
  index: Pick<TraceIndex, 'search' | 'values'>,
  options: UnmixFromIndexOptions = {},
): { readonly outcome: UnmixOutcome; readonly tried: number } {
  const { accepts, preselected = 60, added = 40, rounds = 8, ...unmixing } = options;
  const keys = new Set<number>();
  const enter = (trace: PreparedTrace, score: 'trace-correlation' | 'trace-derivative', top: number): void => {
    const { hits } = index.search(trace, { score, top, named: 0, ...(accepts === undefined ? {} : { accepts }) });
    for (const { recordKey, likeness } of hits) if (likeness > 0) keys.add(recordKey);
  };
  enter(query, 'trace-correlation', preselected);
  enter(query, 'trace-derivative', preselected);
  const unmixed = (): UnmixOutcome =>
    unmix(
      query.values,
      Array.from(keys, (key) => ({ key, values: index.values(key)! })),
      unmixing,
    );
  let outcome = unmixed();
  for (let round = 1; round < rounds && 'unmixed' in outcome; round++) {
    const { residual } = outcome.unmixed;
    const before = keys.size;
    enter({ ...query, values: residual, segments: segmentsOf(residual) }, 'trace-correlation', added);
    enter({ ...query, values: residual, segments: segmentsOf(residual) }, 'trace-derivative', added);
    if (keys.size === before) break;
    const next = unmixed();
    const same = sameComponents(outcome, next);
    outcome = next;
    if (same) break;
  }
  return { outcome, tried: keys.size };
}

function sameComponents(a: UnmixOutcome, b: UnmixOutcome): boolean {
  const keys = (outcome: UnmixOutcome): string =>
    'unmixed' in outcome ? outcome.unmixed.components.map(({ key }) => key).join(' ') : outcome.refused.code;
  return keys(a) === keys(b);
}
