/**
 * Why processing cannot be done, with the parameters of each sentence (`processing.refusal.<code>` in the catalogue says what to do).
 * Quantities and units are the words of `core/spectrum/axis`.
 */
export const processingRefusals = {
  'too-few-points': ['needed', 'found'],
  'lengths-differ': ['x', 'y'],
  'x-not-ordered': ['point', 'x'],
  'parameter-not-a-number': ['parameter'],
  'parameter-out-of-range': ['parameter', 'value', 'min', 'max'],
  'parameter-not-whole': ['parameter', 'value'],
  'parameter-not-odd': ['parameter', 'value'],
  'parameter-not-a-choice': ['parameter', 'value', 'choices'],
  'parameter-list-too-long': ['parameter', 'count', 'max'],
  'step-unknown': ['step'],
  'version-unknown': ['version'],
  'order-not-below-window': ['order', 'window'],
  'quantity-unsuitable': ['quantity', 'needed'],
  'unit-unsuitable': ['unit', 'needed'],
  'sticks-unsuitable': [],
  'range-empty': ['from', 'to'],
  'range-outside': ['from', 'to', 'first', 'last'],
  'grid-too-fine': ['points', 'max'],
  flat: [],
  'no-total-reflection': ['angle', 'critical'],
  'places-too-few': ['needed', 'found'],
  'reference-missing': ['reference'],
  'no-overlap': [],
  'mixed-quantities': ['first', 'second'],
  'mixed-units': ['first', 'second'],
  'outside-ladder': ['time', 'first', 'last'],
  'ladder-too-short': ['found'],
  'ladder-not-ordered': ['carbon', 'time'],
  'dead-time-too-late': ['deadTime', 'time'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ProcessingRefusalCode = keyof typeof processingRefusals;

/** A code of the catalogue with what fills its sentence. */
export interface Coded<Code extends string = string> {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Thrown by the functions of this folder for data or parameters they cannot work on; everything else thrown is a fault of the program. */
export class ProcessingRefused extends Error {
  readonly refusal: Coded<ProcessingRefusalCode>;

  constructor(code: ProcessingRefusalCode, params: Readonly<Record<string, string | number>> = {}) {
    super(code);
    this.name = 'ProcessingRefused';
    this.refusal = { code, params };
  }
}

/** Runs `work` and gives a refusal as a value. */
export function valueOrRefusal<T>(work: () => T): { readonly value: T } | { readonly refused: Coded<ProcessingRefusalCode> } {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof ProcessingRefused) return { refused: error.refusal };
    throw error;
  }
}
