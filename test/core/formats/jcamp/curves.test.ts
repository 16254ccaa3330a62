import { describe, expect, it } from 'vitest';
import { limits } from '../../../../src/core/formats/limits';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { readBytes, readText } from '../../../support/read-text';
import { fileOf } from './asdf-text';

const read = (text: string) => readText(text, 'test.jdx');
const valuesOf = (text: string) => Array.from(read(text).curves[0]?.traces[0]?.y.values ?? []);
const table = (...lines: string[]) =>
  `##TITLE=t\n##XUNITS=NANOMETERS\n##YUNITS=ABSORBANCE\n##DATA TYPE=UV-VISIBLE SPECTRUM\n${lines.join('\n')}\n##END=\n`;

describe('lines of ordinates', () => {
  // The lines of the standard's own example, as `optical.json` lists them; there the first value is an ordinate, here an abscissa stands before it.
  it.each([
    ['99 98 97 96 98 93', [99, 98, 97, 96, 98, 93]],
    ['99,98,97,96,98,93', [99, 98, 97, 96, 98, 93]],
    ['99+98+97+96+98+93', [99, 98, 97, 96, 98, 93]],
    ['99I8I7I6I8I3', [99, 98, 97, 96, 98, 93]],
    ['99jjjKn', [99, 98, 97, 96, 98, 93]],
    ['99jUKn', [99, 98, 97, 96, 98, 93]],
    ['1000 2000 2001 2002 2003 2003 2003', [1000, 2000, 2001, 2002, 2003, 2003, 2003]],
    ['+1000+2000+2001+2002+2003+2003+2003', [1000, 2000, 2001, 2002, 2003, 2003, 2003]],
    ['A000B000B001B002B003B003B003', [1000, 2000, 2001, 2002, 2003, 2003, 2003]],
    ['A000J000JJJ%%', [1000, 2000, 2001, 2002, 2003, 2003, 2003]],
    ['A000J000JU%%', [1000, 2000, 2001, 2002, 2003, 2003, 2003]],
  ])('%s', (line, values) => expect(valuesOf(fileOf([`100 ${line}`], values.length))).toEqual(values));

  it('take an E for an exponent only where no squeezed digit can stand', () => {
    expect(valuesOf(fileOf(['100 1.5E-05 2.5E+3 3e2 4E1'], 4))).toEqual([1.5e-5, 2500, 300, 40]);
    expect(valuesOf(fileOf(['100E34E35e1'], 3))).toEqual([534, 535, -51]);
    expect(valuesOf(fileOf(['100A1E2', '102E3E4'], 4))).toEqual([11, 52, 53, 54]);
    expect(read(fileOf(['1.00E+02E34', '1.01E+02A1'], 2))).toMatchObject({
      codes: [],
      curves: [{ traces: [{ y: { values: Float64Array.of(534, 11) } }] }],
    });
  });

  it('keep missing values as gaps and say so', () => {
    const { curves, warnings } = read(fileOf(['100 1 ? 3', '103A1?A2U'], 8));
    expect(Array.from(curves[0]?.traces[0]?.y.values ?? [])).toEqual([1, Number.NaN, 3, 11, Number.NaN, 12, 12, 12]);
    expect(warnings).toMatchObject([{ code: 'points-missing', params: { count: 2 } }]);
  });

  it('take remarks off and keep them', () => {
    const { curves } = read(fileOf(['$$ begin', '100 1 2 $$ two', '102 3'], 3, '##$OWN=x\n'));
    expect(curves[0]?.otherFields.filter(({ field }) => field === '$$').map(({ value }) => value)).toEqual(['begin', 'two']);
  });

  it('leave out a line that is none and place the others where they say they are', () => {
    const { curves, codes } = read(fileOf(['100.0 1 2', '102.0 3#4', '104.0 5 6'], 6));
    expect(codes).toEqual(['line-not-understood', 'value-differs', 'x-check-failed']);
    const [trace] = curves[0]?.traces ?? [];
    expect(trace === undefined ? [] : [Array.from(abscissaValues(trace.x)), Array.from(trace.y.values)]).toEqual([
      [100, 101, 104, 105],
      [1, 2, 5, 6],
    ]);
  });

  it('name the line whose first value does not repeat the last', () => {
    const { warnings } = read(fileOf(['100A0JJ', '102A3J', '103A4'], 4));
    expect(warnings).toMatchObject([{ code: 'y-check-failed', at: { line: 13 }, params: { stated: 13, found: 12, count: 1 } }]);
  });

  it('say that a table of differences ends without its check', () =>
    expect(read(fileOf(['100A0JJ'], 3)).codes).toEqual(['y-check-missing']));

  it('never expand duplicates beyond the bound', () => {
    const { curves, codes } = read(fileOf(['100A1Z99999999'], 10) + fileOf(['100 7'], 1));
    expect([curves.length, codes]).toEqual([1, ['record-too-many-peaks']]);
    expect(limits.pointsPerTrace).toBeLessThan(99_999_999);
  });
});

