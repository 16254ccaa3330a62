import type { Message } from '../../../../contract/base';
import { type AnalogueStatement, analogueStatement, type DiagnosticFinding } from '../../../../core/search/analogues/analogue-statement';
import { classesOfEntry } from '../../../../core/search/analogues/class-of-entry';
import type { DrugClass } from '../../../../core/search/analogues/facts/classes';
import { usableMass } from '../searching/hybrid-kind';
import type { ReferenceRecord } from '../searching/reference-records';
import type { CandidateQuestion } from './evidence-messages';

/** Explanations of a difference, and ions of each kind, that are told. */
const MOST_DIFFERENCES = 3;
const MOST_IONS = 5;

/** What may be said of a candidate as the parent of the unknown: codes under `search:analogue`. */
export function analogueWords({ analogue }: Pick<CandidateQuestion, 'analogue'>, parent: ReferenceRecord | undefined): readonly Message[] {
  const parentMass = parent === undefined ? undefined : usableMass(parent.nominalMass);
  if (analogue === null || parent === undefined || parentMass === undefined) return [];
  const [drugClass] = classesOfEntry({ smiles: parent.smiles(), name: parent.name }).classes;
  const statement = analogueStatement(analogue, { peaks: parent, molecularMass: parentMass }, drugClass);
  return [...differences(statement), ...ions(statement), ...place(statement, drugClass)];
}

function differences({ deltaMass, differences: explained }: AnalogueStatement): readonly Message[] {
  if (deltaMass === 0) return [{ code: 'same-mass', params: {} }];
  const delta = `${deltaMass > 0 ? '+' : '−'}${Math.abs(deltaMass)}`;
  if (explained.length === 0) return [{ code: 'unexplained', params: { delta } }];
  return explained.slice(0, MOST_DIFFERENCES).map(({ parts }): Message => {
    const [one, two] = parts;
    const part = (each: typeof one) => (each === undefined ? '' : `${each.code}.${each.count > 0 ? 'more' : 'less'}`);
    const params = { delta, first: part(one), firstCount: Math.abs(one?.count ?? 0) };
    if (two === undefined) return { code: 'one-change', params };
    return { code: 'two-changes', params: { ...params, second: part(two), secondCount: Math.abs(two.count) } };
  });
}

function ions({ deltaMass, ions: followed }: AnalogueStatement): readonly Message[] {
  if (deltaMass === 0) return [];
  const strongest = (fate: DiagnosticFinding['fate']) =>
    followed
      .filter((ion) => ion.fate === fate)
      .toSorted((a, b) => Number(b.known !== undefined) - Number(a.known !== undefined) || b.parentPercent - a.parentPercent)
      .slice(0, MOST_IONS)
      .toSorted((a, b) => a.mz - b.mz);
  const kept = strongest('kept');
  const shifted = strongest('shifted');
  return [
    ...(kept.length === 0 ? [] : [{ code: 'ions-kept', params: { ions: kept.map(({ mz }) => mz).join(', ') } }]),
    ...(shifted.length === 0
      ? []
      : [{ code: 'ions-shifted', params: { ions: shifted.map(({ mz, shiftedMz }) => `${mz} → ${shiftedMz}`).join(', ') } }]),
  ];
}

function place({ changeOn }: AnalogueStatement, drugClass: DrugClass | undefined): readonly Message[] {
  const [one, two, ...more] = changeOn?.parts ?? [];
  // Of three parts or more nothing is said: the ions hardly narrow it down.
  if (changeOn === undefined || one === undefined || more.length > 0) return [];
  const params = { class: drugClass ?? '', count: changeOn.ions, first: one };
  return [two === undefined ? { code: 'change-on', params } : { code: 'change-on-either', params: { ...params, second: two } }];
}
