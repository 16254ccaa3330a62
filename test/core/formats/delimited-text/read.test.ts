import { describe, expect, it } from 'vitest';
import { detectLayout } from '../../../../src/core/formats/delimited-text/detect';
import type { DelimitedLayout } from '../../../../src/core/formats/delimited-text/layout';
import { previewRows } from '../../../../src/core/formats/delimited-text/preview';
import { readMeasurements } from '../../../../src/core/formats/read';
import { recognise } from '../../../../src/core/formats/recognise';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import type { Trace } from '../../../../src/core/spectrum/curves';
import { collect, readBytes, readText } from '../../../support/read-text';

const points = Array.from({ length: 24 }, (_, i) => [4000 - 2.5 * i, 0.25 + i / 64] as const);
const rows = (separator: string, decimal = '.'): string =>
  points.map(([x, y]) => `${x}${separator}${y}`.replaceAll('.', decimal)).join('\r\n');

function expectPoints(trace: Trace | undefined): void {
  if (trace === undefined) throw new Error('no trace');
  expect(Array.from(abscissaValues(trace.x))).toEqual(points.map(([x]) => x));
  expect(Array.from(trace.y.values)).toEqual(points.map(([, y]) => y));
}

function layoutOf(text: string): DelimitedLayout {
  const found = detectLayout(memorySource('a.csv', new TextEncoder().encode(text)));
  if ('code' in found) throw new Error(found.code);
  return found.layout;
}

