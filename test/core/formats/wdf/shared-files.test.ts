import { describe, expect, it } from 'vitest';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import type { Curves } from '../../../../src/core/spectrum/curves';
import { readShared } from '../../../support/read-text';
import { manifestRows, near, sharedFilesPresent } from '../binary/optical-manifest';

const NUMBER = '([-+.\\de]+)';

interface Told {
  readonly spectra: number;
  readonly points: number;
  readonly ends: readonly number[];
  readonly value?: readonly [spectrum: number, point: number, value: number];
}

/** The manifest writes these rows in words: `40 spectra x 1015, spectrum[3][4]=1.81…, x 1226.6..2787.8`, or for the single one differently. */
function told(expected: string): Told {
  const [, spectra = '1', points = ''] = /^(?:(\d+)(?: spectra)? x )?(\d+)/.exec(expected) ?? [];
  const ends = new RegExp(`(?:x|points) ${NUMBER}\\.\\.${NUMBER}`).exec(expected)?.slice(1).map(Number) ?? [];
  const value = new RegExp(`spectrum\\[(\\d+)\\]\\[(\\d+)\\]=${NUMBER}`).exec(expected)?.slice(1).map(Number);
  const single = new RegExp(`Y\\[4\\]=${NUMBER}`).exec(expected)?.[1];
  const found = value ?? (single === undefined ? undefined : [0, 4, Number(single)]);
  return {
    spectra: Number(spectra),
    points: Number(points),
    ends: [...ends].sort((a, b) => a - b),
    ...(found === undefined ? {} : { value: found as unknown as readonly [number, number, number] }),
  };
}

describe.skipIf(!sharedFilesPresent())('WDF files of instruments', () => {
  const rows = manifestRows('wdf');

  it.each(rows)('reads $file as the manifest says', ({ file, expected }) => {
    const { curves, refusal } = readShared(`optical/${file}`);
    expect(refusal).toBeUndefined();
    const { spectra, points, ends, value } = told(expected);
    expect(curves.length).toBe(spectra);
    const places = curves.map(placesOf);
    expect(places.every((x) => x === places[0])).toBe(true);
    const x = places[0] as Float64Array;
    expect(x.length).toBe(points);
    const found = [x[0] as number, x.at(-1) as number].sort((a, b) => a - b);
    expect([found, found.every((end, i) => near(end, ends[i] as number))]).toEqual([found, true]);
    if (value !== undefined) expect(near(valuesOf(curves[value[0]])[value[1]], value[2])).toBe(true);
  });

  it('gives every spectrum of a map its place and time', () => {
    expect(rows.length).toBe(5);
    const { curves } = readShared('optical/wdf/Streamline.wdf');
    expect(curves[1]?.position).toEqual([
      { name: 'X', value: -8100.3, unit: 'um' },
      { name: 'Y', value: -1198.7, unit: 'um' },
    ]);
    expect(curves.at(-1)?.accession).toBe('2205');
    expect(new Set(curves.map(({ position }) => position?.map(({ value }) => value.toFixed(3)).join())).size).toBe(2205);
    expect(curves[0]?.conditions.measuredAt).toBe('2017-10-05T11:17:36.123Z');
  });

  it('reads laser, power, objective and serial number from the state of the instrument', () => {
    expect(readShared('optical/wdf/6x6.wdf').curves[0]?.conditions).toMatchObject({
      laser: '457nm_Raman',
      laserPower: '5 %',
      accessory: 'Lx100',
      instrumentSerial: '1566H7',
      software: 'WiRE 4.4.0.6602',
    });
  });

  it('lies on the SPC export of the same map to even steps', () => {
    const wdf = readShared('optical/wdf/6x6.wdf').curves;
    const spc = readShared('optical/spc/raman-sion.spc').curves;
    expect(spc.length).toBe(wdf.length);
    spc.forEach((exported, i) => {
      const [x, y] = [placesOf(wdf[i]), valuesOf(wdf[i])];
      const values = valuesOf(exported);
      let right = 1;
      placesOf(exported).forEach((place, k) => {
        while (right < x.length - 1 && (x[right] as number) > place) right++;
        const part = (place - (x[right - 1] as number)) / ((x[right] as number) - (x[right - 1] as number));
        const between = (y[right - 1] as number) + part * ((y[right] as number) - (y[right - 1] as number));
        expect(near(values[k], between, 2e-4)).toBe(true);
      });
    });
  });

  it('keeps the spectrum of a file whose last block is cut off, and says so', () => {
    const { curves, warnings } = readShared('optical/wdf/single-spectrum_undefined-type.wdf');
    expect(curves.length).toBe(1);
    expect(warnings).toMatchObject([{ code: 'part-damaged', params: { part: 'block WXDA' } }]);
  });
});

function placesOf(curves: Curves | undefined): Float64Array {
  const trace = curves?.traces[0];
  if (trace === undefined) throw new Error('no trace');
  return abscissaValues(trace.x);
}

function valuesOf(curves: Curves | undefined): Float64Array {
  return curves?.traces[0]?.y.values ?? new Float64Array(0);
}
