import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../support/read-text';
import { readBytes } from '../../../support/read-text';
import { encodeNetcdf, type WrittenFile, type WrittenVariable } from './netcdf-file';

const scans = (values: Readonly<Record<string, readonly number[]>>, type: 'int' | 'double' = 'int'): WrittenVariable[] =>
  Object.entries(values).map(([name, numbers]) => ({ name, type, dimensions: ['scan_number'], values: numbers }));

/** Three scans of 2, 3 and 0 points. */
const RUN: WrittenFile = {
  dimensions: { point_number: null, scan_number: 3, instrument_number: 1, text: 12 },
  records: 5,
  attributes: {
    experiment_title: 'mixture 7',
    experiment_type: 'Centroided Mass Spectrum',
    experiment_date_time_stamp: '20240229081500-0530',
    test_ionization_mode: 'Electron Impact',
    test_ionization_polarity: 'Positive Polarity',
    operator_name: 'nb',
    dataset_owner: 'the laboratory',
  },
  variables: [
    ...scans({ scan_index: [0, 2, 5], point_count: [2, 3, 0], actual_scan_number: [11, 12, 13] }),
    ...scans({ scan_acquisition_time: [1.5, 2.5, 3.5], total_intensity: [30, 60, 0] }, 'double'),
    {
      name: 'mass_values',
      type: 'short',
      dimensions: ['point_number'],
      values: [431, 580, 900, 771, 500],
      attributes: { scale_factor: 0.1, units: 'M/Z' },
    },
    {
      name: 'intensity_values',
      type: 'float',
      dimensions: ['point_number'],
      values: [10, 20, 1, 2, 3],
      attributes: { add_offset: 5, scale_factor: 2, units: 'Total Counts' },
    },
    { name: 'instrument_model', type: 'char', dimensions: ['instrument_number', 'text'], values: ['Model 3'] },
  ],
};

const read = (file: WrittenFile, cut?: number): Reading => readBytes(encodeNetcdf(file).slice(0, cut), 'run.cdf');
const changed = (...variables: readonly WrittenVariable[]): WrittenFile => ({
  ...RUN,
  variables: RUN.variables.map((variable) => variables.find(({ name }) => name === variable.name) ?? variable),
});