describe('curves', () => {
  it('apply factors with remarks behind them, also negative ones, and keep the axes', () => {
    const { curves, codes } = read(
      table(
        '##XFACTOR=-0.5 $$ falls',
        '##YFACTOR=0.001 $$ small',
        '##FIRSTX=400',
        '##LASTX=398',
        '##NPOINTS=3',
        '##FIRSTY=0.25',
        '##XYDATA=(X++(Y..Y))',
        '-800 250 500 750',
      ),
    );
    expect(codes).toEqual([]);
    expect(curves[0]).toMatchObject({
      technique: 'uv-visible',
      traces: [
        {
          x: { kind: 'regular', first: 400, last: 398, count: 3, axis: { quantity: 'wavelength', unit: 'nm', written: 'NANOMETERS' } },
          y: { axis: { quantity: 'absorbance', unit: '1' }, values: Float64Array.of(0.25, 0.5, 0.75) },
        },
      ],
    });
  });

  it('verify every statement of the header', () => {
    const { warnings } = read(
      table(
        '##FIRSTX=1',
        '##LASTX=4',
        '##DELTAX=-1',
        '##NPOINTS=4',
        '##FIRSTY=9',
        '##MINY=0',
        '##MAXY=8',
        '##XYDATA=(X++(Y..Y))',
        '1 2 3 4 5',
      ),
    );
    expect(warnings.map(({ code, params }) => [code, params.field, params.stated, params.found])).toEqual([
      ['value-differs', 'DELTAX', '-1', 1],
      ['value-differs', 'FIRSTY', '9', 2],
      ['value-differs', 'MINY', '0', 2],
      ['value-differs', 'MAXY', '8', 5],
    ]);
  });

  it('read XYPOINTS, with a decimal comma where the header shows one', () => {
    const { curves, codes } = read(
      table('##FIRSTX=1,5', '##LASTX=3,5', '##NPOINTS=3', '##XYPOINTS=(XY..XY)', '1,5, 10,25; 2,5, -3', '3,5 ?'),
    );
    expect(codes).toEqual(['decimal-comma-assumed', 'points-missing']);
    const [trace] = curves[0]?.traces ?? [];
    expect(trace?.x).toMatchObject({ kind: 'explicit', values: Float64Array.of(1.5, 2.5, 3.5) });
    expect(Array.from(trace?.y.values ?? [])).toEqual([10.25, -3, Number.NaN]);
  });

  it('read ordinates with decimal commas where the header shows one, and say so', () => {
    const { curves, codes } = read(
      table(
        '##FIRSTX=400,5',
        '##LASTX=404,5',
        '##NPOINTS=5',
        '##FIRSTY=0,1',
        '##XYDATA=(X++(Y..Y))',
        '400,5 0,1 0,2 0,3',
        '403,5 0,4 0,5 $$ 1,5',
      ),
    );
    expect(codes).toEqual(['decimal-comma-assumed']);
    expect(curves[0]?.traces[0]?.x).toMatchObject({ kind: 'regular', first: 400.5, last: 404.5, count: 5 });
    expect(Array.from(curves[0]?.traces[0]?.y.values ?? [])).toEqual([0.1, 0.2, 0.3, 0.4, 0.5]);
    expect(curves[0]?.otherFields).toContainEqual(expect.objectContaining({ field: '$$', value: '1,5' }));
  });

  it.each([
    ['Wavelength [nm]', 'wavelength', 'nm'],
    ['Wavenumber [1/cm]', 'wavenumber', 'cm-1'],
    ['Raman Shift [cm-1]', 'raman-shift', 'cm-1'],
  ])('know the unit %s', (written, quantity, unit) => {
    const { curves, codes } = read(table(`##XUNITS=${written}`, '##NPOINTS=2', '##XYPOINTS=(XY..XY)', '1,2;3,4'));
    expect([codes, curves[0]?.traces[0]?.x.axis]).toEqual([[], { quantity, unit, written }]);
  });

  it('say that a LONG DATE can be read in two ways', () => {
    const { curves, codes } = read(table('##LONGDATE=01/02/2020 10:11:12', '##NPOINTS=2', '##XYPOINTS=(XY..XY)', '1,2;3,4'));
    expect([codes, curves[0]?.conditions.measuredAt]).toEqual([['date-ambiguous'], '01/02/2020 10:11:12']);
  });

  it('read assignments as sticks with notes', () => {
    const text = table('##NPOINTS=3', '##PEAK ASSIGNMENTS=(XYMA)', '(7.2, 1.0, D, <H-2, H-6>)', '(6.9, 0.5,, <H-4>) $$ ring', '(1.2,?,S)');
    const { curves, codes } = read(text);
    expect(codes).toEqual(['points-missing']);
    expect(curves[0]?.traces).toMatchObject([
      {
        role: 'peaks',
        form: 'sticks',
        x: { values: Float64Array.of(7.2, 6.9, 1.2) },
        y: { values: Float64Array.of(1, 0.5, Number.NaN) },
        notes: [
          { point: 0, text: 'D H-2, H-6' },
          { point: 1, text: 'H-4' },
          { point: 2, text: 'S' },
        ],
      },
    ]);
  });

  it('give further columns of a peak table as traces of their own', () => {
    const { curves } = read(table('##NPOINTS=2', '##PEAK TABLE=(XYW..XYW)', '1,2,3', '4,5,6'));
    expect(curves[0]?.traces).toMatchObject([
      { role: 'peaks', form: 'sticks', y: { values: Float64Array.of(2, 5) } },
      { label: 'W', role: 'other', y: { values: Float64Array.of(3, 6) } },
    ]);
  });

  it('join real and imaginary pages, and place pages along another variable', () => {
    const ntuples =
      '##TITLE=n\n##DATA TYPE=NMR FID\n##NTUPLES=NMR FID\n##VAR_NAME=TIME,REAL,IMAGINARY,PAGE\n##SYMBOL=X,R,I,N\n##VAR_DIM=2,2,2,2\n';
    const pages = '##UNITS=SECONDS,ARBITRARY UNITS,ARBITRARY UNITS,\n##FACTOR=0.5,2,3,1\n##FIRST=0,2,3,1\n##LAST=0.5,4,6,2\n';
    const tables =
      '##PAGE=N=1\n##DATA TABLE=(X++(R..R)), XYDATA\n0A1\n1A2\n##PAGE=N=2\n##DATA TABLE=(X++(I..I)), XYDATA\n0B1B2\n##END NTUPLES=\n##END=\n';
    const { curves } = read(ntuples + pages + tables);
    expect(curves).toMatchObject([
      {
        technique: 'nmr-fid',
        traces: [
          { label: 'REAL', role: 'real', x: { first: 0, last: 0.5, axis: { unit: 's' } }, y: { values: Float64Array.of(22, 24) } },
          { label: 'IMAGINARY', role: 'imaginary', y: { values: Float64Array.of(63, 66) } },
        ],
      },
    ]);
    const placed =
      '##TITLE=m\n##DATA TYPE=NMR SPECTRUM\n##SYMBOL=F1,F2,Y\n##UNITS=HZ,HZ,POWER\n##VAR_DIM=2,2,2\n##FIRST=8,1,0\n##LAST=9,2,0\n';
    const two = '##PAGE=F1=8\n##DATA TABLE=(F2++(Y..Y)), PROFILE\n1 5 6\n##PAGE=F1=9\n##DATA TABLE=(F2++(Y..Y)), PROFILE\n1 7 8\n##END=\n';
    expect(read(placed + two).curves.map(({ position, traces }) => [position, ...(traces[0]?.y.values ?? [])])).toEqual([
      [[{ name: 'F1', value: 8, unit: 'HZ' }], 5, 6],
      [[{ name: 'F1', value: 9, unit: 'HZ' }], 7, 8],
    ]);
  });

  it('name percent transmittance that calls itself a fraction', () => {
    const text = (top: number) =>
      table('##YUNITS=TRANSMITTANCE', '##FIRSTX=1', '##LASTX=2', '##NPOINTS=2', '##XYDATA=(X++(Y..Y))', `1 0 ${top}`);
    expect(read(text(97.5))).toMatchObject({
      codes: ['value-assumed'],
      curves: [{ traces: [{ y: { axis: { unit: '%' }, values: Float64Array.of(0, 97.5) } }] }],
    });
    expect(read(text(1.02))).toMatchObject({ codes: [], curves: [{ traces: [{ y: { axis: { unit: '1' } } }] }] });
  });

  it('put conditions in their places and keep the rest word for word', () => {
    const { curves, codes } = read(
      fileOf(
        ['100 1 2'],
        2,
        '##SAMPLE DESCRIPTION=a tablet\n##LONG DATE=2000/09/28 14:24:38 +0100\n##RESOLUTION=4\n##SAMPLING PROCEDURE=ATR\n##OWNER=us\n',
      ),
    );
    expect(codes).toEqual([]);
    expect(curves[0]).toMatchObject({
      identity: { name: 't' },
      conditions: { sample: 'a tablet', measuredAt: '2000-09-28T14:24:38+01:00', resolution: '4', accessory: 'ATR' },
    });
    expect(curves[0]?.otherFields).toContainEqual({ field: 'OWNER', value: 'us', line: 10 });
  });

  it.each([
    ['24/7/2018', '2018-07-24', []],
    ['99/10/22', '1999-10-22', []],
    ['03/30/90', '1990-03-30', []],
    ['2019-03-06', '2019-03-06', []],
    ['03/04/2018', '03/04/2018', ['date-ambiguous']],
    ['02/07/10', '02/07/10', ['date-ambiguous']],
    ['Wed, 22', 'Wed, 22', []],
  ])('read the date %s as %s', (written, measuredAt, codes) =>
    expect(read(fileOf(['100 1 2'], 2, `##DATE=${written}\n`))).toMatchObject({ codes, curves: [{ conditions: { measuredAt } }] }),
  );

  it('are read behind a byte-order mark, blanks, and in UTF-16', () => {
    const text = `\ufeff  ${fileOf(['100 1 2'], 2)}`;
    expect(valuesOf(text)).toEqual([1, 2]);
    const wide = new Uint8Array(new Uint16Array(Array.from(text, (character) => character.charCodeAt(0))).buffer);
    expect(readBytes(wide, 't.jdx').curves[0]?.traces[0]?.y.values).toEqual(Float64Array.of(1, 2));
  });

  it('of one block are not lost by a fault in another', () => {
    const broken = table('##NPOINTS=2', '##XYDATA=(nonsense)', '1 2 3');
    const { curves, codes } = read(broken + fileOf(['##', 'x'], 2) + fileOf(['100 1 2'], 2));
    expect(curves.map(({ traces }) => Array.from(traces[0]?.y.values ?? []))).toContainEqual([1, 2]);
    expect(codes).toContain('data-form-unsupported');
  });

  it('are refused when the file was cut in their middle', () => {
    const whole = fileOf(['100 1 2', '102 3 4', '104 5 6'], 6);
    const { refusal } = read(whole.slice(0, whole.indexOf('104')));
    expect(refusal).toMatchObject({ code: 'record-truncated', params: { stated: 6, found: 4 } });
  });
});
