import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { readShared, sharedPath } from '../../../support/read-text';
import { extremes, manifestRows, near, sharedFilesPresent } from '../binary/optical-manifest';

const NUMBER = '([-+.\\de]+)';
const EXPECTED = new RegExp(
  `spectra=(\\d+) points=(\\d+) x=${NUMBER}\\.\\.${NUMBER} cm\\^-1 y: (\\w+)/([\\w ]+) y0=${NUMBER} ylast=${NUMBER} min=${NUMBER} max=${NUMBER}`,
);

describe.skipIf(!sharedFilesPresent())('OMNIC files of instruments', () => {
  const rows = manifestRows('omnic', 'opus').filter(({ expected }) => EXPECTED.test(expected));

  it.each(rows)('reads $file as the manifest says', ({ file, expected }) => {
    const { curves, refusal, warnings } = readShared(`optical/${file}`);
    expect([refusal, warnings]).toEqual([undefined, []]);
    const [, spectra, points, first, last, unit, quantity, ...values] = EXPECTED.exec(expected) as RegExpExecArray;
    expect(curves.length).toBe(Number(spectra));
    const trace = curves[0]?.traces[0];
    if (trace === undefined) throw new Error('no trace');
    expect(trace.y.axis.quantity).toBe((quantity as string).trim().replace(' ', '-'));
    expect(trace.y.axis.unit).toBe({ percent: '%', absorbance: '1', None: 'arbitrary' }[unit as string]);
    const found = Object.values(extremes(trace));
    const told = [points, first, last, ...values].map(Number);
    expect([found, told.every((number, i) => near(found[i], number))]).toEqual([found, true]);
  });

  it('finds ten spectra and two groups among them', () => expect(rows.length).toBeGreaterThanOrEqual(11));

  it('gives each spectrum of a group its own title, time and history', () => {
    const { curves } = readShared('optical/omnic/CO@Mo_Al2O3.SPG');
    expect(curves.map(({ accession }) => accession)).toEqual(Array.from({ length: 19 }, (_, i) => String(i + 1)));
    expect(new Set(curves.map(({ identity }) => identity.name)).size).toBe(19);
    expect(curves[0]?.identity.name).toMatch(/^\*Résultat de Soustraction:04_Mo_Al2O3_calc_1\.004torr/);
    expect(curves[0]?.conditions.measuredAt).toBe('2016-10-18T16:06:37Z');
    expect(curves[0]?.otherFields.find(({ field }) => field === 'history')?.value).toContain('Facteur soustraction:\t1,0000');
  });

  it('gives the interferograms, the accessory, the serial number and the time in UTC', () => {
    const [spectrum] = readShared('optical/omnic/0min-1-97C.SPA').curves;
    expect(spectrum).toMatchObject({
      technique: 'infrared',
      identity: { name: '0min-1-97C' },
      conditions: {
        accessory: 'Smart iTR',
        instrumentSerial: 'AKX1300131',
        method: 'Smart iTR diamond ATR',
        resolution: '0.500',
        accumulations: '16',
        measuredAt: '2017-02-24T00:41:50Z',
      },
    });
    expect(spectrum?.traces.map(({ role, y }) => [role, y.values.length])).toEqual([
      ['measured', 55587],
      ['interferogram', 67584],
      ['interferogram', 67584],
    ]);
  });

  it('agrees with the text twin of 0min-1-97C to its printed digits', () => {
    const trace = readShared('optical/omnic/0min-1-97C.SPA').curves[0]?.traces[0];
    if (trace === undefined) throw new Error('no trace');
    const rows = readFileSync(sharedPath('optical/omnic/0min-1-97C.SPA.csv'), 'latin1').trim().split(/\r?\n/);
    const x = abscissaValues(trace.x);
    expect(rows.length).toBe(x.length);
    rows.forEach((row, i) => {
      const [place = Number.NaN, value = Number.NaN] = row.split(',').map(Number);
      expect(Math.abs((x[i] as number) - place)).toBeLessThan(0.0055);
      expect(Math.abs((trace.y.values[i] as number) - value)).toBeLessThan(0.00051);
    });
  });
});
