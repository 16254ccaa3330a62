import { curveFindings } from './curve-findings';
import { type Finding, finding } from './finding';
import type { LibraryEntry, MassEntry } from './library-entry';
import { massLimitFindings } from './mass-limits';
import { massSignalFindings } from './mass-signal';
import { type ReadIdentity, readIdentity } from './stated-identity';

export interface ExaminationOptions {
  /** Whether SMILES are read and held against the formula; the slow part. @default true */
  readonly structures?: boolean;
}

/**
 * Everything that one library entry shows by itself, each thing once, in a fixed order: signal, masses, identity, conditions. Grade with
 * `gradeOf`. Entries against each other: `LibraryExamination`. Method and limits: docs/methods/library-hygiene.md. Never throws on
 * what a file states.
 */
export function examineEntry(entry: LibraryEntry, options: ExaminationOptions = {}): readonly Finding[] {
  return findingsOf(entry, readIdentity(entry.identity, { structures: options.structures ?? true }));
}

/** As `examineEntry`, with the identity already read. */
export function findingsOf(entry: LibraryEntry, identity: ReadIdentity): readonly Finding[] {
  const provenance = [
    ...(entry.instrument === undefined ? [finding('instrument-unknown')] : []),
    ...(entry.origin === undefined ? [finding('origin-unknown')] : []),
    ...(entry.licence === undefined || entry.licence === '' ? [finding('no-licence')] : []),
  ];
  if (entry.kind === 'curve') return [...curveFindings(entry), ...identity.findings, ...provenance];
  const signal = massSignalFindings(entry);
  const limits = signal.some(({ code }) => code === 'no-peaks' || code === 'profile')
    ? []
    : massLimitFindings(entry, identity.formula, identity.masses);
  return [...signal, ...limits, ...identity.findings, ...acquisitionFindings(entry), ...provenance];
}

function acquisitionFindings({ acquisition }: MassEntry): readonly Finding[] {
  const tandem = acquisition.msLevel > 1;
  return [
    ...(acquisition.ionisation === 'unknown' ? [finding('ionisation-unknown')] : []),
    ...(tandem && acquisition.polarity === undefined ? [finding('polarity-missing')] : []),
    ...(tandem && (acquisition.collisionEnergy ?? '') === '' ? [finding('collision-energy-missing')] : []),
  ];
}
