import type { ComponentHypothesis, GateInput } from '../gate-input';
import type { TechniqueResult } from '../technique-result';
import { comparisonFaults, dataFaults, fault, qualityFaults, referenceFaults } from './admissibility';
import { type Assessment, addresses, type ComponentCase, type CountedResult, type Fault } from './assessment';
import { findDeviation } from './deviations';
import { explanationFaults, scopeFaults, shareFaults } from './support';
import { by } from './way-out';

/** Assembles one component's case: its results in order of id, each with its faults, and those that count. */
export function openCase(input: GateInput, hypothesis: ComponentHypothesis, othersPresent: ReadonlySet<string>): ComponentCase {
  const speaking = input.results.filter((result) => addresses(result, hypothesis)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const took = speaking.flatMap(({ analystId, comparedById }) => (comparedById === undefined ? [analystId] : [analystId, comparedById]));
  const analysts = new Set([...took, input.people.analystId]);
  const assessed = speaking.map((result) => assess(input, hypothesis, result, othersPresent, analysts));
  const assessments = assessed.filter(({ result }) => result.setAside === undefined);
  const setAside = assessed.filter(({ result }) => result.setAside !== undefined);
  return { input, hypothesis, assessments, setAside, counted: assessments.flatMap(countedResult), analysts, othersPresent };
}

function countedResult({ result, technique, faults }: Assessment): readonly CountedResult[] {
  return result.outcome === 'positive' && faults.length === 0 && technique !== undefined ? [{ result, technique }] : [];
}

function assess(
  input: GateInput,
  hypothesis: ComponentHypothesis,
  result: TechniqueResult,
  others: ReadonlySet<string>,
  analysts: ReadonlySet<string>,
): Assessment {
  const technique = input.tables.techniques.find((row) => row.id === result.techniqueId);
  if (technique === undefined) {
    const unknown = fault('techniques', 'technique-unknown', by('add-technique'), { technique: result.techniqueId });
    return { result, technique, faults: [unknown], liftedBy: [] };
  }
  const own = hypothesis.substanceKey;
  const faults = [
    ...scopeFaults(technique, hypothesis),
    ...dataFaults(result, technique),
    ...qualityFaults(result, technique),
    ...comparisonFaults(result, technique),
    ...referenceFaults(result, technique, own),
    ...shareFaults(result, technique, others, own),
    ...explanationFaults(result, technique, own, others),
  ];
  return { result, technique, ...liftRequalified(input, hypothesis, result, faults, analysts) };
}

/** An expired lot that was requalified before the day of use is as good as valid; no other fault of a result can be waived. */
function liftRequalified(
  input: GateInput,
  hypothesis: ComponentHypothesis,
  result: TechniqueResult,
  faults: readonly Fault[],
  analysts: ReadonlySet<string>,
): Pick<Assessment, 'faults' | 'liftedBy'> {
  if (!faults.some((found) => found.code === 'reference-expired')) return { faults, liftedBy: [] };
  const deviation = findDeviation(input, {
    kind: 'requalified-standard',
    componentId: hypothesis.componentId,
    analysts,
    covers: ({ appliesTo, authorisedAt }) => appliesTo.lotId === result.referenceLot?.id && authorisedAt <= result.performedAt,
  });
  if (deviation === undefined) return { faults, liftedBy: [] };
  return { faults: faults.filter((found) => found.code !== 'reference-expired'), liftedBy: [deviation.id] };
}
