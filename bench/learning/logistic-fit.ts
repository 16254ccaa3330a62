import type { LogisticModel } from '../../src/core/search/aliquot/model';
import { minimise } from './bounded-fit';

export interface Outcome {
  readonly features: readonly number[];
  readonly happened: boolean;
  readonly weight: number;
}

/** Logistic regression whose coefficients have the given sign (1 or −1 for all but the `free` ones), intercept free, light ridge. */
export function fitLogistic(outcomes: readonly Outcome[], sign: 1 | -1, free: readonly number[] = [], ridge = 0.1): LogisticModel {
  const size = outcomes[0]?.features.length ?? 0;
  const fitted = minimise(
    (at, gradient) => {
      gradient.fill(0);
      let value = 0;
      for (const { features, happened, weight } of outcomes) {
        let sum = at[size]!;
        for (let i = 0; i < size; i++) sum += sign * at[i]! * features[i]!;
        const p = 1 / (1 + Math.exp(-sum));
        value -= weight * Math.log(Math.max(1e-300, happened ? p : 1 - p));
        const residual = weight * (p - (happened ? 1 : 0));
        for (let i = 0; i < size; i++) gradient[i]! += residual * sign * features[i]!;
        gradient[size]! += residual;
      }
      for (let i = 0; i < size; i++) {
        gradient[i]! += ridge * at[i]!;
        value += (ridge * at[i]! ** 2) / 2;
      }
      return value;
    },
    new Float64Array(size + 1),
    (index) => index < size && !free.includes(index),
    2000,
  );
  return { intercept: fitted[size]!, coefficients: Array.from(fitted.subarray(0, size), (x) => sign * x + 0) };
}
