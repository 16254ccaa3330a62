import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBytes, sharedPath } from '../../../support/read-text';
import { Encoder } from '../binary/encoder';
import { mutated, randomNumbers, readDamaged } from '../binary/mutations';
import { sharedFilesPresent } from '../binary/optical-manifest';

/** 1 January 2020 in seconds since 31 December 1899. */
const NEW_YEAR = (Date.UTC(2020, 0, 1) - Date.UTC(1899, 11, 31)) / 1000;

interface Block {
  readonly key: number;
  readonly content: Uint8Array;
}

const header = (points: number, yCode = 17): Block => ({
  key: 2,
  content: new Encoder().u32(0, 3, points, 1, yCode).f32(16, 4000, 3999).u32(36, 32).u32(52, 64).u8(139, 0).bytes,
});
const values = (...y: readonly number[]): Block => ({ key: 3, content: new Encoder().f32(0, ...y).bytes });
const history = (text: string): Block => ({ key: 27, content: new Encoder().text(0, text).u8(text.length, 0).bytes });
const title = (text: string): Block => ({ key: 107, content: new Encoder().text(0, text).u32(256, NEW_YEAR + 60, 0).bytes });

function file(blocks: readonly Block[]): Encoder {
  const out = new Encoder().text(0, 'Spectral Data File\r\n').text(30, 'powder').u16(294, blocks.length).u32(296, NEW_YEAR).u32(300, 0);
  let at = 304 + 16 * blocks.length;
  blocks.forEach(({ key, content }, i) => {
    out
      .u16(304 + 16 * i, key)
      .u32(306 + 16 * i, at, content.length)
      .u16(314 + 16 * i, 0, 0, 0)
      .raw(at, content);
    at += content.length;
  });
  return out;
}

describe('OMNIC', () => {
  it('reads a spectrum with its name, time, history and interferogram', () => {
    const text = 'Collect Sample\r\n\t Resolution:\t 4.000 from 400 to 4000\r\n\t Bench Serial Number:ABC1';
    const { curves, refusal, codes } = readBytes(
      file([header(2), values(0.5, 1), history(text), { ...values(1, 2, 3), key: 102 }]).bytes,
      'a.spa',
    );
    expect([refusal, codes]).toEqual([undefined, []]);
    expect(curves[0]).toMatchObject({
      identity: { name: 'powder' },
      conditions: { measuredAt: '2020-01-01T00:00:00Z', accumulations: '32', resolution: '4.000', instrumentSerial: 'ABC1' },
    });
    expect(curves[0]?.traces.map(({ role, y }) => [role, y.axis.quantity, [...y.values]])).toEqual([
      ['measured', 'absorbance', [0.5, 1]],
      ['interferogram', 'interferogram', [1, 2, 3]],
    ]);
  });

  it('reads the spectra of a group with their own titles, and keeps those beside a damaged one', () => {
    const blocks = [header(2), title('first'), values(1, 2), header(2), title('second'), values(3, 4)];
    const names = (bytes: Uint8Array) =>
      readBytes(bytes, 'a.spg').curves.map(({ identity, conditions }) => [identity.name, conditions.measuredAt]);
    const time = '2020-01-01T00:01:00Z';
    expect(names(file(blocks).bytes)).toEqual([
      ['first', time],
      ['second', time],
    ]);
    const cut = file(blocks).bytes.slice(0, -1);
    expect(names(cut)).toEqual([['first', time]]);
    expect(readBytes(cut, 'a.spg').codes).toEqual(['part-damaged']);
  });

  it('names what it does not know and what does not agree', () => {
    expect(readBytes(file([header(2, 99), values(1, 2)]).bytes, 'a.spa').warnings).toMatchObject([
      { code: 'unit-unknown', params: { text: 'code 99' } },
    ]);
    expect(readBytes(file([header(2), values(1, 2, 3)]).bytes, 'a.spa').warnings).toMatchObject([
      { code: 'value-differs', params: { stated: 2, found: 3 } },
    ]);
  });

  it('refuses series, announced points that are not there, and a directory that names the same bytes again and again', () => {
    expect(readBytes(new Encoder().text(0, 'Spectral Exte File\r\n').u8(400, 0).bytes, 'a.srs').refusal?.code).toBe('variant-unsupported');
    expect(readBytes(file([header(1_000_000_000), values(1, 2)]).bytes, 'a.spa').refusal?.code).toBe('too-many-points');
    expect(readBytes(file([header(5_000_000), values(1, 2)]).bytes, 'a.spa').refusal?.code).toBe('file-truncated');
    const bomb = file(Array.from({ length: 60 }, () => header(2)));
    for (let i = 0; i < 60; i++) bomb.u32(306 + 16 * i, 0, 5000);
    expect(readBytes(bomb.u8(9000, 0).bytes, 'a.spg').refusal?.code).toBe('structure-damaged');
  });

  it.skipIf(!sharedFilesPresent())('survives 300 damaged copies', () => {
    const random = randomNumbers(20_260_727);
    const originals = ['sample1.spa', 'wodger.spg', '7_CZ0-100_Pd_102.SPA'].map((name) =>
      readFileSync(sharedPath(`optical/omnic/${name}`)),
    );
    for (let i = 0; i < 300; i++) expect(() => readDamaged(mutated(originals[i % 3] as Uint8Array, random), 'omnic')).not.toThrow();
  });
});
