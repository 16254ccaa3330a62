import type { ConditionSlot, Slot } from '../spectrum-draft';

/** Labels compare without blanks, `-`, `/` and `_`, in capitals (JCAMP-DX 4.24, on labels). */
export function normalLabel(label: string): string {
  return label.toUpperCase().replace(/[\s\-/_]/g, '');
}

/** Labels that hold a table of data. */
export const DATA_LABELS: ReadonlySet<string> = new Set(['PEAKTABLE', 'XYDATA', 'XYPOINTS', 'DATATABLE', 'PEAKASSIGNMENTS', 'RADATA']);

/** Labels of the mass-spectrometry standard (5.00), of 4.24, and of NIST, Shimadzu and Finnigan exports that have a place in the model. */
const SLOTS: Readonly<Record<string, Slot>> = {
  CASNAME: 'synonym',
  NAMES: 'synonym',
  CASREGISTRYNO: 'cas',
  MOLFORM: 'formula',
  MW: 'molecularMass',
  $SMILES: 'smiles',
  SMILES: 'smiles',
  $INCHI: 'inchi',
  INCHI: 'inchi',
  $INCHIKEY: 'inchikey',
  INCHIKEY: 'inchikey',
  '.IONIZATIONMODE': 'statement',
  IONIZATIONMODE: 'statement',
  $IONISATION: 'statement',
  $IONIZATION: 'statement',
  $MODE: 'statement',
  '.MSLEVEL': 'spectrumType',
  $MSLEVEL: 'spectrumType',
  SPECTROMETERDATASYSTEM: 'instrument',
  SPECTROMETERSYSTEM: 'instrument',
  '.SPECTROMETERTYPE': 'instrumentType',
  '.RETENTIONTIME': 'retentionTime',
  RETENTIONTIME: 'retentionTime',
  $RETENTIONINDEX: 'retentionIndex',
  $EXACTMASS: 'exactMass',
  $PRECURSORMZ: 'precursorMz',
  $PRECURSORCHARGE: 'precursorCharge',
  $ADDUCT: 'adduct',
  $COLLISIONENERGY: 'collisionEnergy',
  $NISTMASSSPECNO: 'accession',
  $ACCESSION: 'accession',
  $LICENCE: 'licence',
  ORIGIN: 'origin',
};

/** Labels with a term among the conditions of measurement. Those with `$` are private ones Aliquot itself writes where the standard has none. */
export const CONDITION_LABELS: Readonly<Record<string, ConditionSlot>> = {
  SAMPLEDESCRIPTION: 'condition:sample',
  SAMPLINGPROCEDURE: 'condition:accessory',
  RESOLUTION: 'condition:resolution',
  PATHLENGTH: 'condition:pathLength',
  STATE: 'condition:state',
  TEMPERATURE: 'condition:temperature',
  '.SOLVENTNAME': 'condition:solvent',
  '.OBSERVENUCLEUS': 'condition:nucleus',
  '.OBSERVEFREQUENCY': 'condition:frequency',
  '.AVERAGES': 'condition:accumulations',
  '.DETECTOR': 'condition:detector',
  '.COLUMN': 'condition:column',
  $INSTRUMENTSERIAL: 'condition:instrumentSerial',
  $SOFTWARE: 'condition:software',
  $OPERATOR: 'condition:operator',
  $METHOD: 'condition:method',
  $VIAL: 'condition:vial',
  $INJECTION: 'condition:injection',
  $INJECTIONVOLUME: 'condition:injectionVolume',
  $LASER: 'condition:laser',
  $LASERPOWER: 'condition:laserPower',
  $EXPOSURE: 'condition:exposure',
  $BEAMSPLITTER: 'condition:beamsplitter',
  $LIGHTSOURCE: 'condition:source',
  $APODISATION: 'condition:apodisation',
  $COMMENT: 'condition:comment',
};

/** What curves and runs have no place for stays a condition or a field as written. */
const DESCRIBED: Readonly<Record<string, Slot | undefined>> = {
  '.IONIZATIONMODE': 'condition:ionisation',
  IONIZATIONMODE: 'condition:ionisation',
  SPECTROMETERDATASYSTEM: 'condition:instrument',
  SPECTROMETERSYSTEM: 'condition:instrument',
};
const OF_ANY_RECORD: ReadonlySet<Slot> = new Set<Slot>([
  'synonym',
  'cas',
  'formula',
  'molecularMass',
  'exactMass',
  'smiles',
  'inchi',
  'inchikey',
  'accession',
  'licence',
  'origin',
]);

/** Where a field of a single mass spectrum goes. */
export function jcampSlot(label: string): Slot | undefined {
  if (Object.hasOwn(SLOTS, label)) return SLOTS[label];
  return Object.hasOwn(CONDITION_LABELS, label) ? CONDITION_LABELS[label] : undefined;
}

/** Where a field of curves or of a run goes. */
export function describedSlot(label: string): Slot | undefined {
  if (Object.hasOwn(DESCRIBED, label)) return DESCRIBED[label];
  const slot = jcampSlot(label);
  return slot !== undefined && (OF_ANY_RECORD.has(slot) || slot.startsWith('condition:')) ? slot : undefined;
}

/** Labels only a mass spectrum has: they tell what a block is when `DATA TYPE` is missing. */
export const MASS_LABELS: ReadonlySet<string> = new Set([
  '.IONIZATIONMODE',
  'IONIZATIONMODE',
  'MASSRANGE',
  'TIC',
  '.RIC',
  '.BASEPEAK',
  '.MASSRANGE',
]);

/** Labels that are the axes of curves, beside `STRUCTURAL_LABELS`. */
export const AXIS_LABELS: ReadonlySet<string> = new Set(['XUNITS', 'YUNITS']);

/** Labels that belong to one scan of a run and find their place there. */
export const SCAN_LABELS: ReadonlySet<string> = new Set([
  'PAGE',
  'SCANNUMBER',
  '.SCANNUMBER',
  'RETENTIONTIME',
  '.RETENTIONTIME',
  'TIC',
  '.RIC',
  '.MSLEVEL',
  '$PROFILE',
  '$POLARITY',
  '$PRECURSORMZ',
  '$PRECURSORCHARGE',
  '$COLLISIONENERGY',
  '$SCANFILTER',
]);

/** Labels of JCAMP-CS, the brother of this format for chemical structures: a block with one of them holds no measurement. */
export const STRUCTURE_LABELS: ReadonlySet<string> = new Set(['JCAMPCS', 'ATOMLIST', 'BONDLIST']);

/** Labels the reader itself acts on; they are not kept as fields. */
export const STRUCTURAL_LABELS: ReadonlySet<string> = new Set([
  'TITLE',
  'DATATYPE',
  'NPOINTS',
  'BLOCKS',
  'XFACTOR',
  'YFACTOR',
  'END',
  'ENDNTUPLES',
]);
