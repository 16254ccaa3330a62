import type { Slot } from '../spectrum-draft';

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
  $NISTMASSSPECNO: 'accession',
  ORIGIN: 'origin',
};

export function jcampSlot(label: string): Slot | undefined {
  return Object.hasOwn(SLOTS, label) ? SLOTS[label] : undefined;
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
