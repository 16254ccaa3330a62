import type { Block } from '../../gate-outcome';
import { type Reason, reason } from '../../reason';
import type { CountedResult } from '../assessment';
import { type CheckResult, checked, type Worked } from '../check';
import { sharesBasis } from '../combination';
import { by, orDeviation } from '../way-out';

/** Enough techniques on different properties (R1, R2, R7, R8, R13). */
export function checkTechniques(subject: Worked): CheckResult {
  const { input, counted, combinations, hypothesis } = subject;
  const ids = counted.map(({ result }) => result.id);
  const rules = hypothesis.botanical ? (['R1', 'R2', 'R7', 'R8', 'R13'] as const) : (['R1', 'R2', 'R7', 'R13'] as const);
  const best = combinations[0];
  if (best === undefined) {
    const block = shortfall(counted);
    return checked(input.tables, 'techniques', rules, 'not-met', {
      reasons: [reason(block.code, block.params)],
      resultIds: ids,
      blocks: [block],
    });
  }
  const names = best.results.map(({ technique }) => technique.id).join(', ');
  const reasons: Reason[] = [reason(best.rule === 'R1' ? 'category-a-and-another' : 'three-without-category-a', { techniques: names })];
  if (isHyphenated(best.results)) reasons.push(reason('hyphenated-parts', { techniques: names }));
  return checked(input.tables, 'techniques', rules, best.deviationIds.length > 0 ? 'waived' : 'met', {
    reasons,
    resultIds: best.results.map(({ result }) => result.id),
    deviationIds: best.deviationIds,
    warnings: best.rule === 'R2' ? [{ criterion: 'techniques', ...reason('minimum-without-category-a'), resultIds: ids }] : [],
  });
}

function isHyphenated(results: readonly CountedResult[]): boolean {
  const injections = results.flatMap(({ result }) => (result.injectionId === undefined ? [] : [result.injectionId]));
  return new Set(injections).size < injections.length;
}

function shortfall(counted: readonly CountedResult[]): Block {
  const resultIds = counted.map(({ result }) => result.id);
  const distinct = [...new Map(counted.map((one) => [one.technique.id, one])).values()].sort((a, b) =>
    a.technique.id < b.technique.id ? -1 : 1,
  );
  const ofA = distinct.filter(({ technique }) => technique.category === 'A');
  const ofB = distinct.filter(({ technique }) => technique.category === 'B');
  const block = (why: Reason, wayOut: Block['wayOut']): Block => ({ criterion: 'techniques', ...why, resultIds, wayOut });
  if (distinct.length === 0) return block(reason('nothing-counts'), by('add-technique'));
  const correlated = distinct.flatMap((a, i) => distinct.slice(i + 1).flatMap((b) => (sharesBasis(a, b) ? [[a, b] as const] : [])))[0];
  const sameBasis =
    correlated === undefined ? undefined : reason('same-basis', { first: correlated[0].technique.id, second: correlated[1].technique.id });
  if (ofA.length > 0) {
    if (sameBasis !== undefined) return block(sameBasis, orDeviation('techniques-uncorrelated', 'add-technique'));
    return block(reason('second-technique-missing', { technique: ofA[0]?.technique.id ?? '' }), by('add-technique'));
  }
  if (ofB.length === 0) return block(reason('category-c-only', { techniques: distinct.length }), by('add-technique'));
  if (ofB.length < 2) return block(reason('two-category-b-missing', { have: ofB.length }), by('add-technique', 'add-category-b'));
  if (distinct.length >= 3 && sameBasis !== undefined) return block(sameBasis, orDeviation('techniques-uncorrelated', 'add-technique'));
  return block(reason('three-techniques-missing', { have: distinct.length }), by('add-technique'));
}
