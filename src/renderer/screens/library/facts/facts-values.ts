import type { TFunction } from 'i18next';
import { type ReferenceSpectrum, type SpectrumFacts, spectrumFacts } from '../../../../contract/library';
import type { Measurement } from '../../../../contract/measurements';
import { readCas, readInchikey } from '../../../../core/chemistry/identifiers';
import { parseFormula } from '../../../../core/chemistry/parse-formula';
import { fieldErrors } from '../../../app/errors/field-errors';

/** What a person states of a spectrum, as it stands in the fields: texts, synonyms one a line, '' for nothing. */
export interface FactsValues {
  readonly name: string;
  readonly synonyms: string;
  readonly cas: string;
  readonly inchikey: string;
  readonly formula: string;
  readonly smiles: string;
  readonly ionisation: SpectrumFacts['ionisation'];
  readonly instrument: string;
  readonly origin: string;
  readonly licence: string;
  /** '' for none. */
  readonly substanceId: string;
}

/** JCAMP-DX writes the elements of a formula apart. */
const withoutBlanks = (formula: string): string | null => orNull(formula.replaceAll(/\s/g, ''));

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** The facts as the engine takes them. */
export function factsOf(values: FactsValues): SpectrumFacts {
  const { name, synonyms, cas, inchikey, formula, smiles, ionisation, instrument, origin, licence } = values;
  return {
    name: name.trim(),
    synonyms: synonyms
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    cas: orNull(cas),
    inchikey: orNull(inchikey)?.toUpperCase() ?? null,
    formula: withoutBlanks(formula),
    smiles: orNull(smiles),
    ionisation,
    instrument,
    origin,
    licence,
  };
}

/** What is wrong with the fields, by field: the rules of the wire, and identifiers by their form and check digit as the engine checks them. */
export function factsErrors(values: FactsValues, t: TFunction): Record<string, string> {
  const { cas, inchikey, formula } = values;
  const errors = Object.fromEntries(
    Object.entries(fieldErrors(spectrumFacts, t)(factsOf(values))).map(([path, said]) => [path.split('.')[0] ?? path, said]),
  );
  if (orNull(cas) !== null && !readCas(cas).ok) errors.cas ??= t('library:facts.no-cas');
  if (orNull(inchikey) !== null && readInchikey(inchikey) === undefined) errors.inchikey ??= t('library:facts.no-inchikey');
  const written = withoutBlanks(formula);
  if (written !== null && !parseFormula(written).ok) errors.formula ??= t('library:facts.no-formula');
  return errors;
}

const joined = (synonyms: readonly string[]): string => synonyms.join('\n');

/** The fields as a reference spectrum has them. */
export function valuesOfSpectrum(spectrum: ReferenceSpectrum): FactsValues {
  const { name, synonyms, cas, inchikey, formula, smiles, ionisation, instrument, origin, licence, substanceId } = spectrum;
  return {
    name,
    synonyms: joined(synonyms),
    cas: cas ?? '',
    inchikey: inchikey ?? '',
    formula: withoutBlanks(formula ?? '') ?? '',
    smiles: smiles ?? '',
    ionisation,
    instrument,
    origin,
    licence,
    substanceId: substanceId ?? '',
  };
}

/** The fields as a record of an opened file states them. The name of a run names a sample, not the substance of one of its scans. */
export function valuesOfMeasurement(item: Measurement): FactsValues {
  const { name, synonyms, cas, inchikey, formula, smiles } = item.identity;
  const acquisition = item.kind === 'spectrum' ? item.acquisition : undefined;
  return {
    name: item.kind === 'run' ? '' : name,
    synonyms: joined(synonyms),
    cas: cas ?? '',
    inchikey: inchikey ?? '',
    formula: withoutBlanks(formula ?? '') ?? '',
    smiles: smiles ?? '',
    ionisation: acquisition?.ionisation ?? 'unknown',
    instrument: acquisition?.instrument ?? item.conditions.instrument ?? '',
    origin: item.kind === 'run' ? '' : (item.origin ?? ''),
    licence: item.kind === 'run' ? '' : (item.licence ?? ''),
    substanceId: '',
  };
}