describe('columns of numbers', () => {
  it('keeps what is above each pair with its own measurement, and what each measures', () => {
    const pair = Array.from({ length: 12 }, (_, i) => `${800 - i},${90 - i},${800 - i},0.${10 + i}`).join('\n');
    const { curves, codes } = readText(`Baseline 100%T,,Exhibit 7,,\nWavelength (nm),%T,Wavelength (nm),Abs,\n${pair}\n`);
    expect(codes).toEqual([]);
    expect(curves.map(({ identity, traces }) => [identity.name, traces[0]?.y.axis.quantity, traces[0]?.y.axis.unit])).toEqual([
      ['Baseline 100%T', 'transmittance', '%'],
      ['Exhibit 7', 'absorbance', '1'],
    ]);
  });

  it.each([
    ['01/02/2020', '01/02/2020', ['date-ambiguous']],
    ['2020-02-01 03:24:36.5 p.m.', '2020-02-01T15:24:36.5', []],
    ['Tue Sep 01 16:24:36 EST 2015', 'Tue Sep 01 16:24:36 EST 2015', ['date-ambiguous']],
  ])('keeps of the date %s what it says', (written, measuredAt, codes) => {
    const { curves, codes: found } = readText(`Date: ${written}\ncm-1,A\n${rows(',')}\n`);
    expect([curves[0]?.conditions.measuredAt, found]).toEqual([measuredAt, codes]);
  });

  it('reads places with decimal commas before whole numbers in several columns', () => {
    const body = Array.from({ length: 12 }, (_, i) => `5,00${10 + i}\t${90 + (i % 3)}\t${96 - (i % 4)}`).join('\n');
    const { curves } = readText(`angle\tDIV1208200\tDIV1208300\n${body}\n`);
    expect(curves.map(({ identity }) => identity.name)).toEqual(['DIV1208200', 'DIV1208300']);
    const [trace] = curves[0]?.traces ?? [];
    expect(trace === undefined ? [] : Array.from(abscissaValues(trace.x)).slice(0, 2)).toEqual([5.001, 5.0011]);
  });

  it.each([
    ['X-Axis\tTime Series_000(0)\tTime Series_000(1)\tTime Series_000(2)\tTime Series_000(3)\n', 'Time Series_000(0)', 'unknown'],
    ['X-Axis\tA(0)\tA(1)\tA(2)\tA(3)\nrel. 1/cm\tCCD cts\tCCD cts\tCCD cts\tCCD cts\n', 'A(0) CCD cts', 'raman-shift'],
  ])('takes the names of a series from %j', (header, name, quantity) => {
    const body = Array.from(
      { length: 12 },
      (_, i) => ` ${(87 + 3 * i).toExponential(5)}\t${[5, 6, 7, 8].map((y) => y + (i % 3)).join('\t')}`,
    ).join('\n');
    const { curves } = readText(`${header}${body}\n`);
    expect([curves.length, curves[0]?.identity.name, curves[0]?.traces[0]?.x.axis.quantity]).toEqual([4, name, quantity]);
  });

  it('names a factor of the file that it does not apply', () => {
    const { warnings } = readText(
      `Intensity Units\tmV\nIntensity Multiplier\t0.001\nR.Time (min)\tIntensity\n0\t1\n0.1\t2\n0.2\t3\n0.3\t9\n`,
    );
    expect(warnings.map(({ code, params }) => [code, params.part])).toContainEqual(['part-unused', 'Intensity Multiplier = 0.001']);
  });

  it('says when the places begin again, as where two spectra stand one behind the other', () => {
    const { curves, codes } = readText(`cm-1,A\n${rows(',')}\n\n${rows(',')}\n`);
    expect([curves.length, codes]).toEqual([1, ['places-turn-back']]);
  });

  it('takes wavelengths beside an excitation for no Raman spectrum', () => {
    const { curves } = readText(`Excitation wavelength (nm): 350\nWavelength (nm),Intensity\n400,1\n401,2\n402,3\n403,2\n`);
    expect(curves[0]).toMatchObject({ technique: 'unknown', traces: [{ x: { axis: { quantity: 'wavelength', unit: 'nm' } } }] });
  });

  it('reads the typographic minus', () => {
    const { curves } = readText(`Raman shift (cm-1)\tIntensity\n100\t\u22121.5\n101\t\u22122\n102\t3\n103\t\u22124e2\n`);
    expect(Array.from(curves[0]?.traces[0]?.y.values ?? [])).toEqual([-1.5, -2, 3, -400]);
  });

  it.each([
    [',', '.'],
    [';', '.'],
    [';', ','],
    ['\t', '.'],
    ['\t', ','],
    [' ', '.'],
    ['   ', ','],
    ['|', '.'],
    [', ', '.'],
    [' ; ', ','],
  ])('parted by %j with the decimal sign %j are read to the last digit', (separator, decimal) => {
    const { curves, codes, refusal } = readText(`wavenumber${separator}absorbance\r\n${rows(separator, decimal)}\r\n`);
    expect([codes, refusal]).toEqual([['value-assumed'], undefined]);
    expect(curves).toMatchObject([{ technique: 'infrared' }]);
    expectPoints(curves[0]?.traces[0]);
  });

  it.each(['utf-8', 'utf-8 with mark', 'windows-1252', 'utf-16le', 'utf-16be', 'utf-16le with mark', 'utf-16be with mark'])(
    'in %s',
    (encoding) => {
      const text = `Bediener: Jürgen Müller\nWellenzahl (cm-1)\tExtinktion\n${rows('\t', ',')}\n`;
      const plain = encoding.split(' ')[0] as string;
      const marked = encoding.endsWith('mark') ? `\ufeff${text}` : text;
      const bytes =
        plain === 'utf-8' ? Buffer.from(marked) : plain === 'windows-1252' ? Buffer.from(text, 'latin1') : Buffer.from(marked, 'utf16le');
      const { curves, codes } = readBytes(plain === 'utf-16be' ? bytes.swap16() : bytes);
      expect(curves).toMatchObject([{ technique: 'infrared', conditions: { operator: 'Jürgen Müller' } }]);
      expectPoints(curves[0]?.traces[0]);
      expect(codes).toEqual(plain === 'windows-1252' ? ['encoding-assumed'] : []);
    },
  );

  it.each([
    ['Raman-Verschiebung (1/cm);Intensität', 'raman', 'raman-shift', 'cm-1', 'raman-intensity'],
    ["Nombre d'onde (cm-1);Transmission (%)", 'infrared', 'wavenumber', 'cm-1', 'transmittance'],
    ["Longueur d'onde (nm);Absorbance", 'near-infrared', 'wavelength', 'nm', 'absorbance'],
    ['Wavelength [nm];Reflectance [%]', 'near-infrared', 'wavelength', 'nm', 'reflectance'],
    ['Retention time (min);TIC', 'chromatography', 'time', 'min', 'ion-current'],
    ['Chemische Verschiebung (ppm);Intensität', 'nmr', 'chemical-shift', 'ppm', 'intensity'],
  ])('headed %j are of the technique %s', (header, technique, quantity, unit, y) => {
    const { curves, codes } = readText(`${header}\n${rows(';')}\n`);
    expect(curves).toMatchObject([{ technique, traces: [{ x: { axis: { quantity, unit } }, y: { axis: { quantity: y } } }] }]);
    expect(codes).toEqual([]);
  });

  it.each([
    ['TITLE\tcoffee\nXUNITS\tNANOMETERS\nYUNITS\tABSORBANCE\nNPOINTS\t24\nXYDATA\n', 'near-infrared', 'wavelength', 'nm'],
    ['[Header]\nFileName = x.wip\nX-Axis = rel. 1/cm\n\n[Data]\n', 'raman', 'raman-shift', 'cm-1'],
    ['Wavenumber\tAbsorbance\ncm-1\t\n', 'infrared', 'wavenumber', 'cm-1'],
    ['XAxis mode: Raman Shifts\n>>>>>Begin Spectral Data<<<<<\n', 'raman', 'raman-shift', 'cm-1'],
  ])('behind the header %j are of the technique %s', (header, technique, quantity, unit) => {
    const { curves, refusal } = readText(`${header}${rows('\t')}\n`);
    expect(refusal).toBeUndefined();
    expect(curves).toMatchObject([{ technique, traces: [{ x: { axis: { quantity, unit } } }] }]);
    expectPoints(curves[0]?.traces[0]);
  });

  it('of several samples become a record each, those of one measurement stay together', () => {
    const body = points.map(([x, y]) => `${x},${y},1`).join('\n');
    const named = readText(`Wavenumber,Sample 1,Sample 2\n${body}\n`).curves;
    expect(named.map(({ identity, traces }) => [identity.name, traces.length])).toEqual([
      ['Sample 1', 1],
      ['Sample 2', 1],
    ]);
    const together = readText(`Wavenumber,Dark,Sample\n${body}\n`).curves;
    expect(together.map(({ traces }) => traces.map(({ label }) => label))).toEqual([['Sample', 'Dark']]);
  });

  it('of masses become a spectrum', () => {
    const { spectra, curves } = readText('Ionization;EI\nm/z;Intensität\n41;10,5\n43;99,5\n58;1000\n');
    expect(curves).toEqual([]);
    expect(spectra).toMatchObject([
      { acquisition: { ionisation: 'EI' }, mz: Float64Array.of(41, 43, 58), intensity: Float64Array.of(10.5, 99.5, 1000) },
    ]);
  });

  it('without words are read, and it is said that they say nothing', () => {
    const { curves, codes } = readText(`${rows(',')}\n`);
    expect(codes).toEqual(['axes-not-stated']);
    expect(curves).toMatchObject([{ technique: 'unknown', traces: [{ x: { axis: { quantity: 'unknown', unit: 'unknown' } } }] }]);
  });

  it('of one column have no places', () => {
    const { curves, warnings } = readText(`absorbance\n${points.map(([, y]) => y).join('\n')}\n`);
    expect(curves[0]?.traces[0]?.x).toMatchObject({ kind: 'regular', first: 0, last: 23, count: 24 });
    expect(warnings).toMatchObject([{ code: 'axes-not-stated' }, { code: 'value-assumed', params: { field: 'x-column' } }]);
  });

  it('in pairs have places of their own', () => {
    const header = 'one,,two,,\nWavelength (nm),Abs,Wavelength (nm),Abs,\n';
    const body = points.map(([x, y], i) => (i < 20 ? `${x},${y},${x + 1},${y},` : `${x},${y},,,`)).join('\n');
    const { curves } = readText(`${header}${body}\n`);
    expect(curves.map(({ traces }) => traces[0]?.y.values.length)).toEqual([24, 20]);
    expect(curves[1]?.traces[0]?.x).toMatchObject({ kind: 'explicit', values: { 0: 4001, 19: 3953.5 } });
  });

  it('of a map in one long table are parted where the place changes', () => {
    const body = [0, 1.5].flatMap((x) => points.map(([wave, y]) => `${x}\t-2\t${wave}\t${y + x}`)).join('\n');
    const { curves } = readText(`#X\t\t#Y\t\t#Wave\t\t#Intensity\n${body}\n`);
    expect(curves.map(({ position }) => position)).toEqual(
      [0, 1.5].map((x) => [
        { name: 'X', value: x, unit: '' },
        { name: 'Y', value: -2, unit: '' },
      ]),
    );
    expectPoints(curves[0]?.traces[0]);
    expect(curves).toMatchObject([{ technique: 'raman' }, { technique: 'raman' }]);
  });

  it('keep a missing value as a gap and name rows that do not fit by their line', () => {
    const { curves, warnings } = readText(
      `nm,A\n1,0.5\n2,\n3,NA\n${rows(',')}\noops\n4,0.25\n5,1,7\n6,x\n7,0.125\n# lamp: old\nOperator: B\n`,
    );
    expect(Array.from(curves[0]?.traces[0]?.y.values ?? [])).toEqual([
      0.5,
      Number.NaN,
      Number.NaN,
      ...points.map(([, y]) => y),
      0.25,
      0.125,
    ]);
    expect(warnings.map(({ code, at }) => [code, at.line])).toEqual([
      ['line-not-understood', 29],
      ['line-not-understood', 31],
      ['line-not-understood', 32],
      ['points-missing', 2],
      ['places-turn-back', 2],
    ]);
    expect(curves[0]).toMatchObject({ conditions: { operator: 'B' }, otherFields: [{ field: 'lamp', value: 'old', line: 34 }] });
  });

  it('whose number is stated are counted', () => {
    const text = `Number of Pixels in Processed Spectrum: 24\nWavelength (nm),Abs\n${rows(',')}\n`;
    expect(readText(text).codes).toEqual([]);
    expect(readText(text.replace(/\r\n[^\r]+/, '')).warnings).toMatchObject([
      { code: 'value-differs', params: { stated: '24', found: 23 } },
    ]);
  });

  it('whose last line is cut are told of', () => expect(readText(`nm,A\n${rows(',')}`).codes).toEqual(['last-line-unterminated']));
});

