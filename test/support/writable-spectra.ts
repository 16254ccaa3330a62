import fc from 'fast-check';
import type { Conditions } from '../../src/core/spectrum/conditions';
import { type Acquisition, IONISATIONS, type MassSpectrum, type StatedIdentity } from '../../src/core/spectrum/mass-spectrum';

/** One line of text, as a field can hold it. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map((value) => value.replace(/\p{C}/gu, '').trim())
  .filter((value) => value !== '');
/** Values that say nothing about ionisation, so that only the field for it does. */
const plain = fc.constantFrom('12.5 s', 'Practice 1', 'LC-QTOF', 'α-source', '70 eV', '[M+H]+', 'CC BY 4.0');
const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

const identity: fc.Arbitrary<StatedIdentity> = fc.record(
  {
    name: text,
    synonyms: fc.array(
      text.filter((value) => !value.startsWith('$:')),
      { maxLength: 4 },
    ),
    cas: text,
    inchikey: text,
    inchi: text,
    smiles: text,
    formula: text,
    molecularMass: positive,
    exactMass: positive,
  },
  { requiredKeys: ['name', 'synonyms'] },
);
const acquisition: fc.Arbitrary<Acquisition> = fc.record(
  {
    ionisation: fc.constantFrom(...IONISATIONS),
    msLevel: fc.integer({ min: 1, max: 9 }),
    polarity: fc.constantFrom('positive', 'negative'),
    precursorMz: positive,
    precursorCharge: fc.integer({ min: 1, max: 99 }),
    adduct: plain,
    collisionEnergy: plain,
    instrument: plain,
    instrumentType: plain,
    retentionIndex: positive,
    retentionTime: plain,
  },
  { requiredKeys: ['ionisation', 'msLevel'] },
);
const peaks = fc.uniqueArray(
  fc.tuple(
    positive,
    fc.double({ min: 0, max: 1e12, noNaN: true }).map((value) => value + 0),
  ),
  {
    minLength: 1,
    maxLength: 50,
    selector: ([mz]) => mz,
  },
);
const others = fc.array(fc.record({ field: fc.constantFrom('Column', 'Comments', 'Sample', 'X-y z'), value: plain }), { maxLength: 4 });

const conditions: fc.Arbitrary<Conditions> = fc.record(
  { sample: text, measuredAt: plain, instrument: plain, ionisation: text, pathLength: text, comment: text },
  { requiredKeys: ['sample'] },
);

/** Any spectrum whose every field a text of fields can hold. */
export const writableSpectrum: fc.Arbitrary<MassSpectrum> = fc
  .record(
    { identity, acquisition, conditions, peaks, accession: text, licence: text, origin: text, otherFields: others },
    { requiredKeys: ['identity', 'acquisition', 'peaks', 'otherFields'] },
  )
  .map(({ peaks: pairs, ...rest }) => {
    const sorted = pairs.toSorted((a, b) => a[0] - b[0]);
    return { ...rest, mz: Float64Array.from(sorted, ([mz]) => mz), intensity: Float64Array.from(sorted, ([, intensity]) => intensity) };
  });

/** Without the lines where verbatim fields stood, which writing may change. */
export function comparable(of: MassSpectrum | undefined): unknown {
  return of && { ...of, otherFields: of.otherFields.map(({ field, value }) => ({ field, value })) };
}

/** Its fields, kept from another file, have names that steer the reading of texts of fields. */
export const spectrumOfOddFields: MassSpectrum = {
  identity: { name: 'cocaine', synonyms: [] },
  acquisition: { ionisation: 'EI', msLevel: 1 },
  mz: Float64Array.of(82, 182),
  intensity: Float64Array.of(9, 8),
  otherFields: [
    { field: 'Num Peaks', value: '99' },
    { field: 'Name', value: 'second' },
    { field: 'TITLE', value: 'third' },
  ],
};
