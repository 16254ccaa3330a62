import { useDeferredValue, useMemo } from 'react';
import { applyChain, type ChainOutcome } from '../../../../core/processing/chain/apply-chain';
import type { References } from '../../../../core/processing/chain/apply-step';
import type { Trace } from '../../../../core/spectrum/curves';
import type { Study } from '../viewer/use-study';

/** A trace as it was measured and as the steps leave it; where a step is refused, what the steps before it gave. */
export interface Outcome {
  readonly original: Trace;
  readonly processed: Trace;
  readonly notes: Extract<ChainOutcome, { readonly notes: unknown }>['notes'];
  readonly refused: Extract<ChainOutcome, { readonly refused: unknown }>['refused'] | undefined;
}

/** Follows the steps as they are changed, a frame behind where the work is long. Undefined for what has no traces. */
export function useOutcome(study: Study, references: References): Outcome | undefined {
  const { item, trace } = study;
  const steps = useDeferredValue(study.steps.value);
  return useMemo(() => {
    const original = item?.kind === 'curves' ? (item.traces[trace] ?? item.traces[0]) : undefined;
    return original === undefined ? undefined : outcomeOf(original, steps, references);
  }, [item, trace, steps, references]);
}

export function outcomeOf(original: Trace, steps: Study['steps']['value'], references: References): Outcome {
  const outcome = applyChain(original, steps, references);
  if ('trace' in outcome) return { original, processed: outcome.trace, notes: outcome.notes, refused: undefined };
  const before = applyChain(original, steps.slice(0, outcome.refused.index), references);
  const reached = 'trace' in before ? before : { trace: original, notes: [] };
  return { original, processed: reached.trace, notes: reached.notes, refused: outcome.refused };
}
