import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { type Reading, readBytes, SHARED_FORMATS } from '../../../support/read-text';

const OPTICAL = join(SHARED_FORMATS, 'optical');
const here = existsSync(OPTICAL);
if (!here) console.warn(`JCAMP-DX files left out: ${OPTICAL} is not here`);

/** What the header of a file says wrongly, found by eye in each: the fields of the manifest its own data contradict. */
const WRONG_HEADERS: Readonly<Record<string, readonly string[]>> = {
  // Both were cut to 43 of 302 points by whoever made them.
  'jcamp/cheminfo/cheminfo-meta.jdx': ['LASTX', 'MAXY', 'MINY', 'NPOINTS'],
  'jcamp/cheminfo/dynamicTyping.jdx': ['LASTX', 'MAXY', 'MINY', 'NPOINTS'],
  // One point fewer than stated.
  'jcamp/cheminfo/varian.jdx': ['NPOINTS'],
  // An excerpt printed in the standard: 5 of its lines; FIRSTY has a blank inside, which the manifest cuts.
  'jcamp/edge/jcamp2001_example.txt': ['FIRSTY', 'NPOINTS'],
  // Extremes with more digits than the data.
  'jcamp/ir/methane.jdx': ['MAXY'],
  'jcamp/ir/ethanol.jdx': ['MINY'],
  // Lines of another file stand in its middle.
  'jcamp/lancashire/xyinc2.jdx': ['MAXY', 'MINY', 'NPOINTS'],
  // Shortened from a longer spectrum, with its extremes left in.
  'jcamp/readjdx/MiniDIFDUP.JDX': ['MAXY', 'MINY'],
  'jcamp/lancashire/dupinc1.jdx': ['MINY'],
  'jcamp/lancashire/fixdec1.jdx': ['MAXY'],
  'jcamp/lancashire/jtpolysd.jdx': ['FIRSTY', 'MAXY', 'MINY'],
  'jcamp/nmr/1h.dx': ['FIRSTY'],
};

