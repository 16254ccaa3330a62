import type { ZipEntry } from '../../src/core/formats/zip/entries';
import { inflateSteps } from '../../src/core/formats/zip/inflate';
import type { ByteSource } from '../../src/core/spectrum/byte-source';

/** Unpacks an entry in one go. @throws Refused as `inflateSteps` */
export function inflateEntry(source: ByteSource, entry: ZipEntry, most: number): Uint8Array {
  const steps = inflateSteps(source, entry, most);
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}
