import { describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../src/renderer/charts/file-name';
import { libraryAddress } from '../../../src/renderer/screens/library/address';

describe('the address of the library', () => {
  it('drops what is none of it, so that an old address still opens the screen', () => {
    expect(libraryAddress.parse({ tab: 'spectra', spectrum: 12 })).toEqual({ tab: 'spectra', spectrum: 12 });
    expect(libraryAddress.parse({ tab: 'nothing', collection: '1', spectrum: -4 })).toEqual({});
  });
});

describe('names of saved files', () => {
  it('carry no sign that a file system refuses, and never nothing', () => {
    expect(fileNameOf('Peak 2 at 12.660 min, vial 12 [practice]')).toBe('Peak-2-at-12.660-min-vial-12-practice');
    expect(fileNameOf('../../etc/passwd')).toBe('etc-passwd');
    expect(fileNameOf('芬太尼')).toBe('芬太尼');
    expect(fileNameOf('///')).toBe('spectrum');
  });
});
