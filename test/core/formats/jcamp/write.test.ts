import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { convert } from 'jcampconverter';
import { describe, expect, it } from 'vitest';
import { type JcampRecord, jcampObstacle, writeJcamp } from '../../../../src/core/formats/jcamp/write';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import type { Curves, Technique, Trace } from '../../../../src/core/spectrum/curves';
import type { MassSpectrum } from '../../../../src/core/spectrum/mass-spectrum';
import { readBytes, readText, SHARED_FORMATS } from '../../../support/read-text';

const FORMS = ['affn', 'difdup'] as const;
const FOLDER = join(SHARED_FORMATS, 'optical', 'jcamp');
const here = existsSync(FOLDER);
if (!here) console.warn(`JCAMP-DX files left out: ${FOLDER} is not here`);

/** Its DATA TYPE, nD, makes the other reader look for a two-dimensional spectrum. */
const NOT_FOR_THE_OTHER: ReadonlySet<string> = new Set(['cheminfo/ntuples.jdx']);

const again = (record: JcampRecord, form: 'affn' | 'difdup' = 'affn') => readText(writeJcamp(record, { form }), 't.jdx');

/** A record of one regular trace. */
function curvesOf(values: readonly number[], first = 400, last = 4000, technique: Technique = 'infrared'): Curves {
  const trace: Trace = {
    label: '',
    role: 'measured',
    form: 'line',
    x: { kind: 'regular', first, last, count: values.length, axis: { quantity: 'wavenumber', unit: 'cm-1', written: '' } },
    y: { axis: { quantity: 'absorbance', unit: '1', written: '' }, values: Float64Array.from(values) },
  };
  return { technique, identity: { name: 'made', synonyms: [] }, conditions: {}, traces: [trace], otherFields: [] };
}

/** x and y as the independent reader gives them, of every table of the text. */
function independent(text: string): readonly { readonly x: readonly number[]; readonly y: readonly number[] }[] {
  return convert(text, { noContour: true }).flatten.flatMap(({ spectra }) =>
    spectra.map(({ data }) => data as { x: number[]; y: number[] }),
  );
}

function expectClose(found: readonly number[] | undefined, expected: ArrayLike<number>): void {
  expect(found?.length).toBe(expected.length);
  const scale = Array.from(expected).reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const off = Array.from(expected).findIndex(
    (value, i) => Math.abs((found?.[i] ?? Number.NaN) - value) > 1e-6 * Math.max(Math.abs(value), 1e-9 * scale),
  );
  expect([off, found?.[off], expected[off]]).toEqual([-1, undefined, undefined]);
}

const instrumentDecimals = fc.array(
  fc.integer({ min: -2_000_000, max: 9_000_000 }).map((value) => value / 100_000),
  { minLength: 1, maxLength: 200 },
);
const singlePrecision = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true, min: Math.fround(-1e6), max: Math.fround(1e6) }), {
  minLength: 1,
  maxLength: 100,
});
const anyDoubles = fc.array(fc.oneof(fc.double({ noDefaultInfinity: true }), fc.constant(Number.NaN)), { minLength: 1, maxLength: 100 });

