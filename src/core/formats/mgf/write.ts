import type { MassSpectrum, VerbatimField } from '../../spectrum/mass-spectrum';
import { conditionFields } from '../msp/condition-fields';
import { mspField } from '../msp/fields';

/**
 * Writes one spectrum as an MGF record, ended by an empty line. Numbers are written in the shortest form that reads back to the same double;
 * a line break inside a value becomes a blank, since the format has none. What the format has no key for is written under the names that MassBank
 * and GNPS give such fields.
 */
export function writeMgf(spectrum: MassSpectrum): string {
  const { identity, acquisition, otherFields } = spectrum;
  const holds = (key: string) => otherFields.some(({ field: name }) => name.toUpperCase() === key);
  const precursor = holds('PEPMASS') && precursorOf(otherFields) === acquisition.precursorMz ? undefined : acquisition.precursorMz;
  const seconds = /^(\S.*\S|\S) s$/.exec(acquisition.retentionTime ?? '')?.[1];
  const lines = [
    'BEGIN IONS',
    ...(identity.name === '' ? [] : field(holds('TITLE') ? 'NAME' : 'TITLE', identity.name)),
    ...identity.synonyms.flatMap((synonym) => field('SYNONYM', synonym)),
    ...field('PEPMASS', precursor),
    ...(holds('CHARGE') ? [] : field('CHARGE', chargeOf(acquisition))),
    ...field('MSLEVEL', acquisition.msLevel),
    ...(acquisition.ionisation === 'unknown' ? [] : field('IONIZATION', acquisition.ionisation)),
    ...field('IONMODE', acquisition.polarity),
    ...field('ADDUCT', acquisition.adduct),
    ...field('COLLISION_ENERGY', acquisition.collisionEnergy),
    ...(seconds === undefined ? field('RETENTION_TIME', acquisition.retentionTime) : field('RTINSECONDS', seconds)),
    ...field('RETENTION_INDEX', acquisition.retentionIndex),
    ...field('SOURCE_INSTRUMENT', acquisition.instrument),
    ...field('INSTRUMENT_TYPE', acquisition.instrumentType),
    ...field('INCHIKEY', identity.inchikey),
    ...field('INCHI', identity.inchi),
    ...field('SMILES', identity.smiles),
    ...field('FORMULA', identity.formula),
    ...field('MW', identity.molecularMass),
    ...field('EXACTMASS', identity.exactMass),
    ...field('CASNO', identity.cas),
    ...field('SPECTRUMID', spectrum.accession),
    ...field('LICENSE', spectrum.licence),
    ...field('AUTHORS', spectrum.origin),
    ...conditionFields(spectrum).flatMap(verbatim),
    ...otherFields.flatMap(verbatim),
    ...Array.from(spectrum.mz, (mz, i) => `${mz} ${spectrum.intensity[i]}`),
    'END IONS',
  ];
  return `${lines.join('\n')}\n\n`;
}

/** As Mascot writes it: `2+`; without sign where the polarity is not known. */
function chargeOf({ precursorCharge, polarity }: MassSpectrum['acquisition']): string | undefined {
  if (precursorCharge === undefined) return undefined;
  return `${precursorCharge}${polarity === undefined ? '' : polarity === 'positive' ? '+' : '-'}`;
}

/** The m/z of a `PEPMASS=m/z intensity` that was kept word for word. */
function precursorOf(fields: readonly VerbatimField[]): number {
  const kept = fields.find(({ field: name }) => name.toUpperCase() === 'PEPMASS');
  return Number(kept?.value.split(/[ \t]/, 1)[0]);
}

function field(key: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [`${key}=${oneLine(String(value))}`];
}

/**
 * A name the format cannot carry (empty, with `=`, or beginning like a peak or comment) goes into a comment together with its value; one that would take the place of
 * the record's name or count its peaks gets `OTHER_` before it.
 */
function verbatim({ field: name, value }: VerbatimField): readonly string[] {
  if (!/^[A-Za-z$_][^=\r\n]{0,72}$/.test(name)) return field('COMMENT', `${name} ${value}`);
  const meaning = mspField(name);
  const apart = meaning === 'peakCount' || (meaning === 'name' && name.toUpperCase() !== 'TITLE') ? 'OTHER_' : '';
  return field(`${apart}${name}`, value);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}
