import type { Slot } from '../spectrum-draft';
import { CONDITION_FIELDS } from './condition-fields';

/** What the reader does with a field: a place in the model, or one of the three that steer the reading. */
export type MspField = Slot | 'peakCount' | 'comments';

/** Names as found in NIST, MassBank, MoNA, MS-DIAL, RECETOX and AMDIS files, without blanks, `_`, `-` and `.`, in lower case. */
const FIELDS = {
  peakCount: ['numpeaks', 'numpeak', 'numberofpeaks', 'npeaks', '#peaks'],
  comments: ['comments', 'comment', 'remarks', 'remark'],
  name: ['name', 'compoundname', 'title'],
  synonym: ['synon', 'synonym', 'synonyms', 'synonm'],
  statement: ['ionization', 'ionisation', 'ionizationmode', 'ionisationmode', 'ionizationtype', 'ionsource', 'ionmode', 'polarity'],
  spectrumType: ['spectrumtype', 'mslevel', 'mstype'],
  cas: ['cas', 'cas#', 'casno', 'casrn', 'casnumber', 'casregistryno'],
  inchikey: ['inchikey'],
  inchi: ['inchi', 'inchicode'],
  smiles: ['smiles'],
  formula: ['formula', 'molecularformula', 'mf'],
  molecularMass: ['mw', 'molecularweight', 'averagemass'],
  exactMass: ['exactmass', 'totalexactmass', 'monoisotopicmass'],
  precursorMz: ['precursormz', 'precursorm/z', 'pepmass'],
  precursorCharge: ['charge', 'precursorcharge'],
  adduct: ['precursortype', 'adduct', 'adducttype'],
  collisionEnergy: ['collisionenergy', 'ce'],
  instrument: ['instrument', 'instrumentname', 'sourceinstrument'],
  instrumentType: ['instrumenttype'],
  retentionIndex: ['retentionindex', 'ri'],
  retentionTime: ['retentiontime', 'rt'],
  accession: ['db#', 'id', 'accession', 'spectrumid'],
  licence: ['license', 'licence'],
  origin: ['authors', 'author', 'contributor'],
} as const satisfies Readonly<Partial<Record<MspField, readonly string[]>>>;

const BY_NAME: ReadonlyMap<string, MspField> = new Map<string, MspField>([
  ...Object.entries(FIELDS).flatMap(([field, names]) => names.map((name) => [name, field as MspField] as const)),
  ...CONDITION_FIELDS.map(([name, slot]) => [folded(name), slot] as const),
]);

/** The meaning of a field name as a file writes it, in any case and spacing; undefined for one the model has no place for. */
export function mspField(label: string): MspField | undefined {
  return BY_NAME.get(folded(label));
}

/** Names compare without case, blanks, `_`, `.` and `-`. */
function folded(name: string): string {
  return name.toLowerCase().replace(/[\s_.-]/g, '');
}
