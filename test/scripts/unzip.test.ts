import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from '../../scripts/setup/unzip.mjs';

type Entry = { readonly name: string; readonly content: string; readonly mode?: number; readonly packed?: boolean };

/** A zip file as APPNOTE 4.3 describes it, with the few fields that are read. */
function zip(entries: readonly Entry[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const { name, content, mode = 0o644, packed = true } of entries) {
    const data = packed ? deflateRawSync(content) : Buffer.from(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(packed ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(Buffer.byteLength(content), 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(mode * 2 ** 16, 6);
    rest.writeUInt32LE(at, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x03', 'latin1'), common, rest, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}

let folder: string;
const archive = () => join(folder, 'a.zip');
const target = () => join(folder, 'out');
const write = (entries: readonly Entry[]) => writeFileSync(archive(), zip(entries));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aliquot-unzip-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('unzip', () => {
  it('unpacks packed and plain files with their mode, and leaves out what has no place', () => {
    write([
      { name: 'App/', content: '', packed: false },
      { name: 'App/run', content: 'x'.repeat(100_000), mode: 0o755 },
      { name: 'App/sub/é.txt', content: 'plain', packed: false },
      { name: 'App/skip.txt', content: 'no' },
    ]);
    unzip(archive(), target(), (name) => (name.endsWith('skip.txt') ? undefined : name.replace('App/', '')));
    expect(readFileSync(join(target(), 'run'), 'utf8')).toBe('x'.repeat(100_000));
    expect(statSync(join(target(), 'run')).mode & 0o777).toBe(0o755);
    expect(readFileSync(join(target(), 'sub', 'é.txt'), 'utf8')).toBe('plain');
    expect(readdirSync(target()).sort()).toEqual(['run', 'sub']);
  });

  it('refuses a name that leaves the folder', () => {
    write([{ name: '../evil', content: 'x' }]);
    expect(() => unzip(archive(), target(), (name) => name)).toThrow('leaves the folder');
  });

  it('refuses what is no zip file, and one that is cut short', () => {
    writeFileSync(archive(), 'not a zip');
    expect(() => unzip(archive(), target(), (name) => name)).toThrow('is not a zip file');
    const whole = zip([{ name: 'a', content: 'x'.repeat(1000), packed: false }]);
    writeFileSync(archive(), whole.subarray(500));
    expect(() => unzip(archive(), target(), (name) => name)).toThrow();
  });
});
