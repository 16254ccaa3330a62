import type { TFunction } from 'i18next';
import { describeStep } from '../../core/processing/chain/describe-step';
import type { ProcessingStep } from '../../core/processing/chain/processing-step';
import { isStepName } from '../../core/processing/chain/step-definitions';
import classes from './step-sentences.module.css';

type Params = Readonly<Record<string, string | number>>;

/** A chain as a report would say it, a sentence a step; steps that this version does not know have none. */
export function stepSentences(
  steps: readonly { readonly step: string }[],
  t: TFunction,
  said: (params: Params) => Readonly<Record<string, string | number>>,
): readonly string[] {
  return steps.flatMap((step) => {
    if (!isStepName(step.step)) return [];
    const { key, params } = describeStep(step as ProcessingStep);
    return [t(key, { ...said(params) })];
  });
}

/** Its sentences, numbered. */
export function StepSentences({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <ol className={classes.sentences}>
      {sentences.map((sentence, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same step may stand twice; its place is what it is
        <li key={`${sentence} ${index}`}>{sentence}</li>
      ))}
    </ol>
  );
}
