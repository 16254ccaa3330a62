import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { readShared, sharedPath } from '../../../support/read-text';
import { extremes, manifestRows, near, sharedFilesPresent } from '../binary/optical-manifest';

const NUMBER = '([-+.\\de]+)';
const TRACE = new RegExp(`(\\w+): n=(\\d+) x=${NUMBER}\\.\\.${NUMBER} y0=${NUMBER} ylast=${NUMBER} min=${NUMBER} max=${NUMBER}`, 'g');

/** The manifest's short names of data blocks, as their traces are named. */
const LABELS: Readonly<Record<string, string>> = {
  a: 'Absorbance',
  a_2: 'Absorbance, before manipulation',
  r: 'Reflectance',
  r_2: 'Reflectance, before manipulation',
  ra: 'Raman',
  sm: 'Single channel, sample',
  rf: 'Single channel, reference',
  match: 'Match',
};

describe.skipIf(!sharedFilesPresent())('OPUS files of instruments', () => {
  const rows = manifestRows('opus').filter(({ detail }) => detail === 'Bruker OPUS binary');

  it.each(rows)('reads every data block of $file as the manifest says', ({ file, expected }) => {
    const { curves, refusal } = readShared(`optical/${file}`);
    expect(refusal).toBeUndefined();
    expect(curves.length).toBe(1);
    const told = [...expected.matchAll(TRACE)];
    expect(told.length).toBeGreaterThan(0);
    for (const [, name = '', ...numbers] of told) {
      const trace = curves[0]?.traces.find(({ label }) => label === LABELS[name]);
      if (trace === undefined) throw new Error(`no trace ${name}`);
      const found = Object.values(extremes(trace));
      expect([name, found, numbers.every((number, i) => near(found[i], Number(number)))]).toEqual([name, found, true]);
    }
    const instrument = /INS=(.*?) SNM=/.exec(expected)?.[1];
    const resolution = /RES=([\d.]+)/.exec(expected)?.[1];
    expect([curves[0]?.conditions.instrument, Number(curves[0]?.conditions.resolution)]).toEqual([instrument, Number(resolution)]);
  });

  it('refuses nothing of them and takes no file of another maker', () => {
    expect(rows.length).toBeGreaterThanOrEqual(13);
    expect(readShared('optical/opus/not_opus.spa').curves[0]?.traces[0]?.label).not.toBe('Absorbance, sample');
  });

  it('shows the result first, then what it was made from', () => {
    const traces = readShared('optical/opus/peach_juice.0').curves[0]?.traces.map(({ label, role }) => [label, role]);
    expect(traces).toEqual([
      ['Reflectance', 'measured'],
      ['Reflectance, before manipulation', 'measured'],
      ['Single channel, sample', 'sample-single-beam'],
      ['Single channel, reference', 'background-single-beam'],
      ['Interferogram, sample', 'interferogram'],
      ['Interferogram, reference', 'interferogram'],
      ['Phase, sample', 'phase'],
    ]);
  });

  it('agrees with the text twin of peach_juice', () => {
    const trace = readShared('optical/opus/peach_juice.0').curves[0]?.traces[0];
    if (trace === undefined) throw new Error('no trace');
    const rows = readFileSync(sharedPath('optical/opus/peach_juice.dpt'), 'latin1').trim().split(/\r?\n/).slice(0, -2);
    const x = abscissaValues(trace.x);
    expect(rows.length).toBe(x.length);
    rows.forEach((row, i) => {
      const [place = Number.NaN, value = Number.NaN] = row
        .trim()
        .split(/[\s,]+/)
        .map(Number);
      expect(Math.abs((x[i] as number) - place)).toBeLessThan(1e-4);
      expect(Math.abs((trace.y.values[i] as number) - value)).toBeLessThan(6e-6);
    });
    expect(near(trace.y.values[3], 0.90655535)).toBe(true);
  });

  it('reads the Raman shift, the laser and the date with its zone', () => {
    const [raman] = readShared('optical/opus/test_opus.0').curves;
    expect(raman).toMatchObject({
      technique: 'raman',
      conditions: { measuredAt: '2023-07-04T16:59:10.608+01:00', laserPower: '1000', detector: 'LN-Ge Diode [RAM 2 Pos1]' },
    });
    expect(raman?.traces[0]?.x.axis).toEqual({ quantity: 'raman-shift', unit: 'cm-1', written: 'WN' });
    expect(readShared('optical/opus/peach_juice.0').curves[0]?.conditions.measuredAt).toBe('2012-11-09T11:45:34-06:00');
  });
});
