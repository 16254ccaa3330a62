import type { ByteSource } from '../../spectrum/byte-source';
import type { ReadEvent } from '../../spectrum/reading';
import type { ReadOptions } from '../read';
import { readXml } from '../xml/read-xml';
import { MzdataDocument } from './document';

/**
 * Reads mzData 1.05 as `FORMAT.md` beside this file describes it.
 * @returns one run and its scans in file order: m/z unitless, times in the file's unit, intensities as written; warnings; progress in bytes; a refusal as
 * last event when the file, or its end, cannot be read. Throws only what the source throws.
 */
export function* readMzdata(source: ByteSource, { inflate }: ReadOptions): Generator<ReadEvent> {
  yield* readXml(source, (xml, log) => new MzdataDocument(xml, log, inflate));
}