describe('an ANDI/MS run', () => {
  it.each([1, 2] as const)('is read with its factors, from interleaved records (CDF-%i)', (version) => {
    const { runs, codes, refusal } = read({ ...RUN, version });
    expect([codes, refusal]).toEqual([[], undefined]);
    const [found] = runs;
    expect(found?.run).toMatchObject({
      identity: { name: 'mixture 7' },
      conditions: { measuredAt: '2024-02-29T08:15:00-05:30', operator: 'nb', instrument: 'Model 3', ionisation: 'Electron Impact' },
      timeAxis: { unit: 's' },
      intensityAxis: { unit: 'counts', written: 'Total Counts' },
      scansStated: 3,
    });
    expect(found?.run.otherFields).toContainEqual({ field: 'dataset_owner', value: 'the laboratory' });
    expect(found?.scans.map(({ number, time, statedIonCurrent, polarity }) => [number, time, statedIonCurrent, polarity])).toEqual([
      [11, 1.5, 30, 'positive'],
      [12, 2.5, 60, 'positive'],
      [13, 3.5, 0, 'positive'],
    ]);
    expect(Array.from(found?.scans[0]?.mz ?? [])).toEqual([431 * 0.1, 580 * 0.1]);
    expect(Array.from(found?.scans[0]?.intensity ?? [])).toEqual([25, 45]);
    expect(found?.chromatograms[0]?.y.values).toEqual(Float64Array.of(30, 60, 0));
  });

  it('counts the records itself where the writer never came to', () => {
    const bytes = encodeNetcdf(RUN).fill(0xff, 4, 8);
    expect(readBytes(bytes, 'run.cdf').runs[0]?.scans.map(({ mz }) => mz.length)).toEqual([2, 3, 0]);
  });

  it('passes over an attribute longer than any title', () => {
    const { runs, refusal } = read({ ...RUN, attributes: { ...RUN.attributes, administrative_comments: 'x'.repeat(70_000) } });
    expect([refusal, runs[0]?.run.conditions.comment, runs[0]?.scans.length]).toEqual([undefined, undefined, 3]);
  });

  it('turns a descending scan round without a word, and sorts a mixed one with a warning', () => {
    const scan = read(RUN).runs[0]?.scans[1];
    expect(Array.from(scan?.mz ?? [], (mz) => Math.round(mz))).toEqual([50, 77, 90]);
    expect(Array.from(scan?.intensity ?? [])).toEqual([11, 9, 7]);
    const mixed = read(changed({ ...(RUN.variables[5] as WrittenVariable), values: [431, 580, 771, 900, 500] }));
    expect(mixed.codes).toEqual(['scan-unsorted']);
    expect(Array.from(mixed.runs[0]?.scans[1]?.intensity ?? [])).toEqual([11, 7, 9]);
  });

  it('marks missing values as missing', () => {
    const { runs, codes } = read(
      changed(
        ...scans({ total_intensity: [-9999, -9999, -9999], scan_acquisition_time: [-9999, 2, 3] }, 'double'),
        ...scans({ actual_scan_number: [-9999, -9999, -9999] }),
        { name: 'intensity_values', type: 'float', dimensions: ['point_number'], values: [10, Number.NaN, 1, 2, 3] },
      ),
    );
    expect(codes).toEqual(['points-not-finite']);
    expect(runs[0]?.chromatograms).toEqual([]);
    expect(runs[0]?.scans.map(({ number, time }) => [number, time])).toEqual([
      [1, Number.NaN],
      [2, 2],
      [3, 3],
    ]);
    expect(Array.from(runs[0]?.scans[0]?.mz ?? [])).toEqual([431 * 0.1]);
    expect(runs[0]?.scans[0]?.statedIonCurrent).toBeUndefined();
  });

  it('passes over flags behind the points of a scan, naming them', () => {
    const { runs, codes, warnings } = read({
      ...RUN,
      variables: [...changed(...scans({ scan_index: [0, 3, 5], point_count: [2, 2, 0] })).variables, ...scans({ flag_count: [1, 0, 0] })],
    });
    expect(codes).toEqual(['part-unused']);
    expect(warnings[0]?.params).toMatchObject({ part: 'flag_count' });
    expect(runs[0]?.scans.map(({ mz }) => mz.length)).toEqual([2, 2, 0]);
  });

  it('leaves out a scan whose place is outside the points', () => {
    const { runs, codes } = read(changed(...scans({ scan_index: [0, 4, -1] })));
    expect(codes).toEqual(['part-damaged', 'part-damaged']);
    expect(runs[0]?.scans.map(({ number }) => number)).toEqual([11]);
  });

  it('leaves out an m/z no ion has', () => {
    const { runs, codes } = read(changed({ ...(RUN.variables[5] as WrittenVariable), values: [-431, 580, 900, 771, 500] }));
    expect(codes).toEqual(['part-damaged']);
    expect(Array.from(runs[0]?.scans[0]?.mz ?? [])).toEqual([580 * 0.1]);
  });

  it('tells a profile from centroids, and selected ions from both', () => {
    const ofType = (type: string, scanFunction: string): Reading =>
      read({ ...RUN, attributes: { experiment_type: type, test_scan_function: scanFunction } });
    expect(ofType('Continuum Mass Spectrum', 'Mass Scan').runs[0]?.scans[0]).toMatchObject({ profile: true, filter: 'Mass Scan' });
    const selected = ofType('Continuum Mass Spectrum', 'Selected Ion Detection');
    expect(selected.runs[0]?.scans[0]?.profile).toBe(false);
    expect(selected.codes).toEqual(['value-assumed']);
  });

  it('keeps a date it cannot read, and a unit of time it does not know', () => {
    const { runs, codes } = read({ ...RUN, attributes: { experiment_date_time_stamp: '20231301000000', units: 'Fortnights' } });
    expect(codes).toEqual(['date-ambiguous', 'unit-unknown']);
    expect(runs[0]?.run.conditions.measuredAt).toBe('20231301000000');
    expect(runs[0]?.run.timeAxis).toEqual({ quantity: 'time', unit: 'unknown', written: 'Fortnights' });
  });
});

describe('a damaged netCDF file', () => {
  it('is refused wherever it is cut, after the scans before the cut', () => {
    const whole = encodeNetcdf(RUN);
    const points = whole.length - 5 * 8;
    for (let cut = 4; cut < whole.length; cut++) {
      const { refusal, runs } = read(RUN, cut);
      expect(refusal?.code).toBe('file-truncated');
      if (cut >= points + 16) expect(runs[0]?.scans.length).toBeGreaterThan(0);
    }
  });

  it('refuses what is no run, and layouts it does not know, by name', () => {
    expect(read({ dimensions: {}, variables: [] }).refusal).toMatchObject({ code: 'variant-unsupported' });
    expect(read({ ...RUN, version: 5 }).refusal).toMatchObject({ code: 'variant-unsupported', params: { variant: 'netCDF CDF-5' } });
    expect(read({ ...RUN, variables: RUN.variables.slice(2) }).refusal?.code).toBe('structure-damaged');
  });

  it('refuses scans that share their points', () => {
    const { refusal, runs } = read(changed(...scans({ scan_index: [0, 0, 0], point_count: [4, 4, 4] })));
    expect(refusal).toMatchObject({ code: 'structure-damaged', params: { part: 'scan_index, point_count' } });
    expect(runs[0]?.scans).toHaveLength(1);
  });

  it('believes no count: lists, names, scans and records', () => {
    const bytes = encodeNetcdf(RUN);
    const refusalAt = (at: number): string | undefined => {
      const damaged = bytes.slice();
      new DataView(damaged.buffer).setUint32(at, 0x7fffffff);
      return readBytes(damaged, 'run.cdf').refusal?.code;
    };
    expect(refusalAt(8)).toBe('structure-damaged');
    expect(refusalAt(12)).toBe('structure-damaged');
    expect(refusalAt(16)).toBe('structure-damaged');
    const scanNumber = new TextDecoder('latin1').decode(bytes).indexOf('scan_number') + 12;
    expect(refusalAt(scanNumber)).toBe('too-many-points');
  });
});
