import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBytes, sharedPath } from '../../../support/read-text';
import { Encoder } from '../binary/encoder';
import { mutated, randomNumbers, readDamaged } from '../binary/mutations';
import { sharedFilesPresent } from '../binary/optical-manifest';

const RESULT = 3 | (3 << 2);
const SAMPLE = 3 | (1 << 2);
const STATUS = 1 << 4;
const ABSORBANCE = 4 << 10;
const SINGLE = 1 << 10;
const ORIGINAL = 0x4000_0000;
const SAMPLE_ORIGIN = 10 << 4;

type Value = number | string | { readonly double: number };

/** A parameter block: three letters, type, length in 16-bit words, value; then END. */
function parameters(values: Readonly<Record<string, Value>>): Uint8Array {
  const file = new Encoder();
  for (const [key, value] of Object.entries(values)) {
    const at = file.length;
    file.text(at, `${key}\0`);
    if (typeof value === 'number') file.u16(at + 4, 0, 2).u32(at + 8, value);
    else if (typeof value === 'string') {
      const padded = value.length % 2 === 0 ? `${value}\0\0` : `${value}\0`;
      file.u16(at + 4, 2, padded.length / 2).text(at + 8, padded);
    } else file.u16(at + 4, 1, 4).f64(at + 8, value.double);
  }
  const end = file.length;
  return file.text(end, 'END\0').u16(end + 4, 0, 0).bytes;
}

function status(count: number, more: Readonly<Record<string, Value>> = {}): Uint8Array {
  return parameters({
    DPF: 1,
    NPT: count,
    FXV: { double: 4000 },
    LXV: { double: 4000 - count + 1 },
    DXU: 'WN',
    DAT: '03/02/2024',
    TIM: '10:11:12.5 (GMT+1)',
    ...more,
  });
}

function file(blocks: readonly (readonly [type: number, content: Uint8Array])[]): Uint8Array {
  const out = new Encoder().u8(0, 10, 10, 0xfe, 0xfe).f64(4, 920_622).u32(12, 24, 40, blocks.length);
  let at = 24 + 12 * 40;
  blocks.forEach(([type, content], i) => {
    out.u32(24 + 12 * i, type, content.length / 4, at).raw(at, content);
    at += content.length;
  });
  return out.bytes;
}

const floats = (...values: readonly number[]): Uint8Array => new Encoder().f32(0, ...values).bytes;

describe('OPUS', () => {
  it('pairs data and status blocks by type, applies the factor, and shows the result first', () => {
    const { curves, refusal, codes } = readBytes(
      file([
        [SAMPLE | SINGLE, floats(7, 8)],
        [SAMPLE | SINGLE | STATUS, status(2)],
        [RESULT | ABSORBANCE | ORIGINAL, floats(1, 2, 3)],
        [RESULT | ABSORBANCE | ORIGINAL | STATUS, status(3)],
        [RESULT | ABSORBANCE, floats(1, 2, 3)],
        [RESULT | ABSORBANCE | STATUS, status(3, { CSF: { double: 0.5 }, MNY: { double: 0.5 }, MXY: { double: 1.5 } })],
        [SAMPLE_ORIGIN, parameters({ SNM: 'Powder', CNM: 'Kim', ZZZ: 'kept' })],
      ]),
      'a.0',
    );
    expect([refusal, codes]).toEqual([undefined, []]);
    expect(curves[0]?.traces.map(({ label, y }) => [label, [...y.values]])).toEqual([
      ['Absorbance', [0.5, 1, 1.5]],
      ['Absorbance, before manipulation', [1, 2, 3]],
      ['Single channel, sample', [7, 8]],
    ]);
    expect(curves[0]).toMatchObject({
      technique: 'infrared',
      identity: { name: 'Powder' },
      conditions: { operator: 'Kim', measuredAt: '2024-02-03T10:11:12.5+01:00' },
      otherFields: [{ field: 'ZZZ', value: 'kept' }],
    });
  });

  it('says when a stated extreme is not among the points', () => {
    const { warnings } = readBytes(
      file([
        [RESULT | ABSORBANCE, floats(1, 2)],
        [RESULT | ABSORBANCE | STATUS, status(2, { MXY: { double: 3 } })],
      ]),
      'a.0',
    );
    expect(warnings).toMatchObject([{ code: 'value-differs', params: { field: 'MXY', stated: '3', found: '2' } }]);
  });

  it('keeps the other blocks when one is damaged, and refuses when none is left', () => {
    const whole = [SAMPLE | SINGLE, floats(7, 8)] as const;
    const damaged = [RESULT | ABSORBANCE, floats(1)] as const;
    const both = [[SAMPLE | SINGLE | STATUS, status(2)] as const, [RESULT | ABSORBANCE | STATUS, status(500_000_000)] as const];
    expect(readBytes(file([damaged, ...both]), 'a.0').refusal?.code).toBe('too-many-points');
    const { curves, codes } = readBytes(file([whole, damaged, both[0] as never, [RESULT | ABSORBANCE | STATUS, status(2)]]), 'a.0');
    expect([curves[0]?.traces.map(({ label }) => label), codes]).toEqual([['Single channel, sample'], ['part-damaged']]);
    expect(readBytes(file([damaged, [RESULT | ABSORBANCE | STATUS, status(2)]]), 'a.0').refusal?.code).toBe('file-truncated');
  });

  it('refuses a directory outside the file and one that names the same bytes again and again', () => {
    const good = file([[RESULT | ABSORBANCE, floats(1, 2)]]);
    expect(readBytes(new Encoder().raw(0, good).u32(20, 4000).bytes, 'a.0').refusal?.code).toBe('file-truncated');
    expect(readBytes(new Encoder().raw(0, good).u32(20, 0x7fff_ffff).bytes, 'a.0').refusal?.code).toBe('structure-damaged');
    const bomb = new Encoder().u8(0, 10, 10, 0xfe, 0xfe).u32(12, 24, 40, 400);
    for (let i = 0; i < 400; i++) bomb.u32(24 + 12 * i, RESULT | ABSORBANCE, 1000, 5000);
    expect(readBytes(bomb.u8(9000, 0).bytes, 'a.0').refusal).toMatchObject({ code: 'structure-damaged', params: { part: 'directory' } });
  });

  it.skipIf(!sharedFilesPresent())('survives 300 damaged copies', () => {
    const random = randomNumbers(20_260_726);
    const originals = ['issue81_A1.1.0', 'BF_lo_01_soil_cal.1', 'test_opus.0'].map((name) =>
      readFileSync(sharedPath(`optical/opus/${name}`)),
    );
    for (let i = 0; i < 300; i++) expect(() => readDamaged(mutated(originals[i % 3] as Uint8Array, random), 'opus')).not.toThrow();
  });
});
