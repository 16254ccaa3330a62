import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBytes, sharedPath } from '../../../support/read-text';
import { Encoder } from '../binary/encoder';
import { mutated, randomNumbers, readDamaged } from '../binary/mutations';
import { sharedFilesPresent } from '../binary/optical-manifest';

/** 1 January 2020 in 100 ns since 1 January 1601. */
const NEW_YEAR = 132_223_104_000_000_000n;

interface Settings {
  readonly points?: number;
  readonly spectra?: number;
  readonly collected?: number;
}

function header({ points = 2, spectra = 1, collected = spectra }: Settings): Encoder {
  return new Encoder()
    .text(0, 'WDF1')
    .u32(4, 1)
    .u64(8, 512)
    .u32(60, points)
    .u64(64, spectra)
    .u64(72, collected)
    .u32(80, 3, 1, points, 1)
    .text(96, 'WiRE')
    .u16(120, 5, 1, 0, 7)
    .u64(136, NEW_YEAR)
    .u32(152, 6)
    .f32(156, 12_738.9)
    .text(208, 'Kim')
    .text(240, 'tablet')
    .u8(511, 0);
}

function block(file: Encoder, name: string, content: Uint8Array): Encoder {
  const at = file.length;
  return file
    .text(at, name)
    .u32(at + 4, 0)
    .u64(at + 8, 16 + content.length)
    .raw(at + 16, content);
}

const data = (...values: readonly number[]): Uint8Array => new Encoder().f32(0, ...values).bytes;
const xList = (...values: readonly number[]): Uint8Array => new Encoder().u32(0, 1, 1).f32(8, ...values).bytes;

function origins(
  ...lists: readonly (readonly [kind: number, unit: number, name: string, values: readonly (number | bigint)[]])[]
): Uint8Array {
  const out = new Encoder().u32(0, lists.length);
  for (const [kind, unit, name, values] of lists) {
    const at = out.length;
    out
      .u32(at, kind, unit)
      .text(at + 8, name)
      .u8(at + 23, 0);
    for (const [i, value] of values.entries()) {
      if (typeof value === 'bigint') out.u64(at + 24 + 8 * i, value);
      else out.f64(at + 24 + 8 * i, value);
    }
  }
  return out.bytes;
}

describe('WDF', () => {
  it('reads the spectra of a map with places and times, whatever the order of blocks, sharing x', () => {
    const file = block(header({ spectra: 2 }), 'XLST', xList(200, 100));
    const list = origins(
      [0x8000_0003, 5, 'X', [1.5, 2.5]],
      [11, 24, 'Time', [NEW_YEAR, NEW_YEAR + 10_000_000n]],
      [16, 0, 'Checksum', [0, 0]],
    );
    block(block(block(file, 'ORGN', list), 'TEXT', new Encoder().text(0, 'remark').bytes), 'DATA', data(1, 2, 3, 4));
    const { curves, refusal, codes } = readBytes(file.bytes, 'a.wdf');
    expect([refusal, codes]).toEqual([undefined, []]);
    expect(curves.map(({ traces, position, conditions }) => [[...(traces[0]?.y.values ?? [])], position, conditions.measuredAt])).toEqual([
      [[1, 2], [{ name: 'X', value: 1.5, unit: 'um' }], '2020-01-01T00:00:00.000Z'],
      [[3, 4], [{ name: 'X', value: 2.5, unit: 'um' }], '2020-01-01T00:00:01.000Z'],
    ]);
    expect(curves[0]?.traces[0]?.x).toBe(curves[1]?.traces[0]?.x);
    expect(curves[0]).toMatchObject({
      technique: 'raman',
      identity: { name: 'tablet' },
      conditions: { operator: 'Kim', software: 'WiRE 5.1.0.7', accumulations: '3', comment: 'remark', laser: '12738.9 cm-1' },
    });
  });

  it('gives what was measured of a map that was stopped, and what is whole of one that was damaged', () => {
    const stopped = readBytes(
      block(block(header({ spectra: 3, collected: 1 }), 'DATA', data(1, 2, 0, 0, 0, 0)), 'XLST', xList(2, 1)).bytes,
      'a.wdf',
    );
    expect([stopped.curves.length, stopped.codes]).toEqual([1, ['value-differs']]);
    const damaged = readBytes(block(block(header({ spectra: 3 }), 'DATA', data(1, 2, 3)), 'XLST', xList(2, 1)).bytes, 'a.wdf');
    expect([damaged.curves.length, damaged.codes, damaged.warnings[0]?.params.part]).toEqual([1, ['part-damaged'], 'spectra 2 to 3']);
  });

  it('refuses what has no x, counts that contradict each other, and more points than there can be', () => {
    expect(readBytes(block(header({}), 'DATA', data(1, 2)).bytes, 'a.wdf').refusal).toMatchObject({
      code: 'file-truncated',
      params: { part: 'x values' },
    });
    expect(readBytes(block(header({}), 'XLST', xList(2, 1)).bytes, 'a.wdf').refusal).toMatchObject({
      code: 'file-truncated',
      params: { part: 'spectra' },
    });
    const contradicting = block(block(header({}).u32(88, 7), 'DATA', data(1, 2)), 'XLST', xList(2, 1));
    expect(readBytes(contradicting.bytes, 'a.wdf').refusal?.code).toBe('structure-damaged');
    const huge = block(block(header({ points: 1_000_000_000 }), 'DATA', data(1, 2)), 'XLST', xList(2, 1));
    expect(readBytes(huge.bytes, 'a.wdf').refusal?.code).toBe('too-many-points');
  });

  it.skipIf(!sharedFilesPresent())('survives 200 damaged copies', () => {
    const random = randomNumbers(20_260_728);
    const originals = ['single-spectrum_undefined-type.wdf', 'depth.wdf'].map((name) => readFileSync(sharedPath(`optical/wdf/${name}`)));
    for (let i = 0; i < 200; i++) expect(() => readDamaged(mutated(originals[i % 2] as Uint8Array, random), 'wdf')).not.toThrow();
  });
});
