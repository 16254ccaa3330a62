import type { Slot } from '../spectrum-draft';

/** Tags of MassBank Record Format 2.6 that have a place in the model; with a subtag, the subtag follows after a blank. */
export const MASSBANK_TAGS: ReadonlyMap<string, Slot> = new Map<string, Slot>([
  ['ACCESSION', 'accession'],
  ['AUTHORS', 'origin'],
  ['LICENSE', 'licence'],
  ['CH$FORMULA', 'formula'],
  ['CH$EXACT_MASS', 'exactMass'],
  ['CH$MOLECULAR_WEIGHT', 'molecularMass'],
  ['CH$SMILES', 'smiles'],
  ['CH$IUPAC', 'inchi'],
  ['CH$LINK CAS', 'cas'],
  ['CH$LINK INCHIKEY', 'inchikey'],
  ['AC$INSTRUMENT', 'instrument'],
  ['AC$INSTRUMENT_TYPE', 'instrumentType'],
  ['AC$MASS_SPECTROMETRY MS_TYPE', 'spectrumType'],
  ['AC$MASS_SPECTROMETRY ION_MODE', 'statement'],
  ['AC$MASS_SPECTROMETRY IONIZATION', 'statement'],
  ['AC$MASS_SPECTROMETRY COLLISION_ENERGY', 'collisionEnergy'],
  ['AC$CHROMATOGRAPHY RETENTION_TIME', 'retentionTime'],
  ['AC$CHROMATOGRAPHY RETENTION_INDEX', 'retentionIndex'],
  ['MS$FOCUSED_ION PRECURSOR_M/Z', 'precursorMz'],
  ['MS$FOCUSED_ION PRECURSOR_TYPE', 'adduct'],
  // Names of version 1 of the format.
  ['AC$ANALYTICAL_CONDITION MODE', 'statement'],
  ['AC$ANALYTICAL_CONDITION IONIZATION', 'statement'],
  ['AC$ANALYTICAL_CONDITION COLLISION_ENERGY', 'collisionEnergy'],
  ['AC$ANALYTICAL_CONDITION RETENTION_TIME', 'retentionTime'],
]);

/** Tags whose values begin with a subtag. */
export const TAGS_WITH_SUBTAG: ReadonlySet<string> = new Set([
  'CH$LINK',
  'SP$LINK',
  'AC$MASS_SPECTROMETRY',
  'AC$CHROMATOGRAPHY',
  'AC$GENERAL',
  'AC$ION_MOBILITY',
  'AC$ANALYTICAL_CONDITION',
  'MS$FOCUSED_ION',
  'MS$DATA_PROCESSING',
]);
