import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBytes, readText, sharedPath } from '../../../support/read-text';
import { Encoder } from '../binary/encoder';
import { mutated, randomNumbers, readDamaged } from '../binary/mutations';
import { sharedFilesPresent } from '../binary/optical-manifest';

const TEXT = 29987;

function member(id: number, content: Uint8Array): Uint8Array {
  return new Encoder().u16(0, id).u32(2, content.length).raw(6, content).bytes;
}

const text = (id: number, value: string): Uint8Array => member(id, new Encoder().u16(0, TEXT, value.length).text(4, value).bytes);
const range = (id: number, ...ends: readonly number[]): Uint8Array => member(id, new Encoder().u16(0, 29981).f64(2, ...ends).bytes);
const count = (value: number): Uint8Array => member(35701, new Encoder().u16(0, 29995).u32(2, value).bytes);
const doubles = (...values: readonly number[]): Uint8Array =>
  member(
    35708,
    new Encoder()
      .u16(0, 29974)
      .u32(2, 8 * values.length)
      .f64(6, ...values).bytes,
  );

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Encoder();
  for (const part of parts) out.raw(out.length, part);
  return out.bytes;
}

function dataSet(members: readonly Uint8Array[], description = '2D constant interval DataSet file'): Uint8Array {
  return joined([new Encoder().text(0, `PEPE${description}`).u8(43, 0).bytes, member(120, joined(members))]);
}

const LABELS = [text(35703, 'cm-1'), text(35704, '%T')];
const step = member(122, joined([member(121, joined([text(35698, 'Kim'), text(35700, 'Mon Feb 05 10:11:12 2024')]))]));
const ASCII =
  'PE IR       SPECTRUM    ASCII       PEDS        1.60\n  -1\nA.ASC\n15/11/26\n14:19:06\n#HDR\n-1\n#GR\nCM-1\nA\n1\n0\n4000\n-1\n3\n8\n0.3\n0.1\n#DATA\n';

describe('PerkinElmer', () => {
  it('reads a data set: axes, name, history', () => {
    const file = dataSet([
      member(35711, step),
      range(35698, 4000, 3998),
      range(35699, 10, 30),
      count(3),
      ...LABELS,
      text(35713, 'film'),
      doubles(10, 30, 20),
    ]);
    const { curves, refusal, codes } = readBytes(file, 'a.sp');
    expect([refusal, codes]).toEqual([undefined, []]);
    expect(curves[0]).toMatchObject({
      technique: 'infrared',
      identity: { name: 'film' },
      conditions: { operator: 'Kim', measuredAt: '2024-02-05T10:11:12' },
    });
    expect(curves[0]?.traces[0]).toMatchObject({
      x: { first: 4000, last: 3998, count: 3 },
      y: { axis: { quantity: 'transmittance', unit: '%' } },
    });
    expect([...(curves[0]?.traces[0]?.y.values ?? [])]).toEqual([10, 30, 20]);
  });

  it('says where stated counts and ranges are not those of the points', () => {
    const file = dataSet([range(35698, 4000, 3998), range(35699, 10, 40), count(4), ...LABELS, doubles(10, 30, 20)]);
    expect(readBytes(file, 'a.sp').warnings.map(({ code, params }) => [code, params.field])).toEqual([
      ['value-differs', 'number of points'],
      ['value-differs', 'range of y'],
    ]);
  });

  it('refuses other data sets, ones cut off, and points that are not there', () => {
    expect(readBytes(dataSet([], 'Something else'), 'a.sp').refusal).toMatchObject({ code: 'variant-unsupported' });
    const good = dataSet([range(35698, 4000, 3998), count(3), ...LABELS, doubles(10, 30, 20)]);
    expect(readBytes(good.slice(0, -8), 'a.sp').refusal).toMatchObject({ code: 'file-truncated', params: { part: 'spectrum' } });
    expect(readBytes(dataSet([range(35698, 1, 2), count(1_000_000_000), doubles(1)]), 'a.sp').refusal?.code).toBe('too-many-points');
    const announced = new Encoder().u16(0, 29974).u32(2, 0x7fff_fff8).bytes;
    expect(readBytes(dataSet([range(35698, 1, 2), member(35708, announced)]), 'a.sp').refusal?.code).toBe('too-many-points');
  });

  it('reads pairs of the text form and compares them with what its grid states', () => {
    const good = readText(`${ASCII}4000 0.1\n3999\t0.3 \n3998 0.2\n`, 'a.asc');
    expect(good.codes).toEqual(['date-ambiguous']);
    expect(good.curves[0]?.traces[0]?.y.axis.quantity).toBe('absorbance');
    const missing = readText(`${ASCII}4000 0.1\n3998 0.2\n`, 'a.asc');
    expect(missing.warnings.map(({ code, params }) => [code, params.field])).toEqual([
      ['date-ambiguous', undefined],
      ['value-differs', 'count'],
      ['value-differs', 'max'],
    ]);
    expect(readText(ASCII, 'a.asc').refusal?.code).toBe('file-truncated');
  });

  it('reads a table of values by its count only when every value is there', () => {
    const table = (count: number) => `${count}\n4000\n3998\n1\n2\n4\n0.1\n0.2\n0.3\n`;
    const { curves, codes } = readText(table(3), 'a.asp');
    expect([[...(curves[0]?.traces[0]?.y.values ?? [])], codes]).toEqual([
      [0.1, 0.2, 0.3],
      ['value-assumed', 'unit-unknown'],
    ]);
    expect(readText(table(4), 'a.asp').refusal).toMatchObject({ code: 'file-truncated', params: { part: 'spectrum (3 / 4)' } });
  });

  it.skipIf(!sharedFilesPresent())('survives 300 damaged copies', () => {
    const random = randomNumbers(20_260_729);
    const names = ['spectra.sp', '4x4_pixel_PE_image.fsm', 'ir.asc', 'ftir_ldpe_soil.asp'];
    const originals = names.map((name) => readFileSync(sharedPath(`optical/perkinelmer/${name}`)));
    for (let i = 0; i < 300; i++) expect(() => readDamaged(mutated(originals[i % 4] as Uint8Array, random), 'perkin-elmer')).not.toThrow();
  });
});