describe('what can be read in two ways is named', () => {
  const thousands = Array.from({ length: 12 }, (_, i) => `${i + 1},${500 + i}`);

  it('a comma before three digits everywhere', () => {
    const { warnings } = readText(`${thousands.map((x) => `${x}\t${x}`).join('\n')}\n`);
    expect(warnings[0]).toMatchObject({ code: 'number-ambiguous', params: { text: '1,500', value: ',' } });
  });

  it('one comma in every line of integers', () => {
    const { warnings } = readText(`${Array.from({ length: 12 }, (_, i) => `${i * i},${500 + i}`).join('\n')}\n`);
    expect(warnings[0]).toMatchObject({ code: 'number-ambiguous', params: { value: '.' } });
  });

  it('groups of thousands beside a decimal sign are read', () => {
    const text = (a: string, b: string): string => Array.from({ length: 12 }, (_, i) => `${i + 1}${a}250${b}5;${i}${b}5`).join('\n');
    expect(readText(`nm;A\n${text(',', '.')}\n`).curves[0]?.traces[0]?.x).toMatchObject({ kind: 'explicit', values: { 0: 1250.5 } });
    expect(readText(`nm;A\n${text('.', ',')}\n`).curves[0]?.traces[0]?.x).toMatchObject({ kind: 'explicit', values: { 0: 1250.5 } });
  });
});

