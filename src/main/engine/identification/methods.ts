import type { WireStep } from '../../../contract/measurements';
import type { ScoreId, SearchMethod } from '../../../contract/search-method';
import { PROCESSING_VERSION, type ProcessingStep } from '../../../core/processing/chain/processing-step';
import { ALIQUOT_DESCRIPTOR } from '../../../core/search/aliquot/descriptor';
import { ANALOGUE_SCORES } from '../../../core/search/analogues/descriptors';
import { invertedSearchDescriptor } from '../../../core/search/energies/inverted-result';
import { EI_SCORE_IDS, type ScoreDescriptor, scoreDescriptor } from '../../../core/search/scores/descriptors';
import { measureDescriptor } from '../../../core/search/scores/measures';
import { DEFAULT_CLEANING } from '../../../core/search/tandem/clean-spectrum';
import { describeTandem } from '../../../core/search/tandem/descriptors';
import { traceScoreDescriptor } from '../../../core/search/traces/descriptors';
import { defaultTraceMethod, type TraceMethod } from '../../../core/search/traces/method';
import { refused } from '../failures';
import { measureOf } from './searching/ei-search';
import { TANDEM_SCORES } from './searching/tandem-search';

export interface Algorithm {
  readonly score: ScoreId;
  readonly version: string;
  /** With what the method asks for, so that the stored search says all by itself. */
  readonly parameters: Record<string, string | number | boolean>;
}

/** What names an algorithm so that its result can be understood and made again. @throws Failure REFUSED for a score or technique that this version has not */
export function algorithmOf(method: SearchMethod, top: number): Algorithm {
  const { version, parameters } = descriptorOf(method);
  return { score: method.score, version, parameters: { ...parameters, top } };
}

function descriptorOf(method: SearchMethod): Pick<Algorithm, 'version' | 'parameters'> {
  switch (method.family) {
    case 'ei': {
      const { version, parameters } = eiDescriptor(method);
      return { version, parameters: { ...parameters, ...(method.molecularMass === null ? {} : { molecularMass: method.molecularMass }) } };
    }
    case 'tandem': {
      const { score, tolerance, precursorMz, precursorTolerance } = method;
      const precursor = precursorTolerance === null ? ('open' as const) : { tolerance: precursorTolerance };
      const { version, parameters } = describeTandem(TANDEM_SCORES[score], { cleaning: DEFAULT_CLEANING, tolerance, precursor });
      return { version, parameters: { ...parameters, ...(precursorMz === null ? {} : { precursorMz }) } };
    }
    case 'trace': {
      const { version, parameters } = traceScoreDescriptor(method.score);
      return prepared(version, parameters, method);
    }
    case 'mixture':
      return prepared('2', { mostComponents: method.mostComponents, leastShare: 0.01, significance: 0.001, confidence: 0.95 }, method);
    case 'energies': {
      const { version, parameters } = invertedSearchDescriptor;
      return { version, parameters: { ...parameters, tolerance: `${method.tolerance.value} ${method.tolerance.unit}` } };
    }
  }
}

function eiDescriptor(method: Extract<SearchMethod, { readonly family: 'ei' }>): Pick<ScoreDescriptor, 'version' | 'parameters'> {
  const { score } = method;
  if (score === 'ei-aliquot') return ALIQUOT_DESCRIPTOR;
  if (score === 'ei-hybrid' || score === 'ei-neutral-loss') return ANALOGUE_SCORES[score];
  const measure = measureOf(method);
  if (measure !== null) return measureDescriptor(measure);
  const indexed = EI_SCORE_IDS.find((id) => id === score);
  if (indexed === undefined) throw refused('identify.score-not-available', { score });
  return scoreDescriptor(indexed);
}

type OfTraces = Extract<SearchMethod, { readonly family: 'trace' | 'mixture' }>;

function prepared(version: string, parameters: Algorithm['parameters'], method: OfTraces): Pick<Algorithm, 'version' | 'parameters'> {
  const { grid, intensity, scale, leastShare, chain } = traceMethodOf(method);
  const common = { grid: `${grid.from}-${grid.to}/${grid.spacing}`, scale, intensity, leastCoverage: leastShare };
  return { version: `${version} ${PROCESSING_VERSION}`, parameters: { ...parameters, ...common, chain: JSON.stringify(chain.steps) } };
}

/**
 * How query and library are prepared: the technique's own grid and scales, with the ranges and steps that the method states.
 * @throws Failure REFUSED for a technique whose traces are not searched
 */
export function traceMethodOf({ technique, ranges, steps }: OfTraces): TraceMethod {
  const usual = defaultTraceMethod(technique);
  if (usual === undefined) throw refused('identify.technique-not-searched', { technique });
  return {
    ...usual,
    // Every step is checked against its limits before it is done.
    chain: { version: PROCESSING_VERSION, steps: steps as readonly ProcessingStep[] },
    ranges: ranges.map(([from, to]) => ({ from, to })),
    masks: [],
  };
}

/** The ranges and steps that a technique starts with, as a method states them; null for a technique whose traces are not searched. */
export function usualPreparation(technique: OfTraces['technique']): Pick<OfTraces, 'technique' | 'ranges' | 'steps'> | null {
  const usual = defaultTraceMethod(technique);
  if (usual === undefined) return null;
  const { grid, masks, chain } = usual;
  const ranges = usual.ranges.length === 0 && masks.length > 0 ? [grid] : usual.ranges;
  const without = masks.reduce<readonly { from: number; to: number }[]>(
    (left, mask) => left.flatMap((range) => cut(range, mask, grid)),
    ranges,
  );
  return { technique, ranges: without.map(({ from, to }) => [from, to]), steps: chain.steps.map(asWire) };
}

/** The same step: lists of places are copied. */
function asWire(step: ProcessingStep): WireStep {
  return step.step === 'baseline-points' ? { ...step, places: [...step.places] } : { ...step };
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** A range without the places of another, by the places of the grid. */
function cut(range: Range, { from, to }: Range, { from: origin, spacing }: Range & { readonly spacing: number }): Range[] {
  if (to < range.from || from > range.to) return [range];
  const before = origin + Math.ceil((from - origin) / spacing - 1) * spacing;
  const after = origin + Math.floor((to - origin) / spacing + 1) * spacing;
  return [
    ...(before >= range.from ? [{ from: range.from, to: before }] : []),
    ...(after <= range.to ? [{ from: after, to: range.to }] : []),
  ];
}
