import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { errorCode } from './database/storage-failure';
import { Failure } from './failures';
import type { Files, FilesAndFolders } from './surroundings';

/**
 * The same files, `path` for only those that are files: a folder cannot be read, a device or a pipe would be read without end.
 *
 * @throws Failure (from `path`) UNREADABLE_FILE `not-a-file`, and `not-readable` for what is gone
 */
export function regularFiles(files: Files): FilesAndFolders {
  return {
    entry: files.path,
    path: async (token) => {
      const path = await files.path(token);
      const fileName = basename(path);
      const found = await stat(path).catch((error: unknown) => {
        throw new Failure('UNREADABLE_FILE', { fileName, code: 'not-readable', params: { code: errorCode(error) } }, error);
      });
      if (!found.isFile()) throw new Failure('UNREADABLE_FILE', { fileName, code: 'not-a-file', params: { file: fileName } });
      return path;
    },
  };
}
