import type { Block, Warning } from '../../gate-outcome';
import { reason } from '../../reason';
import type { Artefact } from '../../tables/criteria-tables';
import { solventsIn } from '../../tables/solvents';
import type { Technique } from '../../technique';
import type { TechniqueResult } from '../../technique-result';
import type { CountedResult } from '../assessment';
import { type CheckResult, checked, type Worked } from '../check';
import { findDeviation } from '../deviations';
import { orDeviation } from '../way-out';

/**
 * Whether what was found may have been made by the analysis (R3). A result free of the artefact (another inlet, another solvent)
 * by category A or B settles it; so does a signed exclusion.
 */
export function checkArtefact(subject: Worked): CheckResult {
  const { input, hypothesis } = subject;
  const { tables } = input;
  const own = tables.artefacts.filter((row) => row.to === hypothesis.substanceKey);
  const warnings: readonly Warning[] = [
    ...own.flatMap((row) => madeBy(subject, row)),
    ...tables.artefacts.flatMap((row) => hiddenBy(subject, row)),
  ];
  if (own.length === 0) return checked(tables, 'artefact', ['R3'], 'not-applicable', { warnings });
  const threatening = own.filter((row) => isThreatened(subject, row));
  const judged = threatening.map((row) => ({ row, deviationId: row.effect === 'block' ? exclusion(subject, row) : undefined }));
  const blocks = judged.flatMap(({ row, deviationId }) =>
    row.effect === 'block' && deviationId === undefined ? [block(subject, row)] : [],
  );
  const deviationIds = [...new Set(judged.flatMap(({ deviationId }) => (deviationId === undefined ? [] : [deviationId])))];
  const state = blocks.length > 0 ? 'blocked' : deviationIds.length > 0 ? 'waived' : 'met';
  const reasons = threatening.map((row) => reason('may-be-artefact', { from: row.from, to: row.to }));
  return checked(tables, 'artefact', ['R3'], state, {
    reasons,
    resultIds: blocks.flatMap((one) => one.resultIds),
    deviationIds,
    blocks,
    warnings,
  });
}

function isThreatened({ counted }: Worked, row: Artefact): boolean {
  const subjectTo = counted.some(({ result, technique }) => canMake(row, result, technique));
  const free = counted.some(({ result, technique }) => technique.category !== 'C' && !canMake(row, result, technique));
  return subjectTo && !free;
}

/** Whether this analysis could have made the substance: what is not on record, or not understood, is read as the worst case. */
function canMake(row: Artefact, result: TechniqueResult, technique: Technique): boolean {
  const { inlet, solvent } = result.method;
  const throughInlet = technique.id === 'gc' || (technique.id === 'ms' && (inlet ?? 'gc') === 'gc');
  const inPlace = row.inlet === 'any' ? isSolution(technique) : throughInlet;
  if (!inPlace || row.solvents.length === 0) return inPlace;
  const present = solvent === undefined ? undefined : solventsIn(solvent);
  return present === undefined || row.solvents.some((harmful) => present.has(harmful));
}

function isSolution(technique: Technique): boolean {
  return technique.basis.includes('partition') || technique.id === 'ms' || technique.id === 'uvvis' || technique.id === 'ce';
}

function exclusion({ input, hypothesis, analysts }: Worked, row: Artefact): string | undefined {
  const covers = ({ appliesTo }: { readonly appliesTo: { readonly artefactId?: string } }) => appliesTo.artefactId === row.id;
  return findDeviation(input, { kind: 'artefact-excluded', componentId: hypothesis.componentId, analysts, covers })?.id;
}

function affected(counted: readonly CountedResult[], row: Artefact): readonly string[] {
  return counted.filter(({ result, technique }) => canMake(row, result, technique)).map(({ result }) => result.id);
}

function block(subject: Worked, row: Artefact): Block {
  const wayOut = orDeviation('artefact-excluded', 'other-solvent-or-technique');
  return {
    criterion: 'artefact',
    ...reason('may-be-artefact', { from: row.from, to: row.to }),
    resultIds: affected(subject.counted, row),
    wayOut,
  };
}

function madeBy({ counted }: Worked, row: Artefact): readonly Warning[] {
  const resultIds = affected(counted, row);
  if (resultIds.length === 0) return [];
  return [
    {
      criterion: 'artefact',
      ...reason('may-be-artefact', { from: row.from, to: row.to }),
      resultIds,
      artefactId: row.id,
      source: row.source,
    },
  ];
}

/** A negative for a substance that does not survive the analysis says little about it. */
function hiddenBy({ assessments, hypothesis }: Worked, row: Artefact): readonly Warning[] {
  if (row.from !== hypothesis.substanceKey) return [];
  const resultIds = assessments
    .filter(({ result, technique }) => technique !== undefined && result.outcome === 'negative' && canMake(row, result, technique))
    .map(({ result }) => result.id);
  if (resultIds.length === 0) return [];
  return [
    {
      criterion: 'artefact',
      ...reason('may-be-destroyed', { from: row.from, to: row.to }),
      resultIds,
      artefactId: row.id,
      source: row.source,
    },
  ];
}
