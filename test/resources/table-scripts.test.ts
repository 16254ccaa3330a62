import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sharedDataIsHere } from './read-resource';

const root = fileURLToPath(new URL('../../', import.meta.url));
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aliquot-tables-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script of tools/reference-data into an empty folder and compares every file it writes with the committed one. */
function remade(script: string): readonly string[] {
  execFileSync(process.execPath, [join(root, 'tools/reference-data', script), folder], { cwd: root });
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  for (const file of files)
    expect(readFileSync(join(folder, file), 'utf8'), file).toBe(readFileSync(join(root, 'resources', file), 'utf8'));
  return files;
}

// Two of them read 123,000 records each: far from instant on a busy machine.
describe('the scripts of the tables make what is committed', { timeout: 180_000 }, () => {
  it('names', () => {
    expect(remade('substance-names.mjs')).toEqual(['substance-names/names.json']);
  });

  it('practice spectra, injections and library', () => {
    expect(remade('practice-spectra.mjs')).toHaveLength(29);
  });

  it('control list', ({ skip }) => {
    if (!sharedDataIsHere('remaking the control list')) skip('no ../shared/data');
    expect(remade('control-list.mjs')).toEqual(['control-list/international-control.json']);
  });

  it('starter list', ({ skip }) => {
    if (!sharedDataIsHere('remaking the starter list')) skip('no ../shared/data');
    expect(remade('starter-ions.mjs')).toEqual(['starter-ions/principal-ei-ions.json']);
  });
});
