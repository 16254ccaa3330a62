import type { ProcessingStep, StepName } from './processing-step';
import { STEP_DEFINITIONS } from './step-definitions';

/** A message of the catalogue and what fills it; numbers are for the window to write in the reader's way. */
export interface Described {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** A step in words: the sentence of its choice where it has one, its parameters as they are, places with commas between. */
export function describeStep(step: ProcessingStep): Described {
  const values: Readonly<Record<string, unknown>> = { ...step };
  const params: Record<string, string | number> = {};
  let choice = '';
  for (const { name, kind } of STEP_DEFINITIONS[step.step].parameters) {
    const value = values[name];
    if (kind === 'choice') choice = `.${String(value)}`;
    else params[name] = Array.isArray(value) ? value.join(', ') : typeof value === 'number' ? value : String(value);
  }
  return { key: `processing:described.${step.step}${choice}`, params };
}

/** Name of a step, a line or two on what it is for, and what to watch. */
export function stepNameKey(step: StepName): string {
  return `processing:step.${step}.name`;
}

export function stepExplanationKey(step: StepName): string {
  return `processing:step.${step}.explanation`;
}

/** Parameters have one name and meaning in every step. */
export function parameterNameKey(parameter: string): string {
  return `processing:parameter.${parameter}.name`;
}

export function parameterExplanationKey(parameter: string): string {
  return `processing:parameter.${parameter}.explanation`;
}

/** Word for one of the choices of a parameter. */
export function choiceKey(choice: string): string {
  return `processing:choice.${choice}`;
}

export function processingRefusalKey(code: string): string {
  return `processing:refusal.${code}`;
}

export function processingNoteKey(code: string): string {
  return `processing:note.${code}`;
}

/** Finding of `checkSaturation`. */
export function saturationFindingKey(code: string): string {
  return `processing:saturation.${code}`;
}

/** Verdict of `checkSaturation`: good, doubtful, saturated. */
export function saturationVerdictKey(verdict: string): string {
  return `processing:verdict.${verdict}`;
}
