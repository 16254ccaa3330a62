import type { Finding } from './comparison';

/** Documented features (plant morphology, crystal habit, imprint, strip lines): each one the procedure asks for must have been seen. */
export function compareFeatures(required: readonly string[], observed: readonly string[]): readonly Finding[] {
  if (required.length === 0) return [{ kind: 'features', code: 'features-not-defined', params: {}, met: false }];
  return required.map((feature) => {
    const met = observed.includes(feature);
    return { kind: 'features', code: met ? 'feature-seen' : 'feature-not-seen', params: { feature }, met };
  });
}

/** A measured value within the range of the reference (melting point); `unit` as printed. */
export function compareRange(data: {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly unit: string;
}): readonly Finding[] {
  const met = data.value >= data.low && data.value <= data.high;
  return [{ kind: 'range', code: met ? 'range-within' : 'range-outside', params: { ...data }, met }];
}