describe('curves written as JCAMP-DX', () => {
  it.each([
    ['decimals of an instrument', instrumentDecimals],
    ['single precision', singlePrecision],
    ['any doubles and missing values', anyDoubles],
  ])('read back to the same numbers: %s', (_, arbitrary) =>
    fc.assert(
      fc.property(arbitrary, fc.constantFrom(...FORMS), (values, form) => {
        const text = writeJcamp({ type: 'curves', curves: curvesOf(values) }, { form });
        const { curves, codes, refusal } = readText(text, 't.jdx');
        const expected = values.map((value) => value + 0);
        expect(Array.from(curves[0]?.traces[0]?.y.values ?? [], (value) => value + 0)).toEqual(expected);
        expect([codes.filter((code) => code !== 'points-missing'), refusal]).toEqual([[], undefined]);
        for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(80);
      }),
      { seed: 7, numRuns: 300 },
    ),
  );

  it('use difference and duplicate digits where that is exact, and plain numbers where it is not', () => {
    const compressed = writeJcamp({ type: 'curves', curves: curvesOf([0.1, 0.1, 0.1, 0.3, 0.25]) }, { form: 'difdup' });
    expect(compressed).toContain('##YFACTOR= 0.01\r\n');
    expect(compressed).toContain('\r\n400A0%TK0n\r\n4000B5\r\n');
    const plain = writeJcamp({ type: 'curves', curves: curvesOf([Math.PI * 1e-9, 1e9 / 3]) }, { form: 'difdup' });
    expect(plain).toContain('##YFACTOR= 1\r\n');
  });

  it('state the first, smallest and largest value and their number', () => {
    const text = writeJcamp({ type: 'curves', curves: curvesOf([0.5, -0.25, 2]) });
    for (const line of ['##FIRSTX= 400', '##LASTX= 4000', '##FIRSTY= 0.5', '##MINY= -0.25', '##MAXY= 2', '##NPOINTS= 3'])
      expect(text).toContain(`${line}\r\n`);
  });

  it('keep every field, also long ones and those of several lines', () => {
    const long = 'a spectrum of a tablet found in a green bag with eleven others, pressed with a crown on one side and a line on the other';
    const curves: Curves = {
      ...curvesOf([1, 2]),
      identity: {
        name: 'MDMA · HCl',
        synonyms: ['one', 'two'],
        cas: '64057-70-1',
        formula: 'C11 H15 N O2',
        molecularMass: 193.24,
        inchikey: 'X-Y',
        smiles: 'CC=C',
      },
      conditions: {
        sample: long,
        operator: 'A. B.',
        measuredAt: '2024-03-01T10:00:00+01:00',
        laser: '785 nm',
        instrument: 'I',
        accessory: 'ATR, diamond',
      },
      origin: 'a laboratory',
      accession: '12',
      licence: 'CC0',
      otherFields: [
        { field: 'SOURCE REFERENCE', value: 'line one\nline two' },
        { field: '$OWN', value: 'x'.repeat(200) },
        { field: 'Resolution', value: 'not the term' },
        { field: '$$', value: 'a remark' },
      ],
    };
    const [back] = again({ type: 'curves', curves }).curves;
    expect(back).toMatchObject({
      identity: curves.identity,
      conditions: curves.conditions,
      origin: 'a laboratory',
      accession: '12',
      licence: 'CC0',
    });
    expect(back?.conditions.resolution).toBeUndefined();
    const kept = (back?.otherFields ?? []).map(({ field, value }) => [field, value]);
    expect(kept).toContainEqual(['SOURCE REFERENCE', 'line one\nline two']);
    expect(kept).toContainEqual(['$OWN', 'x'.repeat(200)]);
    expect(kept).toContainEqual(['$OTHER Resolution', 'not the term']);
    expect(kept).toContainEqual(['$$', 'a remark']);
  });

  it('name what stands against writing', () => {
    expect(jcampObstacle({ type: 'curves', curves: curvesOf([1], 1, 1, 'nmr') })).toBe('nmr');
    expect(jcampObstacle({ type: 'curves', curves: curvesOf([]) })).toBe('no-points');
    expect(jcampObstacle({ type: 'curves', curves: curvesOf([Number.POSITIVE_INFINITY]) })).toBe('not-finite');
    expect(() => writeJcamp({ type: 'curves', curves: curvesOf([]) })).toThrow('no-points');
  });

  it.each(FORMS)('are read by another reader within 1e-6 (%s)', (form) =>
    fc.assert(
      fc.property(fc.oneof(instrumentDecimals, singlePrecision), (values) => {
        // The other reader takes the E of an exponent for a squeezed digit; only numbers beyond 38 characters are written with one.
        fc.pre(values.length > 1 && values.every((value) => value === 0 || Math.abs(value) > 1e-9));
        const curves = curvesOf(values);
        const [table] = independent(writeJcamp({ type: 'curves', curves }, { form }));
        expectClose(table?.y, values);
        expectClose(table?.x, abscissaValues((curves.traces[0] as Trace).x));
      }),
      { seed: 7, numRuns: 200 },
    ),
  );
});

