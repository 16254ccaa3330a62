import { assertNever } from '../assert-never';
import { type Coded, type ProcessingRefusalCode, ProcessingRefused, valueOrRefusal } from '../refused';
import type { ProcessingStep, StepName } from './processing-step';
import { isStepName, type ParameterDefinition, STEP_DEFINITIONS } from './step-definitions';

/** A step as it may come out of storage or a form, before it is checked. */
export interface UncheckedStep {
  readonly step: string;
  readonly [parameter: string]: unknown;
}

/**
 * The step when it is one, with every parameter there and within its limits; else why not. Parameters the step does not have are left out.
 */
export function checkStep(step: UncheckedStep): { readonly value: ProcessingStep } | { readonly refused: Coded<ProcessingRefusalCode> } {
  return valueOrRefusal(() => {
    if (!isStepName(step.step)) throw new ProcessingRefused('step-unknown', { step: step.step });
    const parameters = STEP_DEFINITIONS[step.step].parameters.map((definition) => {
      const value = step[definition.name];
      refuseParameter(definition, value);
      return [definition.name, value] as const;
    });
    // The definitions are held against the type by a test: names and kinds of every step.
    return { step: step.step, ...Object.fromEntries(parameters) } as ProcessingStep;
  });
}

/** The step with every parameter at its default. */
export function defaultStep(name: StepName): ProcessingStep {
  const { parameters } = STEP_DEFINITIONS[name];
  return { step: name, ...Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.default])) } as ProcessingStep;
}

function refuseParameter(definition: ParameterDefinition, value: unknown): void {
  const parameter = definition.name;
  switch (definition.kind) {
    case 'number':
      refuseNumber(definition, value);
      return;
    case 'choice':
      if (typeof value === 'string' && definition.choices.includes(value)) return;
      throw new ProcessingRefused('parameter-not-a-choice', { parameter, value: String(value), choices: definition.choices.join(', ') });
    case 'places':
      if (!Array.isArray(value) || !value.every((place) => typeof place === 'number' && Number.isFinite(place))) {
        throw new ProcessingRefused('parameter-not-a-number', { parameter });
      }
      if (value.length > definition.most) {
        throw new ProcessingRefused('parameter-list-too-long', { parameter, count: value.length, max: definition.most });
      }
      return;
    case 'reference':
      if (typeof value === 'string') return;
      throw new ProcessingRefused('reference-missing', { reference: '–' });
    default:
      assertNever(definition);
  }
}

function refuseNumber(definition: Extract<ParameterDefinition, { kind: 'number' }>, value: unknown): void {
  const { name: parameter, min, max } = definition;
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ProcessingRefused('parameter-not-a-number', { parameter });
  if (value < min || value > max) throw new ProcessingRefused('parameter-out-of-range', { parameter, value, min, max });
  if (definition.whole && !Number.isInteger(value)) throw new ProcessingRefused('parameter-not-whole', { parameter, value });
  if (definition.odd && value % 2 === 0) throw new ProcessingRefused('parameter-not-odd', { parameter, value });
}