interface Shape {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The curves, spectra and scans of a file as the numbers they hold. */
function shapes(reading: Reading): readonly Shape[] {
  const curves = reading.curves.flatMap(({ traces }) => traces.map(({ x, y }) => ({ x: abscissaValues(x), y: y.values })));
  const peaks = [...reading.spectra, ...reading.runs.flatMap(({ scans }) => scans)];
  return [...curves, ...peaks.map(({ mz, intensity }) => ({ x: mz, y: intensity }))];
}

/** One unit of the last digit written. */
function placeOf(text: string): number {
  const [, decimals = '', exponent = '0'] = /^[+-]?\d*\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(text) ?? [];
  return 10 ** (Number(exponent) - decimals.length);
}

/** Fields of the manifest's expected column that the data do not bear out. */
function contradicted(shape: Shape, expected: string, step: number): string[] {
  const ends = { min: Math.min(...shape.y.filter((y) => !Number.isNaN(y))), max: Math.max(...shape.y.filter((y) => !Number.isNaN(y))) };
  const scale = Math.max(Math.abs(ends.min), Math.abs(ends.max));
  const span = Math.abs((shape.x.at(-1) ?? 0) - (shape.x[0] ?? 0));
  const found: Readonly<Record<string, readonly [value: number | undefined, tolerance: number]>> = {
    NPOINTS: [shape.y.length, 0],
    FIRSTX: [shape.x[0], span * 1e-6],
    LASTX: [shape.x.at(-1), span * 1e-6],
    FIRSTY: [shape.y[0], scale * 1e-6 + step],
    MAXY: [ends.max, scale * 1e-6 + step],
    MINY: [ends.min, scale * 1e-6 + step],
  };
  return [...expected.matchAll(/\b(NPOINTS|FIRSTX|LASTX|FIRSTY|MAXY|MINY)=(\S+)/g)].flatMap(([, field = '', text = '']) => {
    const [value = Number.NaN, tolerance = 0] = found[field] ?? [];
    const stated = Number(text.replace(',', '.'));
    return Number.isNaN(stated) || Math.abs(value - stated) <= tolerance + placeOf(text) * (field === 'NPOINTS' ? 0 : 1.01) ? [] : [field];
  });
}

describe.skipIf(!here)('JCAMP-DX files of the shared data', () => {
  const rows = here
    ? readFileSync(join(OPTICAL, 'MANIFEST.tsv'), 'utf8')
        .split('\n')
        .map((line) => line.split('\t'))
    : [];
  const files = rows.filter(
    ([file = '', detail = '']) => file.startsWith('jcamp/') && detail.startsWith('JCAMP-DX') && !file.endsWith('DX-DIR.TXT'),
  );

  it('are there', () => expect(files.length).toBeGreaterThan(130));

  it.each(files.map(([file = '', detail = '', , , expected = '']) => [file, detail, expected]))(
    '%s agrees with its manifest',
    (file, detail, expected) => {
      const bytes = readFileSync(join(OPTICAL, file));
      const reading = readBytes(bytes, file);
      expect(reading.refusal).toBeUndefined();
      const [first] = shapes(reading);
      if (first === undefined) throw new Error('nothing read');
      if (detail.includes(' LINK ')) {
        // The manifest mixes the fields of several blocks; the number of points is that of one of them.
        const stated = Number(/NPOINTS=(\d+)/.exec(expected)?.[1] ?? first.y.length);
        const lost = reading.codes.includes('peak-out-of-range') ? 1 : 0;
        expect(shapes(reading).some(({ y }) => y.length === stated || y.length === stated - lost)).toBe(true);
      } else if (reading.curves.length === 0) {
        // Headers of tables of peaks are not verified; their number of points is, by the reader's own warning.
        expect(reading.codes).not.toContain('peak-count-differs');
      } else {
        const step = Math.abs(Number(/##\s*YFACTOR\s*=\s*(\S+)/i.exec(bytes.toString('latin1'))?.[1] ?? 0));
        const fields = contradicted(first, expected, step === 1 ? 0 : step);
        expect(fields.toSorted()).toEqual(WRONG_HEADERS[file] ?? []);
        if (fields.length > 0) expect(reading.codes).toContain('value-differs');
      }
    },
  );

  it('checks every ordinate that repeats: the known faults and no other', () => {
    const faulty = files
      .map(([file = '']) => file)
      .filter((file) => readBytes(readFileSync(join(OPTICAL, file)), file).codes.includes('y-check-failed'));
    expect(faulty.toSorted()).toEqual(['jcamp/edge/jcamp2001_example.txt', 'jcamp/official/SPECFILE.DX', 'jcamp/readjdx/PCRF_line265.jdx']);
  });
});

describe.skipIf(!here)('one spectrum in all forms', () => {
  const traces = (file: string) => readBytes(readFileSync(join(OPTICAL, 'jcamp', file)), file).curves[0]?.traces ?? [];
  const numbers = (file: string) => traces(file).map((trace) => [Array.from(abscissaValues(trace.x)), Array.from(trace.y.values)]);

  it('is the same in AFFN, DIF, PAC, SQZ and DIFDUP, as XYDATA and as NTUPLES', () => {
    const [o01] = numbers('lancashire/o01.jdx');
    expect(o01?.[1]?.length).toBe(8192);
    for (const name of ['o02', 'o03', 'o04', 'o05']) expect(numbers(`lancashire/${name}.jdx`)[0]?.[1]).toEqual(o01?.[1]);
    const pages = numbers('lancashire/o06.jdx');
    expect(pages.length).toBe(2);
    for (const name of ['o07', 'o08', 'o09', 'o10']) expect(numbers(`lancashire/${name}.jdx`)).toEqual(pages);
    expect(pages[0]?.[1]).toEqual(o01?.[1]);
  });

  it('has the values stated for it', () => {
    const y = traces('lancashire/o05.jdx')[0]?.y.values ?? new Float64Array();
    expect([Math.min(...y), Math.max(...y), y[0]].map((value) => value?.toFixed(3))).toEqual(['-332.060', '40556.992', '46.894']);
    const fid = traces('lancashire/ofid4.jdx')[0]?.y.values ?? new Float64Array();
    expect([Math.min(...fid), Math.max(...fid), fid[0]].map((value) => value?.toFixed(3))).toEqual(['-19185.737', '26937.984', '-421.748']);
  });

  it('is the same for the free induction decay and for the sets of Bruker and of cheminfo', () => {
    const fid = numbers('lancashire/ofid1.jdx');
    for (const name of ['ofid3', 'ofid4']) expect(numbers(`lancashire/${name}.jdx`)).toEqual(fid);
    const [bruker] = numbers('official/BRUKAFFN.DX');
    for (const name of ['BRUKPAC.DX', 'BRUKSQZ.DX']) expect(numbers(`official/${name}`)[0]).toEqual(bruker);
    const [cheminfo] = numbers('cheminfo/cheminfo__jcamp-fix.dx');
    for (const form of ['packed', 'squeezed', 'difdup']) expect(numbers(`cheminfo/cheminfo__jcamp-${form}.dx`)[0]).toEqual(cheminfo);
  });
});
