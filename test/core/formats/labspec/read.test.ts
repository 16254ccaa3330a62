import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/core/formats/recognise';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { readBytes } from '../../../support/read-text';

const HEADER = `#Acq. time (s)=\t1.5
#Accumulations=\t2
#Detector temperature (°C)=\t-60.1
#Instrument=\tLabRAM
#Objective=\tx50
#Grating=\t600 (500nm)
#Laser (nm)=\t532
#X (µm)=\t-1.5
#Y (µm)=\t2
#Sample=\t
#Title=\tA_1
#Date=\t14.02.2019 10:03
#Acquired=\t14.02.2019 10:03:18
`;
const AXES = '#AxisType[0]=Intens\n#AxisUnit[0]=Cnt/sec\n#AxisType[1]=Spectr\n#AxisUnit[1]=1/cm\n';
const MAP = `${AXES}#AxisType[2]=X\n#AxisUnit[2]=µm\n#AxisType[3]=Y\n#AxisUnit[3]=µm\n`;
const read = (text: string) => readBytes(Buffer.from(text, 'latin1'));

describe('LabSpec text', () => {
  it('of one spectrum gives its conditions and the place of the stage', () => {
    const text = `${HEADER}${AXES}100.5\t10\n102\t11.25\n103.5\t12\n`;
    expect(recognise(memorySource('a', Buffer.from(text, 'latin1')))).toBe('labspec');
    const { curves, codes, refusal } = read(text);
    expect([codes, refusal]).toEqual([['encoding-assumed'], undefined]);
    expect(curves).toMatchObject([
      {
        technique: 'raman',
        identity: { name: 'A_1' },
        conditions: {
          exposure: '1.5 s',
          accumulations: '2',
          instrument: 'LabRAM',
          accessory: 'x50',
          laser: '532 nm',
          measuredAt: '2019-02-14T10:03:18',
        },
        position: [
          { name: 'X', value: -1.5, unit: 'µm' },
          { name: 'Y', value: 2, unit: 'µm' },
        ],
        traces: [
          {
            x: { axis: { quantity: 'raman-shift', unit: 'cm-1' }, values: Float64Array.of(100.5, 102, 103.5) },
            y: { axis: { quantity: 'raman-intensity', unit: 'counts/s' }, values: Float64Array.of(10, 11.25, 12) },
          },
        ],
      },
    ]);
    expect(curves[0]?.otherFields).toContainEqual({ field: 'Grating', value: '600 (500nm)', line: 6 });
  });

  it('of a map gives a record for each row, at its place; the last axis stands first', () => {
    const { curves, warnings } = read(`${HEADER}${MAP}\t\t100\t101\t102\n5\t-1\t1\t2\t3\n5\t-0.5\t4\t5\n6\t-1\t7\t8\t9\n`);
    expect(
      curves.map(({ position, traces }) => [position?.map(({ name, value }) => [name, value]), Array.from(traces[0]?.y.values ?? [])]),
    ).toEqual([
      [
        [
          ['Y', 5],
          ['X', -1],
        ],
        [1, 2, 3],
      ],
      [
        [
          ['Y', 6],
          ['X', -1],
        ],
        [7, 8, 9],
      ],
    ]);
    expect(warnings.map(({ code, at }) => [code, at.line])).toContainEqual(['line-not-understood', 24]);
  });

  it('of an older version says that its axes were assumed', () => {
    const { curves, warnings } = read(`${HEADER}\t10\t20\n0\t1\t2\n60\t3\t4\n`);
    expect(curves.map(({ position }) => position)).toEqual([0, 60].map((value) => [{ name: '', unit: '', value }]));
    expect(warnings.slice(0).map(({ code, params }) => [code, params.value])).toEqual([
      ['encoding-assumed', undefined],
      ['value-assumed', 'raman-shift'],
      ['value-assumed', 'cm-1'],
    ]);
  });

  it.each([
    ['without numbers', HEADER, 'no-measurement'],
    ['with a damaged row of places', `${HEADER}\t10\tx\n0\t1\t2\n`, 'structure-damaged'],
    ['with zeros in it', `${HEADER}1\t2\n\0`, 'file-binary'],
  ])('%s is refused', (_, text, code) => expect(read(text).refusal).toMatchObject({ code }));
});
