import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveWhereChosen } from '../../../src/main/engine/save-dialog';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aliquot-save-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shell = (path: string | null) => ({ saveDialog: async () => path });
const FILE = { suggestedName: 'list.csv', extension: 'csv' };

describe('a file that is saved', () => {
  it('is put in place whole, over one that was there', async () => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, 'before');
    const seen: string[] = [];
    const parts = (function* () {
      yield 'a,b\n';
      seen.push(readFileSync(path, 'utf8'));
      yield '1,2\n';
    })();
    expect(await saveWhereChosen(shell(path), FILE, parts)).toBe(path);
    expect(seen).toEqual(['before']);
    expect(readFileSync(path, 'utf8')).toBe('a,b\n1,2\n');
    expect(readdirSync(folder)).toEqual(['list.csv']);
  });

  it('leaves what was there, and nothing else, when its source fails', async () => {
    const path = join(folder, 'list.csv');
    writeFileSync(path, 'before');
    const parts = (function* () {
      yield 'a,b\n';
      throw new Error('the source ended');
    })();
    await expect(saveWhereChosen(shell(path), FILE, parts)).rejects.toThrow('the source ended');
    expect(readFileSync(path, 'utf8')).toBe('before');
    expect(readdirSync(folder)).toEqual(['list.csv']);
  });

  it('is not written when the dialog is closed, and says where a place cannot be written', async () => {
    expect(await saveWhereChosen(shell(null), FILE, ['x'])).toBeNull();
    await expect(saveWhereChosen(shell(join(folder, 'missing', 'list.csv')), FILE, ['x'])).rejects.toThrow();
    expect(readdirSync(folder)).toEqual([]);
  });
});
