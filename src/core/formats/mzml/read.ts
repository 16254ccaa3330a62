import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import type { ReadOptions } from '../read';
import { readXml } from '../xml/read-xml';
import { MzmlDocument } from './document';

/**
 * Reads mzML 1.0 and 1.1, indexed or not, as `FORMAT.md` beside this file describes it.
 * @returns one run, its scans and its chromatograms in file order: m/z unitless, times and intensities in the file's units; warnings; progress in bytes; a
 * refusal as last event when the file, or its end, cannot be read. Throws only what the source throws.
 */
export function* readMzml(source: ByteSource, { inflate }: ReadOptions): Generator<ReadEvent> {
  yield* readXml(source, (xml, log) => new MzmlDocument(xml, log, inflate));
}
