import type { BinaryFile } from '../binary/binary-file';

/** What a block is, by its key. Other keys (100, 101, 105, 106, 384) are not understood. */
export const KEY = { header: 2, values: 3, comment: 4, history: 27, sampleScan: 102, backgroundScan: 103, title: 107, extra: 130 } as const;

export interface OmnicBlock {
  readonly key: number;
  readonly at: number;
  readonly length: number;
}

const COUNT_AT = 294;
const DIRECTORY = 304;
const ENTRY = 16;

/** The blocks in the order of the directory. @throws Refused when the directory does not fit in the file */
export function readDirectory(file: BinaryFile): readonly OmnicBlock[] {
  const count = file.view(COUNT_AT, 2, 'header').getUint16(0, true);
  const view = file.view(DIRECTORY, ENTRY * count, 'directory');
  return Array.from({ length: count }, (_, i) => ({
    key: view.getUint16(ENTRY * i, true),
    at: view.getUint32(ENTRY * i + 2, true),
    length: view.getUint32(ENTRY * i + 6, true),
  }));
}

/** The blocks of each spectrum: those from one header block up to the next. */
export function bySpectrum(blocks: readonly OmnicBlock[]): readonly (readonly OmnicBlock[])[] {
  const spectra: OmnicBlock[][] = [];
  for (const block of blocks) {
    if (block.key === KEY.header) spectra.push([block]);
    else spectra.at(-1)?.push(block);
  }
  return spectra;
}
