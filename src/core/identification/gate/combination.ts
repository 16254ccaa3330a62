import type { ComponentCase, CountedResult } from './assessment';
import { findDeviation } from './deviations';

/** A set of results that satisfies R1 or R2, with the deviations it needs. */
export interface Combination {
  readonly rule: 'R1' | 'R2';
  readonly results: readonly CountedResult[];
  readonly deviationIds: readonly string[];
}

type Relation = { readonly uncorrelated: true; readonly deviationId?: string } | { readonly uncorrelated: false };

/** All pairs of R1 (category A and another property) and triples of R2 (two of B, a third of B or C, all different) among counted results. */
export function combinations(subject: ComponentCase): readonly Combination[] {
  const { counted } = subject;
  const pairs = counted.flatMap((a, i) => counted.slice(i + 1).flatMap((b) => pair(subject, a, b)));
  const weaker = counted.filter(({ technique }) => technique.category !== 'A');
  const triples = weaker.flatMap((a, i) =>
    weaker.slice(i + 1).flatMap((b, j) => weaker.slice(i + j + 2).flatMap((c) => triple(subject, a, b, c))),
  );
  return [...pairs, ...triples];
}

function pair(subject: ComponentCase, a: CountedResult, b: CountedResult): readonly Combination[] {
  if (a.technique.category !== 'A' && b.technique.category !== 'A') return [];
  const relation = relate(subject, a, b);
  return relation.uncorrelated ? [{ rule: 'R1', results: [a, b], deviationIds: idsOf([relation]) }] : [];
}

function triple(subject: ComponentCase, a: CountedResult, b: CountedResult, c: CountedResult): readonly Combination[] {
  const results = [a, b, c];
  if (results.filter(({ technique }) => technique.category === 'B').length < 2) return [];
  const relations = [relate(subject, a, b), relate(subject, a, c), relate(subject, b, c)];
  return relations.every((relation) => relation.uncorrelated) ? [{ rule: 'R2', results, deviationIds: idsOf(relations) }] : [];
}

function idsOf(relations: readonly Relation[]): readonly string[] {
  return [
    ...new Set(
      relations.flatMap((relation) => (relation.uncorrelated && relation.deviationId !== undefined ? [relation.deviationId] : [])),
    ),
  ];
}

/** Two techniques share a property when their bases meet; then only a reviewer's signed decision makes them count apart. */
function relate(subject: ComponentCase, a: CountedResult, b: CountedResult): Relation {
  if (a.technique.id === b.technique.id) return { uncorrelated: false };
  if (!sharesBasis(a, b)) return { uncorrelated: true };
  const separations = a.technique.category === 'B' && b.technique.category === 'B';
  const mechanisms = [a.result.method.mechanism, b.result.method.mechanism];
  // Two separations can be judged uncorrelated only when phase or mechanism are on record and differ.
  if (separations && (mechanisms.includes(undefined) || mechanisms[0] === mechanisms[1])) return { uncorrelated: false };
  const deviation = findDeviation(subject.input, {
    kind: 'techniques-uncorrelated',
    componentId: subject.hypothesis.componentId,
    analysts: subject.analysts,
    covers: ({ appliesTo }) => [a, b].every(({ technique }) => appliesTo.techniques?.includes(technique.id) === true),
  });
  return deviation === undefined ? { uncorrelated: false } : { uncorrelated: true, deviationId: deviation.id };
}

/** Whether two techniques exploit a common physical or chemical property. */
export function sharesBasis(a: CountedResult, b: CountedResult): boolean {
  return a.technique.basis.some((property) => b.technique.basis.includes(property));
}

/** Aliquots a combination stands on. */
export function aliquotsOf(combination: Combination): ReadonlySet<string> {
  return new Set(combination.results.map(({ result }) => result.aliquotId));
}

/** Combinations in order of preference: two aliquots first, then fewest deviations, then R1, then ids; the first is the one reported. */
export function preferred(found: readonly Combination[]): readonly Combination[] {
  const key = (one: Combination) =>
    [aliquotsOf(one).size >= 2 ? 0 : 1, one.deviationIds.length, one.rule, ...one.results.map(({ result }) => result.id)].join(' ');
  return [...found].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
