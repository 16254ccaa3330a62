import { compareFormulas, type Formula, formatFormula } from '../../chemistry/formula';
import { readCas, readInchikey } from '../../chemistry/identifiers';
import { type FormulaMasses, massesOf } from '../../chemistry/masses';
import { parseFormula } from '../../chemistry/parse-formula';
import { readSmiles, type SmilesReading } from '../../chemistry/structure';
import type { StatedIdentity } from '../../spectrum/mass-spectrum';
import { type Finding, finding } from './finding';

/** What could be read of a stated identity; `formula` is that of the structure where no formula is stated. */
export interface ReadIdentity {
  readonly formula?: Formula;
  readonly masses?: FormulaMasses;
  readonly findings: readonly Finding[];
}

export interface IdentityOptions {
  /** Whether SMILES are read. */
  readonly structures: boolean;
  /** Reads a SMILES; one that remembers is faster over a library, which states a compound many times. @default readSmiles */
  readonly readStructure?: (smiles: string) => SmilesReading;
}

/** Masses rounded to four decimals in files differ by this much, Da. */
const EXACT_TOLERANCE = 0.006;
/** Atomic weights change in the third decimal between editions, g/mol. */
const AVERAGE_TOLERANCE = 0.05;
/** A molecular mass is stated as nominal, average or monoisotopic, often without decimals, g/mol. */
const MASS_TOLERANCE = 0.75;

/**
 * Formula against structure against mass, and the syntax of identifiers. Without `structures` no SMILES is read: reading one costs more
 * than all the rest.
 */
export function readIdentity(identity: StatedIdentity, options: IdentityOptions): ReadIdentity {
  const findings: Finding[] = [];
  const stated = textOf(identity.formula);
  const smiles = textOf(identity.smiles);
  const reading = stated === undefined ? undefined : parseFormula(stated);
  if (reading !== undefined && !reading.ok) {
    const covered = reading.fault !== 'unknown-element' && reading.fault !== 'unknown-isotope';
    findings.push(finding(covered ? 'formula-unreadable' : 'formula-not-covered', { formula: stated ?? '', fault: reading.fault }));
  }
  const structure = options.structures && smiles !== undefined ? (options.readStructure ?? readSmiles)(smiles) : undefined;
  if (structure !== undefined && !structure.ok && structure.fault !== 'unknown-element')
    findings.push(finding('structure-unreadable', { fault: structure.fault }));
  const formula = reading?.ok ? reading.formula : undefined;
  const drawn = structure?.ok ? structure.structure.formula : undefined;
  if (formula !== undefined && drawn !== undefined && !agree(formula, drawn)) {
    findings.push(finding('formula-differs-from-structure', { formula: formatFormula(formula), structure: formatFormula(drawn) }));
  }
  const known = formula ?? drawn;
  const masses = known === undefined ? undefined : massesOf(known);
  if (masses !== undefined) findings.push(...massFindings(identity, masses));
  findings.push(...identifierFindings(identity, known !== undefined || stated !== undefined));
  return { findings, ...(known === undefined || masses === undefined ? {} : { formula: known, masses }) };
}

/** Equal but for isotopes left unnamed on one side, or for a charge written without, or with, its proton. */
function agree(formula: Formula, drawn: Formula): boolean {
  const { sameUnlabelled, difference, chargeDifference } = compareFormulas(formula, drawn);
  if (sameUnlabelled || difference.length === 0) return true;
  const [only] = difference;
  return difference.length === 1 && only?.symbol === 'H' && only.count === chargeDifference;
}

function massFindings(identity: StatedIdentity, masses: FormulaMasses): readonly Finding[] {
  const findings: Finding[] = [];
  const { exactMass, molecularMass } = identity;
  if (exactMass !== undefined && exactMass > 0 && Math.abs(exactMass - masses.monoisotopic) > EXACT_TOLERANCE) {
    const average = Math.abs(exactMass - masses.average) <= AVERAGE_TOLERANCE;
    findings.push(
      finding(average ? 'exact-mass-is-average' : 'exact-mass-differs', { stated: exactMass, expected: rounded(masses.monoisotopic) }),
    );
  }
  const possible = [masses.average, masses.monoisotopic, masses.nominal];
  if (molecularMass !== undefined && molecularMass > 0 && possible.every((mass) => Math.abs(mass - molecularMass) > MASS_TOLERANCE)) {
    findings.push(finding('molecular-mass-differs', { stated: molecularMass, expected: rounded(masses.average) }));
  }
  return findings;
}

function identifierFindings(identity: StatedIdentity, hasFormula: boolean): readonly Finding[] {
  const cas = textOf(identity.cas);
  const inchikey = textOf(identity.inchikey);
  const casReading = cas === undefined ? undefined : readCas(cas);
  const hasStructure = inchikey !== undefined || textOf(identity.smiles) !== undefined || textOf(identity.inchi) !== undefined;
  return [
    ...(casReading === undefined || casReading.ok ? [] : [finding('cas-invalid', { cas: cas ?? '', fault: casReading.fault })]),
    ...(inchikey === undefined || readInchikey(inchikey) !== undefined ? [] : [finding('inchikey-invalid', { inchikey })]),
    ...(textOf(identity.name) === undefined ? [finding('no-name')] : []),
    ...(hasStructure ? [] : [finding(cas === undefined ? 'no-identifiers' : 'no-structure')]),
    ...(hasFormula ? [] : [finding('no-formula')]),
  ];
}

function textOf(value: string | undefined): string | undefined {
  const text = value?.trim();
  return text === undefined || text === '' || /^(n\/?a|none|unknown|-)$/i.test(text) ? undefined : text;
}

function rounded(mass: number): number {
  return Math.round(mass * 1e4) / 1e4;
}
