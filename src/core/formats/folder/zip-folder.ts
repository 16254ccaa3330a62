import type { ByteSource } from '../../spectrum/byte-source';
import { listEntries } from '../zip/entries';
import type { FolderEntry } from './units';

/**
 * Looks into a zip as into a dropped folder; nothing is unpacked.
 * @returns its files, those that can never be unpacked with the reason
 * @throws Refused when the archive itself is damaged or of a kind that is not read
 */
export function zipFolder(source: ByteSource): readonly FolderEntry[] {
  return listEntries(source).map(({ name, size, fault }) => ({ path: name, size, ...(fault === undefined ? {} : { fault }) }));
}
