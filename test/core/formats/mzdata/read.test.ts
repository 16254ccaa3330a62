import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readShared, readText, SHARED_FORMATS } from '../../../support/read-text';

function data(values: readonly number[], precision: 32 | 64, endian: 'little' | 'big'): string {
  const view = new DataView(new ArrayBuffer((values.length * precision) / 8));
  for (const [i, value] of values.entries()) {
    if (precision === 32) view.setFloat32(4 * i, value, endian === 'little');
    else view.setFloat64(8 * i, value, endian === 'little');
  }
  const text = Buffer.from(view.buffer).toString('base64');
  return `<data precision="${precision}" endian="${endian}" length="${values.length}">${text}</data>`;
}

const cv = (name: string, value: string) => `<cvParam cvLabel="psi" accession="PSI:0" name="${name}" value="${value}"/>`;

function spectrum(id: number, time: string, precision: 32 | 64 = 64, endian: 'little' | 'big' = 'little'): string {
  return `<spectrum id="${id}"><spectrumDesc><spectrumSettings><acqSpecification spectrumType="continuous"/><spectrumInstrument msLevel="2">${cv('Polarity', 'Negative')}${time}${cv('Filter', 'ITMS')}</spectrumInstrument></spectrumSettings><precursorList><precursor><ionSelection>${cv('MassToChargeRatio', '304.15')}${cv('ChargeState', '2')}</ionSelection><activation>${cv('CollisionEnergy', '35.00')}${cv('EnergyUnits', 'eV')}</activation></precursor></precursorList></spectrumDesc><mzArrayBinary>${data([50.25, 81.5], precision, endian)}</mzArrayBinary><intenArrayBinary>${data([10, 2500], precision, endian)}</intenArrayBinary></spectrum>`;
}

const mzdata = (spectra: readonly string[], stated = spectra.length) =>
  `<?xml version="1.0"?><mzData version="1.05"><description><admin><sampleName>Vial 3 &amp; 4</sampleName></admin><instrument><instrumentName>Maker Q1</instrumentName><source>${cv('IonizationType', 'ESI')}</source></instrument><dataProcessing><software><name>Acquire</name><version>2</version></software></dataProcessing></description><spectrumList count="${stated}">${spectra.join('')}</spectrumList></mzData>`;

describe('reading mzData', () => {
  it.each([
    [32, 'little'],
    [32, 'big'],
    [64, 'little'],
    [64, 'big'],
  ] as const)('reads numbers of %i bits, %s end first', (precision, endian) => {
    const { runs, codes, refusal } = readText(mzdata([spectrum(5, cv('TimeInMinutes', '1.5'), precision, endian)]));
    expect([codes, refusal]).toEqual([[], undefined]);
    expect(runs[0]?.run).toMatchObject({
      identity: { name: 'Vial 3 & 4' },
      timeAxis: { unit: 'min' },
      conditions: { sample: 'Vial 3 & 4', instrument: 'Maker Q1', ionisation: 'ESI', software: 'Acquire 2' },
    });
    expect(runs[0]?.scans[0]).toEqual({
      number: 5,
      time: 1.5,
      msLevel: 2,
      profile: true,
      polarity: 'negative',
      precursorMz: 304.15,
      precursorCharge: 2,
      collisionEnergy: '35.00 eV',
      filter: 'ITMS',
      mz: Float64Array.of(50.25, 81.5),
      intensity: Float64Array.of(10, 2500),
    });
  });

  it('converts a time in another unit, and notices what differs or is damaged', () => {
    const lost = spectrum(3, cv('TimeInMinutes', '4')).replace('length="2"', 'length="3"');
    const damaged = spectrum(4, cv('TimeInMinutes', '5')).replace('length="2">', 'length="2">*');
    const { runs, codes } = readText(
      mzdata([spectrum(1, cv('TimeInMinutes', '1')), spectrum(2, cv('TimeInSeconds', '120')), lost, damaged], 5),
    );
    expect(runs[0]?.scans.map(({ time, mz }) => [time, mz.length])).toEqual([
      [1, 2],
      [2, 2],
      [4, 2],
      [5, 0],
    ]);
    expect(codes).toEqual(['unit-mixed', 'value-differs', 'part-damaged', 'part-damaged', 'value-differs']);
  });

  it('gives what is complete before a cut, and refuses', () => {
    const text = mzdata([spectrum(1, ''), spectrum(2, '')]);
    const { runs, refusal } = readText(text.slice(0, text.lastIndexOf('</data>')));
    expect([runs[0]?.scans.length, refusal?.code]).toEqual([1, 'file-truncated']);
  });
});

const here = existsSync(SHARED_FORMATS);
if (!here) console.warn(`the mzData file of another program left out: ${SHARED_FORMATS} is not here`);

describe.skipIf(!here)('an mzData file of another program', () => {
  it('gives its three spectra and refuses at its broken last tag', () => {
    const { runs, refusal } = readShared('optical/ms/tiny.mzData.xml');
    const scans = runs[0]?.scans ?? [];
    expect(scans.map(({ number, mz, time, msLevel }) => [number, mz.length, time, msLevel])).toEqual([
      [19, 1313, 5.8905, 1],
      [20, 43, 5.944667, 2],
      [30, 0, 10, 2],
    ]);
    // `</spectrum` without `>` before `</spectrumList>`.
    expect(refusal).toMatchObject({ code: 'xml-not-wellformed', at: { byte: 35_073 } });
    // The same two scans as tiny2.0.mzXML, whose 32-bit numbers these are.
    const twin = readShared('optical/ms/tiny2.0.mzXML').runs[0]?.scans ?? [];
    expect(scans[0]?.mz).toEqual(twin[0]?.mz);
    expect(scans[0]?.intensity).toEqual(twin[0]?.intensity);
  });
});
