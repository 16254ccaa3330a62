import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { recognise } from '../../../../src/core/formats/recognise';
import { abscissaValues } from '../../../../src/core/spectrum/axis';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import type { Trace } from '../../../../src/core/spectrum/curves';
import { readBytes, sharedPath } from '../../../support/read-text';
import { Encoder } from '../binary/encoder';
import { mutated, randomNumbers, readDamaged } from '../binary/mutations';
import { sharedFilesPresent } from '../binary/optical-manifest';

const MULTIFILE = 0x04;
const ORDERED_Z = 0x10;
const LABELS = 0x20;
const OWN_X = 0x40;
const EXPLICIT_X = 0x80;
const FLOATS = 0x80;

interface Header {
  readonly flags?: number;
  readonly version?: number;
  readonly exponent?: number;
  readonly points?: number;
  readonly subfiles?: number;
  readonly codes?: readonly [x: number, y: number, z: number];
  readonly log?: number;
}

function header({ flags = 0, version = 0x4b, exponent = FLOATS, points = 3, subfiles = 1, codes = [1, 2, 0], log = 0 }: Header): Encoder {
  return new Encoder(version === 0x4b)
    .u8(0, flags, version, 0, exponent)
    .u32(4, points)
    .f64(8, 4000, 3998)
    .u32(24, subfiles)
    .u8(28, ...codes)
    .u32(32, (2024 << 20) | (2 << 16) | (29 << 11) | (13 << 6) | 5)
    .text(88, 'Aspirin')
    .u32(248, log)
    .u8(511, 0);
}

const firstTrace = (bytes: Uint8Array): Trace => readBytes(bytes, 'a.spc').curves[0]?.traces[0] as Trace;

