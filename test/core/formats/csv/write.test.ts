import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textCell } from '../../../../src/core/formats/csv/cells';
import { writeCurvesCsv, writeScansCsv, writeSpectrumCsv, writeTracesCsv } from '../../../../src/core/formats/csv/write';
import type { Abscissa, Axis } from '../../../../src/core/spectrum/axis';
import type { Trace } from '../../../../src/core/spectrum/curves';
import type { Scan } from '../../../../src/core/spectrum/run';

const wavenumber: Axis = { quantity: 'wavenumber', unit: 'cm-1', written: '1/CM' };
const absorbance: Axis = { quantity: 'absorbance', unit: '1', written: 'ABSORBANCE' };
const minutes: Axis = { quantity: 'time', unit: 'min', written: 'minute' };
const counts: Axis = { quantity: 'intensity', unit: 'counts', written: '' };

const trace = (label: string, x: Abscissa, values: readonly number[], axis = absorbance): Trace => ({
  label,
  role: 'measured',
  form: 'line',
  x,
  y: { axis, values: Float64Array.from(values) },
});
const regular: Abscissa = { kind: 'regular', axis: wavenumber, first: 400, last: 402, count: 3 };
const explicit = (values: readonly number[]): Abscissa => ({ kind: 'explicit', axis: wavenumber, values: Float64Array.from(values) });
const text = (parts: Iterable<string>) => [...parts].join('');

/** A reader of RFC 4180 for tests: quotes, doubled quotes, CR LF. */
function parse(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

describe('writing CSV', () => {
  it('writes traces at the same places side by side, with quantities and units', () => {
    const curves = {
      technique: 'infrared',
      identity: { name: 'x', synonyms: [] },
      conditions: {},
      otherFields: [],
      traces: [trace('sample', regular, [0.1, Number.NaN, -2e-7]), trace('a "b", c', explicit([400, 401, 402]), [1, 2, 3])],
    } as const;
    expect(text(writeCurvesCsv(curves))).toBe(
      'wavenumber (cm-1),sample: absorbance,"a ""b"", c: absorbance"\r\n400,0.1,1\r\n401,,2\r\n402,-2e-7,3\r\n',
    );
  });

  it('writes traces at different places in pairs of columns', () => {
    const other = trace('two', explicit([1.5]), [7], { quantity: 'other', unit: 'other', written: 'furlongs' });
    expect(text(writeTracesCsv([trace('one', regular, [1, 2, 3]), other]))).toBe(
      'one: wavenumber (cm-1),one: absorbance,two: wavenumber (cm-1),two: furlongs\r\n400,1,1.5,7\r\n401,2,,\r\n402,3,,\r\n',
    );
    expect(text(writeTracesCsv([]))).toBe('');
  });

  it('writes a mass spectrum and scans of a run', () => {
    const mz = Float64Array.of(50, 81.5);
    const intensity = Float64Array.of(999, 0.25);
    const acquisition = { ionisation: 'EI', msLevel: 1 } as const;
    expect(text(writeSpectrumCsv({ identity: { name: '', synonyms: [] }, acquisition, mz, intensity, otherFields: [] }))).toBe(
      'm/z,intensity\r\n50,999\r\n81.5,0.25\r\n',
    );
    const scans: Scan[] = [
      { number: 7, time: 1.5, msLevel: 1, profile: false, mz, intensity },
      { number: 8, time: Number.NaN, msLevel: 2, profile: false, mz: new Float64Array(0), intensity: new Float64Array(0) },
    ];
    expect(text(writeScansCsv({ timeAxis: minutes, intensityAxis: counts }, scans))).toBe(
      'scan,time (min),ms level,m/z,intensity (counts)\r\n7,1.5,1,50,999\r\n7,1.5,1,81.5,0.25\r\n8,,2,,\r\n',
    );
  });

  it('reads back to the same doubles, whatever they are', () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 50 }), fc.string({ unit: 'grapheme' }), (points, label) => {
        const traces = [
          trace(
            label,
            explicit(points.map(([x]) => x)),
            points.map(([, y]) => y),
          ),
          trace('z', explicit([1]), [1]),
        ];
        const [head, ...rows] = parse(text(writeTracesCsv(traces)));
        expect(head?.[1]).toBe(parse(`${textCell(label === '' ? 'absorbance' : `${label}: absorbance`)}\r\n`)[0]?.[0]);
        expect(rows.map(([x, y]) => [Number(x), Number(y)])).toEqual(points);
      }),
    );
  });

  it('lets no label become a formula', () => {
    // A spreadsheet set to another country parts cells at semicolons.
    expect(['a;=1+1', 'b; -2', 'c;d'].map(textCell)).toEqual(["a;'=1+1", "b; '-2", 'c;d']);
    expect(['=1+1', '+1', '-1', '@x', "=a,b'", 'a=b'].map(textCell)).toEqual(["'=1+1", "'+1", "'-1", "'@x", `"'=a,b'"`, 'a=b']);
  });

  it('gives long tables in parts', () => {
    const values = Array.from({ length: 20_000 }, (_, i) => i);
    const parts = [...writeTracesCsv([trace('', explicit(values), values)])];
    expect(parts.length).toBeGreaterThan(3);
    expect(parse(parts.join(''))).toHaveLength(20_001);
  });
});
