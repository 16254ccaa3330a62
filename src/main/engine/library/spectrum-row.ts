import { createHash } from 'node:crypto';
import { z } from 'zod';
import { conditions, position } from '../../../contract/curves';
import { readCas, readInchikey } from '../../../core/chemistry/identifiers';
import { massesOf } from '../../../core/chemistry/masses';
import { parseFormula } from '../../../core/chemistry/parse-formula';
import { foldedKey } from '../../../core/names/folded-key';
import type { Technique } from '../../../core/spectrum/curves';
import type { Ionisation, MassSpectrum, VerbatimField } from '../../../core/spectrum/mass-spectrum';
import { bytesOfNumbers } from '../peak-bytes';

/** A reference spectrum as its two rows hold it, without its key and its place in an import. */
export interface SpectrumRow {
  readonly name: string;
  readonly folded: string;
  readonly cas: string | null;
  readonly inchikey: string | null;
  readonly formula: string | null;
  readonly nominal_mass: number | null;
  readonly exact_mass: number | null;
  readonly ionisation: Ionisation;
  readonly ionisation_stated: 0 | 1;
  readonly ms_level: number;
  readonly precursor_mz: number | null;
  readonly retention_index: number | null;
  readonly accession: string | null;
  readonly peak_count: number;
  readonly content_sha256: Buffer;
  readonly instrument: string;
  readonly origin: string;
  readonly licence: string;
  readonly metadata_json: string;
  readonly mz: Buffer;
  readonly intensity: Buffer;
  readonly technique: Technique;
  /** Of curves alone; see the table reference_curves. */
  readonly traces_json: string | null;
  readonly numbers: Buffer | null;
}

/** What has no column of its own. */
export const spectrumMetadata = z.object({
  synonyms: z.array(z.string()),
  smiles: z.string().nullable(),
  inchi: z.string().nullable(),
  /** Acquisition in the standard's words: polarity, adduct, collision energy, instrument type, retention time. */
  acquisition: z.record(z.string(), z.string()),
  otherFields: z.array(z.object({ field: z.string(), value: z.string() })),
  /** In the terms of `Conditions`; absent where the record says nothing of them. */
  conditions: conditions.optional(),
  /** Where in a map or series it was taken. */
  position: position.optional(),
});
export type SpectrumMetadata = z.infer<typeof spectrumMetadata>;

/**
 * A spectrum as its rows. An identifier that is none by its form or check digit is kept as a verbatim field.
 *
 * @param unstated what a spectrum that states no ionisation is taken for
 */
export function spectrumRow(spectrum: MassSpectrum, unstated: Ionisation): SpectrumRow {
  const { identity, acquisition } = spectrum;
  const cas = identity.cas === undefined ? undefined : readCas(identity.cas);
  const inchikey = identity.inchikey === undefined ? undefined : readInchikey(identity.inchikey);
  const stated = acquisition.ionisation !== 'unknown';
  const row = {
    name: identity.name,
    folded: foldedKey(identity.name),
    cas: cas?.ok ? cas.cas : null,
    inchikey: inchikey?.inchikey ?? null,
    formula: identity.formula ?? null,
    nominal_mass: nominalMass(spectrum),
    exact_mass: identity.exactMass ?? null,
    ionisation: stated ? acquisition.ionisation : unstated,
    ionisation_stated: stated ? 1 : 0,
    ms_level: acquisition.msLevel,
    precursor_mz: acquisition.precursorMz ?? null,
    retention_index: acquisition.retentionIndex ?? null,
    accession: spectrum.accession ?? null,
    peak_count: spectrum.mz.length,
    instrument: acquisition.instrument ?? acquisition.instrumentType ?? '',
    origin: spectrum.origin ?? '',
    licence: spectrum.licence ?? '',
    metadata_json: JSON.stringify(metadataOf(spectrum, cas?.ok !== false, identity.inchikey === undefined || inchikey !== undefined)),
    mz: bytesOfNumbers(spectrum.mz),
    intensity: bytesOfNumbers(spectrum.intensity),
    technique: 'mass-spectrometry',
    traces_json: null,
    numbers: null,
  } as const;
  const named = JSON.stringify([row.name, row.cas, row.inchikey, row.formula, row.ionisation, row.ms_level, row.precursor_mz]);
  const content_sha256 = createHash('sha256').update(named).update(row.mz).update(row.intensity).digest();
  return { ...row, content_sha256 };
}

/** Names under which a spectrum is found, besides its identifiers. */
export function searchedNames(spectrum: Pick<MassSpectrum, 'identity' | 'accession'>): readonly string[] {
  const names = [spectrum.identity.name, ...spectrum.identity.synonyms.slice(0, MOST_SYNONYMS), spectrum.accession ?? ''];
  return names.map((name) => foldedKey(name.slice(0, LONGEST_NAME)));
}

/** Bounds of the name index: real records have under 100 synonyms, names under 300 characters. */
const MOST_SYNONYMS = 300;
const LONGEST_NAME = 500;

export function nominalMass({ identity }: Pick<MassSpectrum, 'identity'>): number | null {
  const reading = identity.formula === undefined ? undefined : parseFormula(identity.formula);
  if (reading?.ok) return massesOf(reading.formula).nominal;
  const stated = identity.exactMass ?? identity.molecularMass;
  return stated === undefined ? null : Math.round(stated);
}

function metadataOf(spectrum: MassSpectrum, casRead: boolean, inchikeyRead: boolean): SpectrumMetadata {
  const { identity, acquisition } = spectrum;
  const words: readonly (readonly [string, string | undefined])[] = [
    ['polarity', acquisition.polarity],
    ['adduct', acquisition.adduct],
    ['collisionEnergy', acquisition.collisionEnergy],
    ['instrumentType', acquisition.instrument === undefined ? undefined : acquisition.instrumentType],
    ['retentionTime', acquisition.retentionTime],
    ['profile', spectrum.profile === true ? 'true' : undefined],
    ['molecularMass', identity.molecularMass === undefined ? undefined : String(identity.molecularMass)],
  ];
  const unread: VerbatimField[] = [
    ...(casRead || identity.cas === undefined ? [] : [{ field: 'CAS', value: identity.cas }]),
    ...(inchikeyRead || identity.inchikey === undefined ? [] : [{ field: 'InChIKey', value: identity.inchikey }]),
  ];
  return {
    synonyms: [...identity.synonyms],
    smiles: identity.smiles ?? null,
    inchi: identity.inchi ?? null,
    acquisition: Object.fromEntries(words.filter((word): word is readonly [string, string] => word[1] !== undefined)),
    otherFields: [...unread, ...spectrum.otherFields].map(({ field, value }) => ({ field, value })),
    ...(spectrum.conditions === undefined || Object.keys(spectrum.conditions).length === 0
      ? {}
      : { conditions: { ...spectrum.conditions } }),
  };
}