describe('a person’s correction', () => {
  it('is followed, and nothing of it is warned of', () => {
    const text = `${rows(',')}\n`;
    const layout = { ...layoutOf(text), technique: 'mass-spectrometry', x: { quantity: 'mass-to-charge', unit: 'm/z' } } as const;
    const { spectra, codes } = collect(readMeasurements(memorySource('a', new TextEncoder().encode(text)), { layout }));
    expect(spectra[0]?.mz.length).toBe(24);
    expect(codes).toEqual(['peaks-unsorted', 'value-assumed']);
  });

  it('crosses the wire and shows in the preview', () => {
    const text = `made by: me\nnm;A\n${rows(';')}\n`;
    const layout = JSON.parse(JSON.stringify(layoutOf(text))) as DelimitedLayout;
    expect(layout).toEqual(layoutOf(text));
    expect(previewRows(memorySource('a', new TextEncoder().encode(text)), layout, 2)).toEqual({
      header: [['made by: me'], ['nm', 'A']],
      rows: [
        ['4000', '0.25'],
        ['3997.5', '0.265625'],
      ],
    });
  });
});

describe('no spectra', () => {
  it.each([
    ['prose', 'On 12 May 2020 the 3 samples\nwere weighed twice.\n'.repeat(50)],
    ['a log', Array.from({ length: 60 }, (_, i) => `2024-01-01 10:00:${10 + (i % 50)} INFO request ${i} took ${i * 3} ms`).join('\n')],
    ['a program', 'const a = [1, 2, 3];\nfor (const b of a) {\n  c(b, 4);\n}\n'.repeat(40)],
    ['JSON', `[\n${'1,2,\n'.repeat(80)}3]\n`],
    ['a few rows', '1 2\n2 3\n3 4\n'],
    ['a table of words', `id,name,mass\n${Array.from({ length: 40 }, (_, i) => `${i},compound ${i},${i * 7}`).join('\n')}\n`],
    ['a numbered list of values', `"","C1"\n${Array.from({ length: 30 }, (_, i) => `"${i + 1}",${i / 7}`).join('\n')}\n`],
    ['HTML', `<table>\n${'1 2\n'.repeat(80)}</table>\n`],
  ])('are seen in %s', (_, text) => {
    expect(recognise(memorySource('a.csv', new TextEncoder().encode(text)))).toMatchObject({ code: /^format-un/ });
  });
});

