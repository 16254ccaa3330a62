import { conditions as conditionsSchema, technique as techniqueSchema } from '../../../contract/curves';
import type { SpectrumFacts } from '../../../contract/library';
import { ionisation as ionisationSchema } from '../../../contract/library';
import { readCas, readInchikey } from '../../../core/chemistry/identifiers';
import { parseFormula } from '../../../core/chemistry/parse-formula';
import type { Curves } from '../../../core/spectrum/curves';
import type { Acquisition, Ionisation, MassSpectrum, StatedIdentity, VerbatimField } from '../../../core/spectrum/mass-spectrum';
import type { Readable, Row } from '../database/schema';
import { notFound, refused } from '../failures';
import { numbersInBytes } from '../peak-bytes';
import { curvesRow, tracesOf } from './curves-row';
import { type SpectrumRow, spectrumMetadata, spectrumRow } from './spectrum-row';

/** A reference spectrum as a record of the model: what a writer writes, and what a correction starts from. */
export type KeptRecord =
  | { readonly kind: 'spectrum'; readonly spectrum: MassSpectrum }
  | { readonly kind: 'curves'; readonly curves: Curves };

/** A stored spectrum with all its numbers. @throws Failure NOT_FOUND */
export async function keptRecord(read: Readable, key: number): Promise<KeptRecord> {
  const row = await read
    .selectFrom('reference_spectrum as spectrum')
    .innerJoin('reference_spectrum_content as content', 'content.key', 'spectrum.key')
    .leftJoin('reference_curves as curves', 'curves.key', 'spectrum.key')
    .selectAll('spectrum')
    .select(['content.instrument', 'content.origin', 'content.licence', 'content.metadata_json', 'content.mz', 'content.intensity'])
    .select(['curves.traces_json', 'curves.numbers'])
    .where('spectrum.key', '=', key)
    .executeTakeFirst();
  if (row === undefined) throw notFound('reference_spectrum', String(key));
  return recordOf(row);
}

type Columns = Pick<Row<'reference_spectrum_content'>, 'instrument' | 'origin' | 'licence' | 'metadata_json' | 'mz' | 'intensity'>;
/** All that is stored of a reference spectrum. */
export type KeptRow = Row<'reference_spectrum'> & Columns & { readonly traces_json: string | null; readonly numbers: Buffer | null };

export function recordOf(row: KeptRow): KeptRecord {
  const { synonyms, smiles, inchi, acquisition, otherFields, conditions, position } = spectrumMetadata.parse(JSON.parse(row.metadata_json));
  const identity: StatedIdentity = {
    name: row.name,
    synonyms,
    ...some('cas', row.cas),
    ...some('inchikey', row.inchikey),
    ...some('inchi', inchi),
    ...some('smiles', smiles),
    ...some('formula', row.formula),
    ...some('exactMass', row.exact_mass),
    ...(acquisition.molecularMass === undefined ? {} : { molecularMass: Number(acquisition.molecularMass) }),
  };
  const common = {
    identity,
    ...some('accession', row.accession),
    ...some('licence', row.licence === '' ? null : row.licence),
    ...some('origin', row.origin === '' ? null : row.origin),
    otherFields: otherFields as readonly VerbatimField[],
  };
  if (row.traces_json !== null && row.numbers !== null)
    return {
      kind: 'curves',
      curves: {
        ...common,
        technique: techniqueSchema.parse(row.technique),
        conditions: conditions ?? {},
        traces: tracesOf(row.traces_json, row.numbers),
        ...(position === undefined ? {} : { position }),
      },
    };
  return {
    kind: 'spectrum',
    spectrum: {
      ...common,
      acquisition: {
        // What nobody but the importing person stated is no statement of the file.
        ionisation: row.ionisation_stated === 1 ? ionisationSchema.parse(row.ionisation) : 'unknown',
        msLevel: row.ms_level,
        ...(acquisition.polarity === 'positive' || acquisition.polarity === 'negative' ? { polarity: acquisition.polarity } : {}),
        ...some('precursorMz', row.precursor_mz),
        ...some('adduct', acquisition.adduct ?? null),
        ...some('collisionEnergy', acquisition.collisionEnergy ?? null),
        ...some('instrument', row.instrument === '' ? null : row.instrument),
        ...some('instrumentType', acquisition.instrumentType ?? null),
        ...some('retentionIndex', row.retention_index),
        ...some('retentionTime', acquisition.retentionTime ?? null),
      } satisfies Acquisition,
      mz: numbersInBytes(row.mz),
      intensity: numbersInBytes(row.intensity),
      ...(acquisition.profile === 'true' ? { profile: true } : {}),
      ...(conditions === undefined ? {} : { conditions: conditionsSchema.parse(conditions) }),
    },
  };
}

/**
 * The row of a record with what a person states of it. An ionisation other than the file's own is the person's statement, and marked as one.
 * @throws Failure REFUSED for an identifier that is none by its form or check digit
 */
export function rowWithFacts(record: KeptRecord, facts: SpectrumFacts): { readonly row: SpectrumRow; readonly identity: StatedIdentity } {
  requireSound(facts);
  const before = record.kind === 'curves' ? record.curves.identity : record.spectrum.identity;
  const { name, synonyms, cas, inchikey, formula, smiles, instrument, origin, licence } = facts;
  const sameStructure = before.inchikey === (inchikey ?? undefined) && before.smiles === (smiles ?? undefined);
  const identity: StatedIdentity = {
    name,
    synonyms,
    ...some('cas', cas),
    ...some('inchikey', inchikey),
    ...some('smiles', smiles),
    ...some('formula', formula),
    // An InChI and masses belong to the structure they were stated with.
    ...(sameStructure ? some('inchi', before.inchi ?? null) : {}),
    ...(before.formula === (formula ?? undefined)
      ? { ...some('exactMass', before.exactMass ?? null), ...some('molecularMass', before.molecularMass ?? null) }
      : {}),
  };
  if (record.kind === 'curves') {
    const { conditions } = record.curves;
    const { instrument: _file, ...others } = conditions;
    return {
      row: curvesRow({
        ...record.curves,
        identity,
        origin,
        licence,
        conditions: { ...others, ...(instrument === '' ? {} : { instrument }) },
      }),
      identity,
    };
  }
  const { acquisition } = record.spectrum;
  const { instrument: _file, ...others } = acquisition;
  const asStated: Ionisation = acquisition.ionisation === facts.ionisation ? facts.ionisation : 'unknown';
  const spectrum = {
    ...record.spectrum,
    identity,
    origin,
    licence,
    acquisition: { ...others, ...(instrument === '' ? {} : { instrument }), ionisation: asStated },
  };
  return { row: spectrumRow(spectrum, facts.ionisation), identity };
}

function requireSound({ cas, inchikey, formula }: SpectrumFacts): void {
  if (cas !== null && !readCas(cas).ok) throw refused('library.cas-invalid', { text: cas });
  if (inchikey !== null && readInchikey(inchikey) === undefined) throw refused('library.inchikey-invalid', { text: inchikey });
  if (formula !== null && !parseFormula(formula).ok) throw refused('library.formula-invalid', { text: formula });
}

function some<Name extends string, Value>(name: Name, value: Value | null): { readonly [N in Name]?: Value } {
  return (value === null ? {} : { [name]: value }) as { readonly [N in Name]?: Value };
}
