import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { defaultStep } from '../../../../src/core/processing/chain/check-step';
import {
  choiceKey,
  describeStep,
  parameterExplanationKey,
  parameterNameKey,
  processingNoteKey,
  processingRefusalKey,
  saturationFindingKey,
  saturationVerdictKey,
  stepExplanationKey,
  stepNameKey,
} from '../../../../src/core/processing/chain/describe-step';
import type { ProcessingStep } from '../../../../src/core/processing/chain/processing-step';
import { STEP_DEFINITIONS, STEP_NAMES } from '../../../../src/core/processing/chain/step-definitions';
import { processingNotes } from '../../../../src/core/processing/chain/step-outcome';
import { saturationFindings } from '../../../../src/core/processing/measures/check-saturation';
import { processingRefusals } from '../../../../src/core/processing/refused';

type Messages = { readonly [key: string]: string | Messages };

function flatten(messages: Messages, prefix: string): readonly (readonly [string, string])[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}${key}`, value] as const] : flatten(value, `${prefix}${key}.`),
  );
}

function placeholders(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!);
}

/** Every step, once for each choice it offers. */
const VARIANTS: readonly ProcessingStep[] = STEP_NAMES.flatMap((name) => {
  const choice = STEP_DEFINITIONS[name].parameters.find((parameter) => parameter.kind === 'choice');
  if (choice === undefined) return [defaultStep(name)];
  return choice.choices.map((value) => ({ ...defaultStep(name), [choice.name]: value }) as ProcessingStep);
});
const parameters = STEP_NAMES.flatMap((name) => STEP_DEFINITIONS[name].parameters);
const coded = [
  ...Object.entries(processingRefusals).map(([code, params]) => [processingRefusalKey(code), params] as const),
  ...Object.entries(processingNotes).map(([code, params]) => [processingNoteKey(code), params] as const),
  ...Object.entries(saturationFindings).map(([code, params]) => [saturationFindingKey(code), params] as const),
];
const KEYS = new Set([
  ...STEP_NAMES.flatMap((name) => [stepNameKey(name), stepExplanationKey(name)]),
  ...parameters.flatMap(({ name }) => [parameterNameKey(name), parameterExplanationKey(name)]),
  ...parameters.flatMap((parameter) => (parameter.kind === 'choice' ? parameter.choices.map(choiceKey) : [])),
  ...VARIANTS.map((step) => describeStep(step).key),
  ...coded.map(([key]) => key),
  ...['good', 'doubtful', 'saturated'].map(saturationVerdictKey),
]);

describe.each(['en', 'fr'])('the words of processing (%s)', (language) => {
  const file = new URL(`../../../../src/i18n/locales/${language}/processing.json`, import.meta.url);
  const words = new Map(flatten(JSON.parse(readFileSync(file, 'utf8')) as Messages, 'processing:'));

  it('are there for every step, parameter, choice, refusal, note and finding, and for nothing else', () => {
    expect([...words.keys()].toSorted()).toEqual([...KEYS].toSorted());
  });

  it.each(VARIANTS)('describe $step with all it was given', (step) => {
    const { key, params } = describeStep(step);
    const used = placeholders(words.get(key) ?? '');
    expect(Object.keys(params)).toEqual(expect.arrayContaining([...used]));
    const { parameters: defined } = STEP_DEFINITIONS[step.step];
    // The laser is said only where it is used for certain or may be; every other number must be in the sentence.
    for (const { name, kind } of defined) if (kind !== 'choice') expect(used).toContain(name);
  });

  it.each(coded)('%s uses only its parameters', (key, params) => {
    expect([...params]).toEqual(expect.arrayContaining([...placeholders(words.get(key) ?? '')]));
  });
});

it('a description carries numbers as numbers and places with commas', () => {
  expect(describeStep({ step: 'baseline-points', places: [700, 1800.5], around: 2 })).toEqual({
    key: 'processing:described.baseline-points',
    params: { places: '700, 1800.5', around: 2 },
  });
  expect(describeStep({ step: 'normalise', method: 'snv' })).toEqual({ key: 'processing:described.normalise.snv', params: {} });
});
