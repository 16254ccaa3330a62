import type { Conditions } from '../../spectrum/conditions';
import type { Acquisition, StatedIdentity, VerbatimField } from '../../spectrum/mass-spectrum';
import { CONDITION_LABELS, describedSlot, jcampSlot, normalLabel, SCAN_LABELS, STRUCTURAL_LABELS } from './labels';
import { LINE_LENGTH } from './write-ordinates';

/** Labels a writer makes itself from the model; a field with one of them is not written again. */
const OWN_LABELS: ReadonlySet<string> = new Set([
  ...STRUCTURAL_LABELS,
  ...['PAGE', '$PROFILE'],
  ...['JCAMPDX', 'DATACLASS', 'XUNITS', 'YUNITS', 'FIRSTX', 'LASTX', 'MINX', 'MAXX', 'FIRSTY', 'MINY', 'MAXY', 'DELTAX'],
  ...['NTUPLES', 'VARNAME', 'SYMBOL', 'VARTYPE', 'VARFORM', 'VARDIM', 'UNITS', 'FIRST', 'LAST', 'MIN', 'MAX', 'FACTOR'],
  ...['XYDATA', 'XYPOINTS', 'PEAKTABLE', 'PEAKASSIGNMENTS', 'DATATABLE', 'RADATA', 'ORIGIN', 'OWNER'],
]);

/** The label of each condition, as `labels.ts` reads it, in the spelling of the standard. */
const LABEL_OF_CONDITION: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(CONDITION_LABELS).map(([label, slot]) => [slot.slice('condition:'.length), label])),
  sample: 'SAMPLE DESCRIPTION',
  accessory: 'SAMPLING PROCEDURE',
  pathLength: 'PATH LENGTH',
  solvent: '.SOLVENT NAME',
  nucleus: '.OBSERVE NUCLEUS',
  frequency: '.OBSERVE FREQUENCY',
  measuredAt: 'LONG DATE',
  instrument: 'SPECTROMETER/DATA SYSTEM',
  ionisation: '.IONIZATION MODE',
};

/**
 * A labelled record in lines of the standard's length. A longer line is broken with `=` at its end; what would begin another record or a remark inside the
 * value is set apart by a blank.
 */
export function labelled(label: string, value: string | number): readonly string[] {
  const [first = '', ...rest] = String(value)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replaceAll('$$', '$ $').replace(/^##/, '# #'));
  return [`##${label.replaceAll('=', '-')}= ${first}`.trimEnd(), ...rest].flatMap(broken);
}

function broken(line: string): readonly string[] {
  const parts: string[] = [];
  let left = line;
  while (left.length > LINE_LENGTH) {
    // Blanks at either side of the break would be lost with the blanks around lines.
    let at = LINE_LENGTH - 1;
    while (at > 0 && (left[at] === ' ' || left[at - 1] === ' ')) at--;
    if (at < LINE_LENGTH - 5) return [...parts, left];
    parts.push(`${left.slice(0, at)}=`);
    left = left.slice(at);
  }
  return [...parts, left];
}

/** A remark, in as many as it takes: there is no way to continue one. */
function remarks(line: string): readonly string[] {
  const room = LINE_LENGTH - 3;
  return Array.from({ length: Math.ceil(line.length / room) }, (_, i) => `$$ ${line.slice(i * room, (i + 1) * room)}`);
}

export function identityLines(identity: StatedIdentity): readonly string[] {
  return [
    ...(identity.synonyms.length === 0 ? [] : labelled('NAMES', identity.synonyms.join('\n'))),
    ...present('CAS REGISTRY NO', identity.cas),
    ...present('MOLFORM', identity.formula),
    ...present('MW', identity.molecularMass),
    ...present('$EXACT MASS', identity.exactMass),
    ...present('$SMILES', identity.smiles),
    ...present('$INCHI', identity.inchi),
    ...present('$INCHIKEY', identity.inchikey),
  ];
}

export function conditionLines(conditions: Conditions): readonly string[] {
  return Object.entries(conditions).flatMap(([term, value]) => present(LABEL_OF_CONDITION[term] ?? `$${term.toUpperCase()}`, value));
}

/** What the model says of the acquisition of one mass spectrum. */
export function acquisitionLines(acquisition: Acquisition): readonly string[] {
  const { ionisation, polarity } = acquisition;
  const sign = polarity === undefined ? '' : polarity === 'positive' ? '+' : '-';
  const named = ionisation !== 'unknown' && ionisation !== 'other';
  return [
    ...(named ? [`##.IONIZATION MODE= ${ionisation}${sign}`] : []),
    ...(ionisation === 'other' ? ['##.IONIZATION MODE= OTHER'] : []),
    ...(!named && polarity !== undefined ? [`##$MODE= ${polarity.toUpperCase()}`] : []),
    ...(acquisition.msLevel === 1 && acquisition.precursorMz === undefined ? [] : [`##.MS LEVEL= ${acquisition.msLevel}`]),
    ...present('$PRECURSOR MZ', acquisition.precursorMz),
    ...present('$PRECURSOR CHARGE', acquisition.precursorCharge),
    ...present('$ADDUCT', acquisition.adduct),
    ...present('$COLLISION ENERGY', acquisition.collisionEnergy),
    ...present('SPECTROMETER/DATA SYSTEM', acquisition.instrument),
    ...present('.SPECTROMETER TYPE', acquisition.instrumentType),
    ...present('$RETENTION INDEX', acquisition.retentionIndex),
    ...present('.RETENTION TIME', acquisition.retentionTime),
  ];
}

/** ORIGIN and OWNER, which the standard requires in every block, and where the record comes from. */
export function provenanceLines(record: {
  readonly accession?: string;
  readonly licence?: string;
  readonly origin?: string;
  readonly otherFields: readonly VerbatimField[];
}): readonly string[] {
  const owner = record.otherFields.find(({ field, value }) => normalLabel(field) === 'OWNER' && value !== '')?.value ?? '';
  return [
    ...labelled('ORIGIN', record.origin ?? ''),
    ...labelled('OWNER', owner),
    ...present('$ACCESSION', record.accession),
    ...present('$LICENCE', record.licence),
  ];
}

/** Every other field under its own label; a remark stays one. A label that means something else to a reader of the format becomes a private one. */
export function otherLines(fields: readonly VerbatimField[], inRun = false): readonly string[] {
  return fields.flatMap(({ field, value }) => {
    if (field === '$$' || field === '') return value === '' ? [] : value.split('\n').flatMap(remarks);
    const label = normalLabel(field);
    if (OWN_LABELS.has(label)) return [];
    // Outside of a run these labels are fields as any other; in a run they belong to its scans.
    const ofScan = SCAN_LABELS.has(label) && inRun;
    const meant = ofScan || jcampSlot(label) !== undefined || describedSlot(label) !== undefined || label === 'DATE' || label === 'TIME';
    return labelled(meant ? `$OTHER ${field}` : field, value);
  });
}

function present(label: string, value: string | number | undefined): readonly string[] {
  return value === undefined || value === '' ? [] : labelled(label, value);
}
