import type { Trace } from '../../spectrum/curves';
import { type Coded, type ProcessingRefusalCode, ProcessingRefused, valueOrRefusal } from '../refused';
import { applyStep, type References } from './apply-step';
import { checkStep, type UncheckedStep } from './check-step';
import type { ProcessingChain } from './processing-step';
import { PROCESSING_VERSION } from './processing-step';
import type { ProcessingNoteCode } from './step-outcome';

/** What became of a trace, or which step (counted from 0) could not be done and why. */
export type ChainOutcome =
  | { readonly trace: Trace; readonly notes: readonly (Coded<ProcessingNoteCode> & { readonly index: number })[] }
  | { readonly refused: Coded<ProcessingRefusalCode> & { readonly index: number } };

/** Most steps of a chain. */
export const MOST_STEPS = 50;

/**
 * A trace after a chain of steps, each checked against its limits before it is done. The given trace is never altered, and the same trace and steps
 * give the same numbers. Traces that steps name (`reference`) come in by their key.
 */
export function applyChain(trace: Trace, steps: readonly UncheckedStep[], references: References = new Map()): ChainOutcome {
  const notes: (Coded<ProcessingNoteCode> & { readonly index: number })[] = [];
  let current = trace;
  for (const [index, unchecked] of steps.entries()) {
    const outcome = valueOrRefusal(() => {
      if (index >= MOST_STEPS) {
        throw new ProcessingRefused('parameter-list-too-long', { parameter: 'steps', count: steps.length, max: MOST_STEPS });
      }
      const step = checkStep(unchecked);
      if ('refused' in step) throw new ProcessingRefused(step.refused.code, step.refused.params);
      return applyStep(current, step.value, references);
    });
    if ('refused' in outcome) return { refused: { index, ...outcome.refused } };
    current = outcome.value.trace;
    notes.push(...outcome.value.notes.map((note) => ({ index, ...note })));
  }
  return { trace: current, notes };
}

/** As `applyChain`, for a chain as it is stored; one of another version is refused at step 0. */
export function applyStoredChain(
  trace: Trace,
  chain: Omit<ProcessingChain, 'version'> & { readonly version: string },
  references: References = new Map(),
): ChainOutcome {
  if (chain.version === PROCESSING_VERSION) return applyChain(trace, chain.steps, references);
  return { refused: { index: 0, code: 'version-unknown', params: { version: chain.version } } };
}
