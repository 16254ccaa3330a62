import type { Coded } from '../../processing/refused';
import { criterionOf, degreesOf, type Fit, fitOf, gainOf, type Problem } from './fit';
import type { MixtureStopCode } from './mixture-codes';
import { studentTwoSided } from './student';
import { dot } from './without-line';

export interface SelectionLimits {
  readonly mostComponents: number;
  /** Least part of the fitted signal, 0 to 1. */
  readonly leastShare: number;
  /** Highest probability that a component explains what it does by chance, after Bonferroni's correction for the candidates tried. */
  readonly significance: number;
}

export interface Selection {
  readonly fit: Fit;
  readonly stopped: Coded<MixtureStopCode>;
}

/** Candidates whose fit is computed at each step: those that point most along the residual. */
const TRIED = 16;
/** A step must take this part of the squares away, or rounding would exchange equals for ever. */
const LEAST_STEP = 1e-9;

/** The components: stepwise from none, and downwards from the fit by the most promising, whichever has the lower criterion. */
export function selectColumns(problem: Problem, limits: SelectionLimits): Selection {
  const upwards = stepwise(problem, limits);
  const promising = new Set([...upwards.fit.columns, ...pointingAlong(problem, problem.query, []).slice(0, TRIED)]);
  const fewer = pruned(problem, fitOf(problem, [...promising]), limits);
  if (fewer.columns.length > limits.mostComponents) return upwards;
  const points = Math.min(upwards.fit.effectivePoints, fewer.effectivePoints);
  if (criterionOf(fewer, points) >= criterionOf(upwards.fit, points)) return upwards;
  return stepwise(problem, limits, fewer);
}

/** Adds the candidate that explains most, exchanges and drops what a better one makes needless, until a rule stops it. */
function stepwise(problem: Problem, limits: SelectionLimits, start: Fit = fitOf(problem, [])): Selection {
  let fit = start;
  const stop = (code: MixtureStopCode, params: Coded['params'] = {}): Selection => ({ fit, stopped: { code, params } });
  for (;;) {
    if (fit.columns.length >= limits.mostComponents) return stop('most-components', { most: limits.mostComponents });
    const larger = bestOf(problem, fit.columns, fit.residual);
    if (larger === undefined || larger.squares >= fit.squares * (1 - LEAST_STEP)) return stop('candidates-used-up');
    const pValue = probabilityOf(fit, larger, problem);
    if (!(pValue <= limits.significance)) return stop('next-not-significant', { pValue });
    if (criterionOf(larger, larger.effectivePoints) >= criterionOf(fit, larger.effectivePoints)) return stop('criterion-rises');
    const added = larger.columns.find((column) => !fit.columns.includes(column));
    const share = added === undefined ? 1 : shareOf(larger, added);
    const next = pruned(problem, exchanged(problem, larger), limits);
    if (next.squares >= fit.squares * (1 - LEAST_STEP)) {
      return share < limits.leastShare ? stop('next-below-least-share', { percent: 100 * share }) : stop('criterion-rises');
    }
    fit = next;
  }
}

/** Probability that the larger fit is no better but by chance, one candidate of many being taken. */
function probabilityOf(smaller: Fit, larger: Fit, { columns }: Problem): number {
  const chance = studentTwoSided(Math.sqrt(Math.max(0, gainOf(smaller, larger))), degreesOf(larger)) / 2;
  return Math.min(1, chance * Math.max(1, columns.length));
}

/** The probability for each column of a fit, in their order. */
export function probabilitiesOf(problem: Problem, fit: Fit): readonly number[] {
  return fit.columns.map((column) => probabilityOf(without(problem, fit, column), fit, problem));
}

/** The best fit with one more of the candidates that point along the residual. */
function bestOf(problem: Problem, chosen: readonly number[], residual: Float64Array): Fit | undefined {
  let best: Fit | undefined;
  for (const column of pointingAlong(problem, residual, chosen).slice(0, TRIED)) {
    const fit = fitOf(problem, [...chosen, column]);
    if (best === undefined || fit.squares < best.squares) best = fit;
  }
  return best;
}

/** Columns with a positive product with a residual, the largest first. */
function pointingAlong({ columns }: Problem, residual: Float64Array, chosen: readonly number[]): number[] {
  const slopes = columns.flatMap((values, column) => {
    if (chosen.includes(column)) return [];
    const slope = dot(values, residual);
    return slope > 0 ? [{ column, slope }] : [];
  });
  return slopes.sort((a, b) => b.slope - a.slope || a.column - b.column).map(({ column }) => column);
}

/** Each component exchanged for a candidate that explains more in its place, as long as one does. */
function exchanged(problem: Problem, start: Fit): Fit {
  let fit = start;
  for (let round = 0; round < 20; round++) {
    let better: Fit | undefined;
    for (const column of fit.columns) {
      const rest = without(problem, fit, column);
      const other = bestOf(problem, rest.columns, rest.residual);
      if (other !== undefined && other.squares < (better ?? fit).squares * (1 - LEAST_STEP)) better = other;
    }
    if (better === undefined) return fit;
    fit = better;
  }
  return fit;
}

/** A fit without the components that are not significant, too small, or not worth their place by the criterion; the least needed goes first. */
function pruned(problem: Problem, start: Fit, limits: SelectionLimits): Fit {
  let fit = start;
  while (fit.columns.length > 0) {
    const dropped = fit.columns.map((column) => {
      const rest = without(problem, fit, column);
      return { rest, gain: gainOf(rest, fit), pValue: probabilityOf(rest, fit, problem), share: shareOf(fit, column) };
    });
    const needless = dropped.filter(
      ({ rest, pValue, share }) =>
        !(pValue <= limits.significance) ||
        share < limits.leastShare ||
        criterionOf(rest, fit.effectivePoints) <= criterionOf(fit, fit.effectivePoints),
    );
    const least = needless.toSorted((a, b) => a.gain - b.gain)[0];
    if (least === undefined) return fit;
    fit = least.rest;
  }
  return fit;
}

function without(problem: Problem, fit: Fit, column: number): Fit {
  return fitOf(
    problem,
    fit.columns.filter((other) => other !== column),
  );
}

/** Part of the fitted signal: columns have length 1. */
function shareOf({ columns, factors }: Fit, column: number): number {
  const total = factors.reduce((sum, factor) => sum + factor, 0);
  return total > 0 ? factors[columns.indexOf(column)]! / total : 0;
}
