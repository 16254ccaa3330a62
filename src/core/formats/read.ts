import type { ByteSource } from '../spectrum/byte-source';
import type { FileFormat, ReadEvent } from '../spectrum/reading';
import type { DelimitedLayout } from './delimited-text/layout';
import type { Inflate } from './mzml/inflate';
import { recognise } from './recognise';
import { FORMATS } from './registry';

export interface ReadOptions {
  /** The format to read as. @default what `recognise` finds in the content */
  readonly format?: FileFormat;
  /** How columns of numbers are laid out, as a person corrected it. @default what `detectLayout` finds */
  readonly layout?: DelimitedLayout;
  /** Unpacks arrays of numbers that are packed with zlib, where the process has something faster than ours. @default `Inflater` */
  readonly inflate?: Inflate;
}

/**
 * Reads what a file of any known format holds: mass spectra, curves, runs.
 * @returns a generator of events in file order, see `ReadEvent`; leaving it early stops the reading. It never throws on content, only what the
 * storage behind `source` throws.
 */
export function* readMeasurements(source: ByteSource, options: ReadOptions = {}): Generator<ReadEvent> {
  const format = options.format ?? recognise(source);
  if (typeof format !== 'string') {
    yield { type: 'refused', refusal: format };
    return;
  }
  const reader = FORMATS.find(({ id }) => id === format);
  if (reader === undefined) throw new RangeError(`No reader of ${format}`);
  yield* reader.read(source, options);
}
