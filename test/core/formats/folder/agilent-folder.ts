import type { OpenEntry } from '../../../../src/core/formats/folder/read-unit';
import type { FolderEntry } from '../../../../src/core/formats/folder/units';
import { memorySource } from '../../../../src/core/spectrum/byte-source';
import { encodeRun, type WrittenRun } from '../chemstation/ms-file';

/** A folder in memory, by path. */
export type MemoryFolder = Readonly<Record<string, Uint8Array>>;

export function entriesOf(folder: MemoryFolder): readonly FolderEntry[] {
  return Object.entries(folder).map(([path, bytes]) => ({ path, size: bytes.length }));
}

export function opener(folder: MemoryFolder): OpenEntry {
  return (path) => {
    const bytes = folder[path];
    if (bytes === undefined) throw new RangeError(`no ${path}`);
    return memorySource(path, bytes);
  };
}

export const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** A `.D` folder as MSD ChemStation leaves it. */
export function dotD(path: string, run: Partial<WrittenRun>, settings: Readonly<Record<string, string>> = {}): MemoryFolder {
  const lines = Object.entries(settings).map(([key, value]) => `${key}=${value}`);
  return {
    [`${path}/DATA.MS`]: encodeRun({
      scans: [
        {
          time: 1000,
          peaks: [
            [82, 100],
            [182, 40],
          ],
        },
      ],
      ...run,
    }),
    [`${path}/PRE_POST.INI`]: text(['[Sequence]', ...lines].join('\r\n')),
    [`${path}/acqmeth.txt`]: text(
      '   INSTRUMENT CONTROL PARAMETERS:    GCMS 3\r\n\r\n   C:\\msdchem\\1\\METHODS\\DRUGS_LONG_METHOD_NAME.M\r\n\r\n   Inj. Volume             : 1.0 uL\r\n',
    ),
  };
}
