import { describe, expect, it } from 'vitest';
import type { Curves } from '../../../../src/core/spectrum/curves';
import { readShared } from '../../../support/read-text';
import { extremes, manifestRows, near, sharedFilesPresent } from '../binary/optical-manifest';

function only(path: string): Curves {
  const { curves, refusal } = readShared(`optical/perkinelmer/${path}`);
  expect(refusal).toBeUndefined();
  expect(curves.length).toBe(1);
  return curves[0] as Curves;
}

const extremesOf = (curves: Curves): Record<string, number> => extremes(curves.traces[0] as Curves['traces'][number]);
const valuesOf = (curves: Curves): Float64Array => (curves.traces[0] as Curves['traces'][number]).y.values;

/** What the manifest says in words: points, places, and what it names of the values. */
const TOLD: Readonly<
  Record<string, { readonly n: number; readonly first: number; readonly last: number; readonly y0?: number; readonly unit: string }>
> = {
  'spectra.sp': { n: 3301, first: 4000, last: 700, y0: 0.03723936, unit: '1' },
  'single_PE_spectrum.sp': { n: 1626, first: 4000, last: 750, unit: '%' },
  'ir.asc': { n: 3401, first: 4000, last: 600, y0: 91.456874, unit: '%' },
  'ir2.asc': { n: 3551, first: 4000, last: 450, y0: 93.535781, unit: '%' },
  'ftir_ldpe_soil.asp': { n: 1798, first: 3999.43349933624, last: 650.420452594757, unit: 'unknown' },
};

describe.skipIf(!sharedFilesPresent())('PerkinElmer files of instruments', () => {
  it('knows every file of the manifest', () => {
    const files = manifestRows('perkinelmer').map(({ file }) => file.replace('perkinelmer/', ''));
    expect(files.toSorted()).toEqual([...Object.keys(TOLD), '4x4_pixel_PE_image.fsm'].toSorted());
  });

  it.each(Object.entries(TOLD))('reads %s as the manifest says', (path, { y0, unit, ...told }) => {
    const curves = only(path);
    const { n, first, last, y0: found } = extremesOf(curves);
    expect({ n, first, last }).toEqual(told);
    if (y0 !== undefined) expect(near(found, y0)).toBe(true);
    expect(curves.traces[0]?.y.axis.unit).toBe(unit);
    expect(curves.traces[0]?.x.axis.unit).toBe('cm-1');
  });

  it('agrees with the values that other readers print', () => {
    const strip = valuesOf(only('spectra.sp'));
    expect([...strip.slice(0, 3), ...strip.slice(-3)].map((value) => value.toFixed(8))).toEqual([
      '0.03723936',
      '0.03718614',
      '0.03713289',
      '0.00313506',
      '0.00368404',
      '0.00417556',
    ]);
    expect(valuesOf(only('single_PE_spectrum.sp'))[4]).toBe(100.65028381347656);
    const { min, max } = extremesOf(only('ftir_ldpe_soil.asp'));
    expect([min?.toFixed(4), max?.toFixed(4)]).toEqual(['0.0010', '0.5182']);
  });

  it('gives the pixels of a map their places, of which one was also saved alone', () => {
    const { curves, refusal } = readShared('optical/perkinelmer/4x4_pixel_PE_image.fsm');
    expect([refusal, curves.length]).toEqual([undefined, 16]);
    expect(valuesOf(curves[3] as Curves)[4]).toBe(92.9105453491211);
    const alone = only('single_PE_spectrum.sp');
    expect(alone.conditions.comment).toBe('Spectrum 6 at 17530, 2799 (Image)');
    expect(curves[5]?.position?.map(({ name, value }) => [name, Math.round(value)])).toEqual([
      ['X', 17530],
      ['Y', 2799],
    ]);
    expect([...valuesOf(curves[5] as Curves)]).toEqual([...valuesOf(alone)]);
  });

  it('reads instrument, measurement and history', () => {
    expect(only('spectra.sp')).toMatchObject({
      technique: 'infrared',
      identity: { name: 'strip01' },
      conditions: {
        measuredAt: '2006-03-09T09:17:56',
        instrument: 'Spectrum One',
        instrumentSerial: '69425',
        accumulations: '32',
        detector: 'MCT',
        beamsplitter: 'OptKBr',
        resolution: '4',
        apodisation: 'Strong',
        accessory: 'Spotlight Microscope',
      },
    });
    expect(only('ir.asc').conditions).toMatchObject({
      detector: 'MIR TGS',
      resolution: '4.000000',
      apodisation: 'STRONG',
      instrumentSerial: '55861',
    });
  });
});
