import { describe, expect, it } from 'vitest';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { readBytes } from '../../../support/read-text';
import { encodeNetcdf, type WrittenFile, type WrittenVariable } from './netcdf-file';

const scalar = (name: string, value: number): WrittenVariable => ({ name, type: 'float', dimensions: [], values: [value] });
const CHROMATOGRAM: WrittenFile = {
  dimensions: { point_number: 4, peak_number: 2, text: 8 },
  attributes: {
    sample_name: 'blank 3',
    injection_date_time_stamp: '20240102030405+0000',
    retention_unit: 'seconds',
    detector_unit: 'mAU',
    detector_name: 'DAD1 A',
  },
  variables: [
    scalar('actual_delay_time', 0.5),
    scalar('actual_sampling_interval', 0.25),
    {
      name: 'ordinate_values',
      type: 'float',
      dimensions: ['point_number'],
      values: [1, -9999, 3, 2],
      attributes: { autosampler_position: '17' },
    },
    { name: 'peak_retention_time', type: 'float', dimensions: ['peak_number'], values: [0.75, 1] },
    { name: 'peak_height', type: 'float', dimensions: ['peak_number'], values: [2, 2.5] },
    { name: 'peak_area', type: 'float', dimensions: ['peak_number'], values: [0.1, 7] },
    { name: 'peak_name', type: 'char', dimensions: ['peak_number', 'text'], values: ['', 'cocaine'] },
  ],
};
const read = (file: WrittenFile) => readBytes(encodeNetcdf(file), 'signal.cdf');

describe('an ANDI chromatogram', () => {
  it('is a signal over regular times with its table of peaks', () => {
    const { curves, codes, refusal } = read(CHROMATOGRAM);
    expect([codes, refusal]).toEqual([['points-missing'], undefined]);
    const [signal, peaks] = curves[0]?.traces ?? [];
    expect(curves[0]).toMatchObject({
      technique: 'chromatography',
      identity: { name: 'blank 3' },
      conditions: { sample: 'blank 3', measuredAt: '2024-01-02T03:04:05+00:00', vial: '17', detector: 'DAD1 A' },
    });
    expect(signal?.x && Array.from(abscissaValues(signal.x))).toEqual([0.5, 0.75, 1, 1.25]);
    expect(signal?.y).toEqual({
      axis: { quantity: 'intensity', unit: 'mAU', written: 'mAU' },
      values: Float64Array.of(1, Number.NaN, 3, 2),
    });
    expect(peaks).toMatchObject({ role: 'peaks', form: 'sticks', notes: [{ point: 1, text: 'cocaine' }] });
    expect(curves[0]?.otherFields).toContainEqual({ field: 'peak_area', value: '0.1; 7' });
  });

  it('takes the times of the file where it has them', () => {
    const times: WrittenVariable = { name: 'raw_data_retention', type: 'double', dimensions: ['point_number'], values: [1, 2, 4, 8] };
    const { curves } = read({ ...CHROMATOGRAM, variables: [...CHROMATOGRAM.variables, times] });
    expect(curves[0]?.traces[0]?.x).toMatchObject({ kind: 'explicit', values: Float64Array.of(1, 2, 4, 8) });
  });

  it('names two times of injection that differ, and units it does not know', () => {
    const attributes = { ...CHROMATOGRAM.attributes, HP_injection_time: '2 Jan 24   3:04 am +0100', detector_unit: 'furlong' };
    expect(read({ ...CHROMATOGRAM, attributes }).codes).toEqual(['points-missing', 'unit-unknown', 'value-differs']);
  });

  it('refuses a signal without any times', () => {
    const { refusal } = read({ ...CHROMATOGRAM, variables: CHROMATOGRAM.variables.slice(2) });
    expect(refusal).toMatchObject({ code: 'structure-damaged', params: { part: 'actual_sampling_interval' } });
  });
});
