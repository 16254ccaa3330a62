import { join, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFor } from '../../../src/main/shell/window-file';

const folder = join(sep, 'program', 'renderer');
const ask = (url: string) => fileFor(new URL(url), folder);

describe('the file behind app://aliquot', () => {
  it('is the page for the root and for every screen', () => {
    for (const path of ['/', '', '/cases/C-2026-0007', '/identify']) expect(ask(`app://aliquot${path}`)).toBe(join(folder, 'index.html'));
  });

  it('is the file itself for what has an ending', () => {
    expect(ask('app://aliquot/assets/index-1a.js?v=1#x')).toBe(join(folder, 'assets', 'index-1a.js'));
  });

  it.each([
    'app://other/index.html',
    'https://aliquot/index.html',
    'file:///etc/passwd.txt',
    'app://aliquot/%00.js',
    'app://aliquot/%E0%A4%A.js',
    'app://aliquot/..%2f..%2fsecret.js',
  ])('is nothing for %s', (url) => {
    expect(ask(url)).toBeUndefined();
  });

  it('never lies outside the folder', () => {
    const piece = fc.constantFrom('..', '.', '%2e%2e', '..%2f', '%2f', '..%5c', 'a', 'b.js', '%00', '~', '%25');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const file = ask(`app://aliquot/${pieces.join('/')}`);
        expect(file === undefined || file.startsWith(folder + sep)).toBe(true);
      }),
    );
  });
});
