import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where a table goes: resources/ of the project, or the folder named on the command line (a test compares the two). */
export const DESTINATION = process.argv[2] ? pathToFileURL(`${resolve(process.argv[2])}/`) : new URL('../../resources/', import.meta.url);

/** The place of a file below the destination; its folder is made. */
export function destination(path) {
  const url = new URL(path, DESTINATION);
  mkdirSync(new URL('.', url), { recursive: true });
  return url;
}