describe('a hostile text', () => {
  it('of millions of cells is refused when there are too many', () => {
    const line = new TextEncoder().encode(`${'1\t'.repeat(9_999)}1\n`);
    const size = line.length * 2000;
    const source = {
      name: 'wide',
      size,
      read: (offset: number, into: Uint8Array) => {
        const length = Math.max(0, Math.min(into.length, size - offset));
        for (let i = 0; i < length; i++) into[i] = line[(offset + i) % line.length] as number;
        return length;
      },
    };
    const layout: DelimitedLayout = {
      ...layoutOf(`nm,A\n${rows(',')}\n`),
      separator: '\t',
      headerRows: 0,
      yColumns: Array.from({ length: 9_999 }, (_, i) => i + 1),
    };
    expect(collect(readMeasurements(source, { format: 'delimited-text', layout })).refusal).toMatchObject({ code: 'too-many-points' });
  });

  it('changed at random is read or refused, and never throws', () => {
    const bytes = new TextEncoder().encode(`Operator: A\n"nm";"A"\n${rows(';', ',')}\nend\n`);
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % below;
    };
    for (let i = 0; i < 2000; i++) {
      const changed = bytes.slice(0, random(3) === 0 ? random(bytes.length) : bytes.length);
      for (let k = random(6); k >= 0; k--) if (changed.length > 0) changed[random(changed.length)] = random(256);
      const { refusal, curves, spectra } = collect(readMeasurements(memorySource('x', changed), { format: 'delimited-text' }));
      expect(refusal !== undefined || curves.length + spectra.length > 0).toBe(true);
    }
  });
});
