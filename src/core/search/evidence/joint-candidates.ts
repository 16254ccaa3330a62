import type { EvidenceLine } from './evidence-line';
import { EVIDENCE_TECHNIQUES, type EvidenceTechnique, TECHNIQUE_TRAITS } from './technique';

/** Why a candidate stands where it stands, in the order in which the keys decide. */
export interface JointOrder {
  /** Techniques of category A or B that speak against it: fewer first. A colour test alone does not move a candidate behind. */
  readonly contradictions: number;
  /** Different properties (mass, separation, vibration, …) that support it: more first. IR and Raman count once, as do EI and MS2. */
  readonly independentSupports: number;
  /** Best category among the supporting techniques; `undefined` without any. */
  readonly bestCategory: 'A' | 'B' | 'C' | undefined;
  /** Best rank in a list of that category. */
  readonly bestRank: number | undefined;
}

export interface JointCandidate {
  readonly substance: string;
  /** From 1; candidates with equal keys share it. */
  readonly place: number;
  readonly order: JointOrder;
  /** In the order of the techniques; all of them, for, against and neutral. */
  readonly lines: readonly EvidenceLine[];
  /** Techniques of the exhibit that say nothing of this substance. */
  readonly silent: readonly EvidenceTechnique[];
}

const CATEGORY_PLACE = { A: 0, B: 1, C: 2 } as const;

/**
 * One list of substances from the lines of several techniques. No sum and no weights: candidates are ordered by four keys, one after
 * the other (`JointOrder`), and every line stays visible. Substances that only have neutral lines are kept. Deterministic: equal
 * keys are ordered by the substance key and share their place. docs/methods/cannot-be-told-apart.md.
 */
export function jointCandidates(lines: readonly EvidenceLine[]): readonly JointCandidate[] {
  const used = EVIDENCE_TECHNIQUES.filter((technique) => lines.some((line) => line.technique === technique));
  const bySubstance = new Map<string, EvidenceLine[]>();
  for (const line of lines) bySubstance.set(line.substance, [...(bySubstance.get(line.substance) ?? []), line]);
  const candidates = [...bySubstance].map(([substance, own]) => ({
    substance,
    order: orderOf(own),
    lines: own.sort(
      (a, b) => EVIDENCE_TECHNIQUES.indexOf(a.technique) - EVIDENCE_TECHNIQUES.indexOf(b.technique) || (a.scoreId < b.scoreId ? -1 : 1),
    ),
    silent: used.filter((technique) => own.every((line) => line.technique !== technique)),
  }));
  candidates.sort((a, b) => compareOrder(a.order, b.order) || (a.substance < b.substance ? -1 : 1));
  const places: number[] = [];
  candidates.forEach(({ order }, i) => {
    const before = candidates[i - 1];
    places.push(before !== undefined && compareOrder(before.order, order) === 0 ? places[i - 1]! : i + 1);
  });
  return candidates.map((candidate, i) => ({ ...candidate, place: places[i]! }));
}

function orderOf(lines: readonly EvidenceLine[]): JointOrder {
  const supports = lines.filter(({ verdict }) => verdict === 'supports');
  const against = lines.filter(({ verdict, technique }) => verdict === 'speaks-against' && TECHNIQUE_TRAITS[technique].category !== 'C');
  const categories = supports.map(({ technique }) => TECHNIQUE_TRAITS[technique].category).sort();
  const bestCategory = categories[0];
  const ranks = supports.filter(({ technique }) => TECHNIQUE_TRAITS[technique].category === bestCategory).flatMap(({ rank }) => rank ?? []);
  return {
    contradictions: new Set(against.map(({ technique }) => technique)).size,
    independentSupports: new Set(supports.map(({ technique }) => TECHNIQUE_TRAITS[technique].basis)).size,
    bestCategory,
    bestRank: ranks.length === 0 ? undefined : Math.min(...ranks),
  };
}

/** Key by key: contradictions, supports, category, rank. */
function compareOrder(a: JointOrder, b: JointOrder): number {
  const category = (order: JointOrder) => (order.bestCategory === undefined ? 3 : CATEGORY_PLACE[order.bestCategory]);
  const rank = (order: JointOrder) => order.bestRank ?? Number.MAX_SAFE_INTEGER;
  return (
    a.contradictions - b.contradictions || b.independentSupports - a.independentSupports || category(a) - category(b) || rank(a) - rank(b)
  );
}
