import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../../src/core/formats/limits';
import { recognise } from '../../../../src/core/formats/recognise';
import { previewSheetRows } from '../../../../src/core/formats/xlsx/preview';
import { detectSheetLayout } from '../../../../src/core/formats/xlsx/read';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { readBytes } from '../../../support/read-text';
import { type TestSheet, workbook } from './workbook';

const points = Array.from({ length: 12 }, (_, i) => [4000 - 2 * i, 0.1 + i / 100] as const);
const infrared: TestSheet = {
  name: 'IR & more',
  rows: [['Sample', 'Caffeine <pure>'], ['Date', new Date('2024-03-05T14:30:00Z')], [], ['Wellenzahl (cm-1)', 'Extinktion'], ...points],
};

describe('a workbook', () => {
  it.each(['shared', 'inline', 'formula'] as const)('with texts %s is read with its header, its dates and every number', (textsAs) => {
    const bytes = workbook([infrared], textsAs);
    expect(recognise(memorySource('a', bytes))).toBe('xlsx');
    const { curves, codes, refusal } = readBytes(bytes);
    expect([codes, refusal, curves.length]).toEqual([[], undefined, 1]);
    const [record] = curves;
    expect(record).toMatchObject({ technique: 'infrared', conditions: { sample: 'Caffeine <pure>', measuredAt: '2024-03-05T14:30:00' } });
    const trace = record?.traces[0];
    expect(trace?.x).toMatchObject({ kind: 'explicit', axis: { quantity: 'wavenumber', unit: 'cm-1', written: 'Wellenzahl (cm-1)' } });
    expect(trace?.y.axis).toEqual({ quantity: 'absorbance', unit: '1', written: 'Extinktion' });
    expect(trace?.x.kind === 'explicit' && Array.from(trace.x.values)).toEqual(points.map(([x]) => x));
    expect(Array.from(trace?.y.values ?? [])).toEqual(points.map(([, y]) => y));
  });

  it('names its other sheets', () => {
    const { warnings } = readBytes(workbook([infrared, { name: 'Notes', rows: [['a']] }, { name: 'Peaks', rows: [] }], 'shared'));
    expect(warnings).toMatchObject([{ code: 'part-unused', params: { record: 'IR & more', part: 'Notes, Peaks' } }]);
  });

  it('reads columns of several samples, numbers written as text with commas, and names the rows that do not fit', () => {
    const rows = [
      ['nm', 'a', 'b'],
      ...points.map(([x, y], i) => [`${x / 10}`.replace('.', ','), y, i === 3 ? undefined : 1]),
      ['end', 'of', 'it'],
    ];
    const { curves, warnings } = readBytes(workbook([{ name: 's', rows }], 'inline'));
    expect(curves.map(({ identity }) => identity.name)).toEqual(['a', 'b']);
    expect(curves[1]?.traces[0]?.y.values[3]).toBeNaN();
    expect(warnings.map(({ code, at }) => [code, at.line])).toContainEqual(['line-not-understood', 14]);
    expect(curves[0]?.traces[0]?.x).toMatchObject({ axis: { unit: 'nm' }, values: Float64Array.from(points, ([x]) => x / 10) });
  });

  it('reads spectra along rows with their names', () => {
    const x = Array.from({ length: 20 }, (_, i) => 400 + i);
    const rows = [
      ['', ...x],
      ['first', ...x.map(() => 1)],
      ['second', ...x.map((_, i) => (i % 3) - 1)],
    ];
    const { curves } = readBytes(workbook([{ name: 's', rows }], 'shared'));
    expect(curves.map(({ identity }) => identity.name)).toEqual(['first', 'second']);
    expect(Array.from(curves[1]?.traces[0]?.y.values ?? [])).toEqual(x.map((_, i) => (i % 3) - 1));
  });

  it('gives a preview and a layout that a person can correct', () => {
    const bytes = workbook([infrared], 'inline');
    const found = detectSheetLayout(memorySource('a', bytes));
    if ('code' in found) throw new Error(found.code);
    expect(found.layout).toMatchObject({ headerRows: 4, xColumn: 0, yColumns: [1], technique: 'infrared' });
    const preview = previewSheetRows(memorySource('a', bytes), found.layout, 3);
    expect(preview).toEqual({
      header: [
        ['Sample', 'Caffeine <pure>'],
        ['Date', '2024-03-05T14:30:00'],
        ['Wellenzahl (cm-1)', 'Extinktion'],
      ],
      rows: points.slice(0, 3).map((row) => row.map(String)),
    });
  });

  it.each([
    ['a document type', { 'xl/worksheets/sheet1.xml': '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' }, 'xml-doctype'],
    [
      'an entity of its own',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c t="str"><v>&a;</v></c></row>' },
      'xml-not-wellformed',
    ],
    ['a tag without end', { 'xl/workbook.xml': '<workbook' }, 'xml-not-wellformed'],
    ['no sheet', { 'xl/workbook.xml': '<workbook/>' }, 'variant-unsupported'],
    [
      'words only',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c t="str"><v>a</v></c></row></sheetData></worksheet>' },
      'no-measurement',
    ],
    [
      'a cell beyond the last column',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData></worksheet>' },
      'structure-damaged',
    ],
    [
      'rows in no order',
      { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="5"/><row r="4"/></sheetData></worksheet>' },
      'structure-damaged',
    ],
  ])('with %s is refused', (_, replaced, code) => {
    expect(readBytes(workbook([infrared], 'inline', replaced as Record<string, string>)).refusal).toMatchObject({ code });
  });

  it('that would unpack beyond the bound is refused before it does', () => {
    const bomb = new Uint8Array(limits.workbookPartBytes + 1).fill(32);
    const bytes = zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': bomb });
    expect(bytes.length).toBeLessThan(200_000);
    expect(readBytes(bytes).refusal).toMatchObject({ code: 'archive-bomb' });
  });

  it('cut anywhere is refused or read, and never throws', () => {
    const bytes = workbook([infrared], 'shared');
    for (let length = 100; length < bytes.length; length += 37) expect(readBytes(bytes.subarray(0, length)).refusal).toBeDefined();
  });
});
