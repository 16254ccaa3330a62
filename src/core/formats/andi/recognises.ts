import type { FileHead } from '../file-head';

/** netCDF: `CDF` and the version of its layout. Versions that are not read are refused by the reader, with their name. */
export function recognisesAndi(head: FileHead): boolean {
  const [c, d, f, version] = head.bytes;
  return c === 0x43 && d === 0x44 && f === 0x46 && (version === 1 || version === 2 || version === 5);
}
