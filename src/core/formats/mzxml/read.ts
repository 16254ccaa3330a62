import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import type { ReadOptions } from '../read';
import { readXml } from '../xml/read-xml';
import { MzxmlDocument } from './document';

/**
 * Reads mzXML 1 to 3.2 as `FORMAT.md` beside this file describes it.
 * @returns a run for each `msRun` and its scans in file order: m/z unitless, times in seconds, intensities as written; warnings; progress in bytes; a
 * refusal as last event when the file, or its end, cannot be read. Throws only what the source throws.
 */
export function* readMzxml(source: ByteSource, { inflate }: ReadOptions): Generator<ReadEvent> {
  yield* readXml(source, (xml, log) => new MzxmlDocument(xml, log, inflate));
}
