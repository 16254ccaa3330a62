import type { ByteSource } from '../spectrum/byte-source';
import type { FileFormat, ReadEvent } from '../spectrum/reading';
import { readJcamp } from './jcamp/read';
import { readMsp } from './msp/read';
import { recognise } from './recognise';

export interface ReadOptions {
  /** The format to read as. @default what `recognise` finds in the content */
  readonly format?: FileFormat;
}

const READERS: Readonly<Record<FileFormat, (source: ByteSource) => Generator<ReadEvent>>> = { msp: readMsp, 'jcamp-dx': readJcamp };

/**
 * Reads the mass spectra of a file of any known format.
 * @returns a generator of events in file order, see `ReadEvent`; leaving it early stops the reading. It never throws on content, only what the
 * storage behind `source` throws.
 */
export function* readSpectra(source: ByteSource, options: ReadOptions = {}): Generator<ReadEvent> {
  const format = options.format ?? recognise(source);
  if (typeof format === 'string') yield* READERS[format](source);
  else yield { type: 'refused', refusal: format };
}
