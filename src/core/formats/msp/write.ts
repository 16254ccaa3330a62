import type { MassSpectrum, VerbatimField } from '../../spectrum/mass-spectrum';
import { conditionFields } from './condition-fields';
import { mspField } from './fields';

/**
 * Writes one spectrum as an MSP record, ended by an empty line. Numbers are written in the shortest form that reads back to the same double;
 * a line break inside a value becomes a blank, since the format has none.
 */
export function writeMsp(spectrum: MassSpectrum): string {
  const { identity, acquisition } = spectrum;
  const lines = [
    `Name: ${oneLine(identity.name)}`,
    ...identity.synonyms.map((synonym) => `Synon: ${oneLine(synonym)}`),
    ...field('InChIKey', identity.inchikey),
    ...field('InChI', identity.inchi),
    ...field('SMILES', identity.smiles),
    ...field('Formula', identity.formula),
    ...field('MW', identity.molecularMass),
    ...field('ExactMass', identity.exactMass),
    ...field('CASNO', identity.cas),
    ...field('ID', spectrum.accession),
    `Spectrum_type: MS${acquisition.msLevel}`,
    ...(acquisition.ionisation === 'unknown' ? [] : [`Ionization: ${acquisition.ionisation}`]),
    ...field('Ion_mode', acquisition.polarity?.toUpperCase()),
    ...field('PrecursorMZ', acquisition.precursorMz),
    ...field('Charge', acquisition.precursorCharge),
    ...field('Precursor_type', acquisition.adduct),
    ...field('Collision_energy', acquisition.collisionEnergy),
    ...field('Instrument', acquisition.instrument),
    ...field('Instrument_type', acquisition.instrumentType),
    ...field('RetentionIndex', acquisition.retentionIndex),
    ...field('RetentionTime', acquisition.retentionTime),
    ...field('License', spectrum.licence),
    ...field('Authors', spectrum.origin),
    ...conditionFields(spectrum).map(verbatim),
    ...spectrum.otherFields.map(verbatim),
    `Num Peaks: ${spectrum.mz.length}`,
    ...Array.from(spectrum.mz, (mz, i) => `${mz} ${spectrum.intensity[i]}`),
  ];
  return `${lines.join('\n')}\n\n`;
}

function field(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [`${name}: ${oneLine(String(value))}`];
}

/**
 * A name the format cannot carry (empty, with a colon, or beginning like a peak) goes into a comment together with its value; one that would begin another record
 * or the peaks gets `Other_` before it.
 */
function verbatim({ field: name, value }: VerbatimField): string {
  const writable = /^[A-Za-z$_][^:\r\n]{0,72}$/.test(name);
  const meaning = mspField(name);
  const apart = meaning === 'name' || meaning === 'peakCount' ? 'Other_' : '';
  return writable ? `${apart}${name}: ${oneLine(value)}` : `Comments: ${oneLine(name)} ${oneLine(value)}`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').trim();
}