describe('SPC', () => {
  it('takes the wavenumbers of a file that says it is Raman for shifts', () => {
    const file = header({}).u8(2, 11).u8(29, 0).u8(543, 0).f32(544, 1, 2, 3);
    const { curves } = readBytes(file.bytes, 'a.spc');
    expect(curves[0]).toMatchObject({ technique: 'raman', traces: [{ x: { axis: { quantity: 'raman-shift', unit: 'cm-1' } } }] });
    expect(curves[0]?.traces[0]?.y.axis.quantity).toBe('raman-intensity');
  });

  it('counts evenly spaced z from that of the first subfile', () => {
    const step = 44;
    const file = header({ flags: MULTIFILE, subfiles: 3 }).f32(312, 2);
    for (let i = 0; i < 3; i++)
      file
        .u8(512 + i * step + 1, FLOATS)
        .f32(512 + i * step + 4, i === 0 ? 5 : 0)
        .f32(512 + i * step + 32, 1, 2, 3);
    const { curves } = readBytes(file.bytes, 'a.spc');
    expect(curves.map(({ position }) => position?.[0]?.value)).toEqual([5, 7, 9]);
  });

  it.each([0x4b, 0x4c])('reads floats at even steps, version %i', (version) => {
    const file = header({ version }).u8(543, 0).f32(544, 0.5, 0.25, -1);
    const { curves, refusal, warnings } = readBytes(file.bytes, 'a.spc');
    expect([refusal, warnings]).toEqual([undefined, []]);
    expect(curves[0]).toMatchObject({
      technique: 'infrared',
      identity: { name: 'Aspirin' },
      conditions: { measuredAt: '2024-02-29T13:05' },
    });
    expect([...abscissaValues(firstTrace(file.bytes).x)]).toEqual([4000, 3999, 3998]);
    expect([...firstTrace(file.bytes).y.values]).toEqual([0.5, 0.25, -1]);
  });

  it('reads integers of 32 and 16 bits as fractions of two to the exponent', () => {
    expect([...firstTrace(header({ exponent: 3 }).u32(544, 1 << 29, -(1 << 30), 1 << 20).bytes).y.values]).toEqual([1, -2, 8 / 4096]);
    expect([...firstTrace(header({ exponent: -2, flags: 1 }).u16(544, 1 << 14, -(1 << 15), 1).bytes).y.values]).toEqual([
      0.0625,
      -0.125,
      2 ** -18,
    ]);
  });

  it('takes the exponent of each subfile, its z, and the labels', () => {
    const file = header({ flags: MULTIFILE | LABELS, subfiles: 2, points: 1, codes: [0, 0, 5] }).text(
      218,
      'Wavenumber (cm-1)\0Absorbance\0',
    );
    file
      .u8(512, 0, 0)
      .f32(516, 1.5)
      .u32(544, 1 << 31)
      .u8(548, 0, 2)
      .f32(552, 2.5)
      .u32(580, 1 << 30);
    const { curves } = readBytes(file.bytes, 'a.spc');
    expect(curves.map(({ traces }) => traces[0]?.y.values[0])).toEqual([-0.5, 1]);
    expect(curves.map(({ position }) => position)).toEqual([
      [{ name: 'time', unit: 'min', value: 1.5 }],
      [{ name: 'time', unit: 'min', value: 2.5 }],
    ]);
    expect(curves[0]?.traces[0]?.x.axis.quantity).toBe('wavenumber');
    expect(curves[0]?.traces[0]?.y.axis.quantity).toBe('absorbance');
  });

  it('shares explicit x between subfiles, and reads the log block at the very end of the file', () => {
    const file = header({ flags: MULTIFILE | EXPLICIT_X, subfiles: 2, points: 2, log: 600, codes: [13, 4, 0] }).f32(512, 100, 250);
    file.u8(521, FLOATS).f32(552, 1, 2).u8(561, FLOATS).f32(592, 3, 4);
    file.u32(600, 64 + 22, 4096, 64, 0).text(664, 'LASER = 785 nm\r\nremark');
    const { curves, warnings } = readBytes(file.bytes, 'a.spc');
    expect(warnings).toEqual([]);
    expect(curves.map(({ traces }) => [...(traces[0] as Trace).y.values])).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(curves[0]?.traces[0]?.x).toBe(curves[1]?.traces[0]?.x);
    expect(curves[0]?.conditions.laser).toBe('785 nm');
    expect(curves[0]?.otherFields).toContainEqual({ field: 'log', value: 'remark' });
  });

  it('warns of a log block that leaves the file and keeps the spectrum', () => {
    const { curves, codes } = readBytes(header({ log: 60_000 }).f32(544, 1, 2, 3).bytes, 'a.spc');
    expect([curves.length, codes]).toEqual([1, ['part-damaged']]);
  });

  it('reads masses of subfiles through their directory, in ascending order', () => {
    const file = header({ flags: MULTIFILE | ORDERED_Z | OWN_X | EXPLICIT_X, subfiles: 1, points: 568, codes: [9, 0, 5] });
    file.u8(513, FLOATS).f32(516, 4.5).u32(528, 3).f32(544, 91, 77, 51).f32(556, 10, -1, 30).u32(568, 512, 56).f32(576, 4.5);
    const { spectra, codes } = readBytes(file.bytes, 'a.spc');
    expect(spectra.map(({ mz, intensity, acquisition }) => [[...mz], [...intensity], acquisition.retentionTime])).toEqual([
      [[51, 91], [30, 10], '4.5 min'],
    ]);
    expect(codes).toEqual(['points-not-finite']);
  });

  it('reads the old header, whose integers have their halves exchanged', () => {
    const file = new Encoder().u8(0, 0, 0x4d).u16(2, 1).f32(4, 2, 400, 700).u8(16, 3, 2).u16(18, 1992).u8(20, 5, 14, 9, 30);
    file.u32(256, ((1 << 30) >>> 16) | 0, 0x0000_8000);
    const { curves } = readBytes(file.bytes, 'a.spc');
    expect(curves[0]).toMatchObject({ technique: 'uv-visible', conditions: { measuredAt: '1992-05-14T09:30' } });
    expect([...firstTrace(file.bytes).y.values]).toEqual([0.5, -1]);
  });

  it('keeps the whole subfiles before the fault and names the one that is cut', () => {
    const file = header({ flags: MULTIFILE, subfiles: 3, points: 2 }).u8(513, FLOATS).f32(544, 1, 2).u8(553, FLOATS).f32(584, 3);
    const { curves, refusal } = readBytes(file.bytes, 'a.spc');
    expect(curves.length).toBe(1);
    expect(refusal).toMatchObject({ code: 'file-truncated', params: { part: 'subfile 2 / 3' } });
  });

  it('refuses at once what announces more points than the file has', () => {
    expect(readBytes(header({ points: 1_000_000_000 }).u8(2000, 0).bytes, 'a.spc').refusal?.code).toBe('too-many-points');
    expect(readBytes(header({ points: 8_000_000 }).u8(2000, 0).bytes, 'a.spc').refusal?.code).toBe('file-truncated');
  });

  it('refuses a directory that names one subfile again and again', () => {
    const count = 1000;
    const file = header({ flags: MULTIFILE | OWN_X | EXPLICIT_X, subfiles: count, points: 20_000, codes: [1, 2, 0] });
    file.u8(513, FLOATS).u32(528, 2000);
    for (let i = 0; i < count; i++) file.u32(20_000 + 12 * i, 512, 16_032);
    const { curves, refusal } = readBytes(file.bytes, 'a.spc');
    expect(curves.length).toBeLessThan(5);
    expect(refusal).toMatchObject({ code: 'structure-damaged', params: { part: 'directory' } });
  });

  it('is not taken for a text whose second letter is K, L or M', () => {
    for (const letter of 'KLM')
      expect(recognise(memorySource('a', new TextEncoder().encode(`A${letter} text\n${'x 1 2\n'.repeat(200)}`)))).not.toBe('spc');
  });

  it.skipIf(!sharedFilesPresent())('survives 300 damaged copies', () => {
    const random = randomNumbers(20_260_725);
    const originals = ['m_xyxy.spc', 'm_ordz.spc', 'FID.SPC', 'Ft-ir.spc'].map((name) => readFileSync(sharedPath(`optical/spc/${name}`)));
    for (let i = 0; i < 300; i++) expect(() => readDamaged(mutated(originals[i % 4] as Uint8Array, random), 'spc')).not.toThrow();
  });
});
