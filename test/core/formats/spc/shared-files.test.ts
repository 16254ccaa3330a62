import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/core/formats/recognise';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { readShared, sharedPath } from '../../../support/read-text';
import { extremes, manifestRows, near, sharedFilesPresent } from '../binary/optical-manifest';

const NUMBER = '([-+.\\de]+)';
const EXPECTED = new RegExp(
  `nsub=(\\d+) npts\\(first5\\)=\\[([\\d, ]+)\\] x=${NUMBER}\\.\\.${NUMBER} y0=${NUMBER} ylast=${NUMBER} ymin=${NUMBER} ymax=${NUMBER}`,
);

/** Every spectrum of a file in one shape, whether of masses, a scan or a curve. */
function spectraOf(path: string): readonly Record<string, number>[] {
  const { curves, spectra, runs, refusal } = readShared(path);
  expect(refusal).toBeUndefined();
  const masses = [...spectra, ...runs.flatMap(({ scans }) => scans)].map(({ mz, intensity }) =>
    extremes({
      x: { kind: 'explicit', axis: { quantity: 'mass-to-charge', unit: 'm/z', written: '' }, values: mz },
      y: { values: intensity },
    }),
  );
  return [...masses, ...curves.map(({ traces }) => extremes(traces[0] as (typeof traces)[number]))];
}