describe('mass spectra and runs written as JCAMP-DX', () => {
  it('keep a profile a profile, and fields that in a run would belong to its scans', () => {
    const spectrum = {
      identity: { name: 'a', synonyms: [] },
      acquisition: { ionisation: 'unknown', msLevel: 1 },
      mz: Float64Array.of(1.1, 1.2),
      intensity: Float64Array.of(1, 2),
      profile: true,
      otherFields: [
        { field: 'TIC', value: '3' },
        { field: 'SCAN NUMBER', value: '12' },
      ],
    } as const;
    const [read] = again({ type: 'spectrum', spectrum }).spectra;
    expect(read?.profile).toBe(true);
    expect(read?.otherFields.map(({ field, value }) => [field, value])).toEqual(
      expect.arrayContaining([
        ['TIC', '3'],
        ['SCAN NUMBER', '12'],
      ]),
    );
  });

  const spectrum: MassSpectrum = {
    identity: { name: 'cocaine', synonyms: ['C base'], cas: '50-36-2', exactMass: 303.1471 },
    acquisition: {
      ionisation: 'ESI',
      polarity: 'positive',
      msLevel: 2,
      precursorMz: 304.1543,
      precursorCharge: 2,
      adduct: '[M+H]+',
      collisionEnergy: '30 eV',
      instrument: 'Q',
      instrumentType: 'QTOF',
      retentionIndex: 2200,
      retentionTime: '3.5 min',
    },
    mz: Float64Array.of(82.0651, 182.1176, 304.15433),
    intensity: Float64Array.of(0.125, 999, 1e-7),
    conditions: { operator: 'C. D.' },
    otherFields: [],
  };

  it('read back equal', () => {
    const { spectra, codes } = again({ type: 'spectrum', spectrum });
    expect(codes).toEqual([]);
    const { otherFields: _, ...rest } = spectra[0] as MassSpectrum;
    const { otherFields: __, ...expected } = spectrum;
    expect(rest).toEqual(expected);
    const [table] = independent(writeJcamp({ type: 'spectrum', spectrum }));
    expectClose(table?.x, spectrum.mz);
    expectClose(table?.y, spectrum.intensity);
  });

  it('keep the scans of a run, their times, levels and currents', () => {
    const scan = {
      number: 7,
      time: 1.25,
      msLevel: 1,
      profile: false,
      statedIonCurrent: 300,
      mz: Float64Array.of(50.5, 60),
      intensity: Float64Array.of(100, 200),
    };
    const other = {
      ...scan,
      number: 9,
      time: 1.5,
      msLevel: 2,
      precursorMz: 60.25,
      precursorCharge: 2,
      polarity: 'negative' as const,
      filter: 'FTMS',
      mz: Float64Array.of(),
      intensity: Float64Array.of(),
    };
    const third = { ...scan, number: 10, time: Number.NaN };
    const run = {
      identity: { name: 'a run', synonyms: [] },
      conditions: { vial: '3', ionisation: 'EI+' },
      timeAxis: { quantity: 'time', unit: 'min', written: 'MINUTES' },
      intensityAxis: { quantity: 'intensity', unit: 'counts', written: 'COUNTS' },
      scansStated: 3,
      otherFields: [],
    } as const;
    const { runs, codes, refusal } = again({ type: 'run', run, scans: [scan, other, third], chromatograms: [] });
    expect([codes, refusal]).toEqual([[], undefined]);
    const { otherFields: _, ...back } = runs[0]?.run ?? { otherFields: [] };
    const { otherFields: __, ...expected } = run;
    expect(back).toEqual(expected);
    expect(runs[0]?.scans).toEqual([{ ...scan, polarity: undefined }, other, third]);
    const chromatogram = curvesOf([1, 2, 3], 0, 2).traces[0] as Trace;
    const linked = again({ type: 'run', run, scans: [scan, other], chromatograms: [chromatogram] });
    expect([linked.codes, linked.runs[0]?.scans.length, linked.curves[0]?.technique]).toEqual([[], 2, 'chromatography']);
  });
});

describe.skipIf(!here)('files of the shared data, read, written and read again', () => {
  const files = here
    ? readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(jdx|dx|jcm|txt)$/i.test(name))
        .toSorted()
    : [];

  it.each(files)('%s', (name) => {
    const reading = readBytes(readFileSync(join(FOLDER, name)), name);
    const records: JcampRecord[] = [
      ...reading.spectra.map((spectrum) => ({ type: 'spectrum', spectrum }) as const),
      ...reading.curves.map((curves) => ({ type: 'curves', curves }) as const),
      ...reading.runs.map((run) => ({ type: 'run', ...run }) as const),
    ];
    for (const record of records.slice(0, 10)) {
      if (jcampObstacle(record) !== undefined) continue;
      for (const form of FORMS) {
        const text = writeJcamp(record, { form });
        const back = readText(text, name);
        expect(back.refusal).toBeUndefined();
        if (record.type === 'spectrum') {
          expect([back.spectra[0]?.mz, back.spectra[0]?.intensity]).toEqual([record.spectrum.mz, record.spectrum.intensity]);
          expectClose(independent(text)[0]?.x, record.spectrum.mz);
          expectClose(independent(text)[0]?.y, record.spectrum.intensity);
        } else if (record.type === 'run') expect(back.runs[0]?.scans).toEqual(record.scans);
        else {
          for (const [i, trace] of record.curves.traces.entries()) {
            const same = back.curves[i]?.traces[0];
            expect(same === undefined ? [] : [abscissaValues(same.x), same.y.values]).toEqual([abscissaValues(trace.x), trace.y.values]);
            expect([same?.x.axis.unit, same?.y.axis.unit]).toEqual([trace.x.axis.unit, trace.y.axis.unit]);
            if (trace.notes !== undefined || trace.y.values.some(Number.isNaN) || NOT_FOR_THE_OTHER.has(name)) continue;
            expectClose(independent(text)[i]?.y, trace.y.values);
            expectClose(independent(text)[i]?.x, abscissaValues(trace.x));
          }
        }
      }
    }
  });
});