describe.skipIf(!sharedFilesPresent())('SPC files of instruments', () => {
  it.each(manifestRows('spc').filter(({ expected }) => EXPECTED.test(expected)))(
    'reads $file as the manifest says',
    ({ file, expected }) => {
      const [, nsub, counts = '', first, last, y0, ylast, min, max] = EXPECTED.exec(expected) as RegExpExecArray;
      const found = spectraOf(`optical/${file}`);
      expect(found.length).toBe(Number(nsub));
      expect(found.slice(0, 5).map(({ n }) => n)).toEqual(counts.split(', ').map(Number));
      const spectrum = found[0] as Record<string, number>;
      // Mass spectra are given in ascending order, whatever the file's.
      const reversed = Number(first) > Number(last) && (spectrum.first as number) < (spectrum.last as number);
      const told = reversed ? { first: last, last: first, y0: ylast, ylast: y0 } : { first, last, y0, ylast };
      for (const [key, value] of Object.entries({ ...told, min, max })) {
        expect([key, near(spectrum[key], Number(value)), spectrum[key]]).toEqual([key, true, spectrum[key]]);
      }
    },
  );

  it('is asked for no file of another format', () => {
    const others = [
      'spc/nir.cfl',
      ...manifestRows('opus', 'omnic', 'perkinelmer', 'wdf', 'text', 'raman_vendor', 'labspec', 'andi').map(({ file }) => file),
    ];
    for (const file of others)
      expect([file, recognise(memorySource(file, readFileSync(sharedPath(`optical/${file}`))))]).not.toEqual([file, 'spc']);
  });

  it('reads the scans of a chromatographic run as one, chosen spectra one by one', () => {
    const run = readShared('../optical/ms/DRUG_SAMPLE.SPC');
    expect(run.runs.map(({ scans }) => scans.length)).toEqual([400]);
    expect(run.runs[0]?.run).toMatchObject({
      timeAxis: { quantity: 'time', unit: 'min' },
      scansStated: 400,
      conditions: { instrument: 'MS_5971' },
    });
    expect(run.runs[0]?.scans[1]?.time).toBeCloseTo(4.0432, 4);
    const chosen = readShared('../optical/ms/DRUG_SAMPLE_PEAKS.SPC');
    expect(chosen.spectra.map(({ acquisition }) => acquisition.retentionTime)).toEqual([
      '4.758433 min',
      '5.7718 min',
      '5.88115 min',
      '6.428433 min',
      '6.797733 min',
      '7.066983 min',
    ]);
    expect(chosen.spectra.every(({ mz }) => mz.every((value, i) => i === 0 || value >= (mz[i - 1] as number)))).toBe(true);
  });

  it('keeps the log block, the labels and the coordinates', () => {
    const [film] = readShared('optical/spc/Ft-ir.spc').curves;
    expect(film).toMatchObject({
      technique: 'infrared',
      conditions: {
        instrument: 'PE Spectrum 2000',
        beamsplitter: 'EXTKBR',
        apodisation: 'STRONG',
        resolution: '4.',
        measuredAt: '1995-04-18T09:20',
      },
    });
    expect(film?.otherFields).toContainEqual({ field: 'LWN', value: '15796.7' });
    const [, , third] = readShared('optical/spc/m_evenz.spc').curves;
    expect(third?.position).toEqual([{ name: 'time', unit: 'min', value: 1.5 }]);
    const [lamp] = readShared('optical/spc/KRY3.SPC').curves;
    expect(lamp?.traces[0]?.x.axis).toEqual({ quantity: 'wavenumber', unit: 'cm-1', written: 'Wavenumber (cm-1)' });
  });

  it('says in what unit transmission was taken to be, and which dates are none', () => {
    expect(readShared('optical/spc/Ft-ir.spc').warnings).toMatchObject([{ code: 'value-assumed', params: { value: '%' } }]);
    expect(readShared('optical/spc/test.spc').warnings).toMatchObject([{ code: 'date-ambiguous', params: { text: '115-03-07 22:50' } }]);
  });

  it('shows no field as a resolution that was never written', () => {
    const { curves, warnings } = readShared('optical/spc/resolutionPro.spc');
    expect(curves[0]?.conditions.resolution).toBeUndefined();
    expect(warnings).toMatchObject([{ code: 'value-unreadable', params: { field: 'resolution' } }]);
  });

  it('gives the imaginary part that NMR programs keep in the log', () => {
    const [fid] = readShared('optical/spc/FID.SPC').curves;
    expect(fid?.technique).toBe('nmr-fid');
    expect(fid?.traces.map(({ role, y }) => [role, y.values.length, y.values[0]])).toEqual([
      ['real', 8192, -12278],
      ['imaginary', 8192, -15545],
    ]);
  });

  it.each(['Ft-ir', 'm_ordz', 's_xy'])('agrees with the text twin of %s', (stem) => {
    const spectra = readShared(`optical/spc/${stem}.spc`).curves.map(({ traces }) => traces[0] as (typeof traces)[number]);
    const rows = textTwin(`optical/spc/txt/${stem}.spc.txt`);
    const x = abscissaValues((spectra[0] as (typeof spectra)[number]).x);
    expect(rows.length).toBe(x.length);
    rows.forEach((row, i) => {
      expect(near(x[i], row[0] as number, 1e-9)).toBe(true);
      for (const [column, { y }] of spectra.entries()) expect(near(y.values[i], row[column + 1] as number, 1e-9)).toBe(true);
    });
  });

  it('agrees with the old file of the same numbers, and with its text twin but where that doubles a negative exponent', () => {
    const values = readShared('optical/spc/m_evenz.spc').curves.map(({ traces }) => traces[0]?.y.values);
    expect(readShared('optical/spc/DEMO_3D.SPC').curves.map(({ traces }) => traces[0]?.y.values)).toEqual(values);
    // The first subfile has exponent -1, which the program that wrote the twin took for 0.
    for (const [i, row] of textTwin('optical/spc/txt/m_evenz.spc.txt').entries()) {
      for (const [column, y] of values.entries()) {
        expect(near((column === 0 ? 2 : 1) * (y?.[i] as number), row[column + 1] as number, 1e-9)).toBe(true);
      }
    }
  });

  it('agrees with the text twin of CRAIC to its printed digits', () => {
    const [trace] = readShared('optical/spc/CRAIC.spc').curves[0]?.traces ?? [];
    const rows = textTwin('optical/spc/txt/CRAIC.txt').filter((row) => row.length === 2 && row.every(Number.isFinite));
    expect(rows.length).toBe(3761);
    for (const [i, row] of rows.entries()) expect(Math.abs((trace?.y.values[i] as number) - (row[1] as number))).toBeLessThan(1e-4);
  });

  it('lies on the text twin of the calibration spectrum, of which it is the export to even steps', () => {
    const [trace] = readShared('optical/spc/nCal_Qontor785_z005H12_100_1x3s.spc').curves[0]?.traces ?? [];
    if (trace === undefined) throw new Error('no trace');
    const rows = textTwin('optical/twins/nCal_Qontor785_z005H12_100_1x3s.txt').filter((row) => row.every(Number.isFinite));
    expect(rows.length).toBe(1021);
    let right = 1;
    abscissaValues(trace.x).forEach((x, i) => {
      while (right < 1020 && (rows[right]?.[0] as number) > x) right++;
      const [[x0, y0], [x1, y1]] = [rows[right - 1] as [number, number], rows[right] as [number, number]];
      const between = y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
      expect(near(trace.y.values[i], between, 2e-4)).toBe(true);
    });
  });
});

function textTwin(path: string): readonly (readonly number[])[] {
  return readFileSync(sharedPath(path), 'latin1')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.trim().split(/\s+/).map(Number));
}
