import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { asStorageFailure } from './database/storage-failure';
import type { Shell } from './surroundings';

/**
 * Asks the person where to, and writes there what comes, in order; whoever is told that a file is saved may pull out the stick. The file is written
 * beside its place and put there whole: nobody finds half of it, and one that was there stays until then.
 * @returns where, null when the person closed the dialog
 * @throws what the source throws, when the half-written file is removed again; Failure STORAGE
 */
export async function saveWhereChosen(
  shell: Pick<Shell, 'saveDialog'>,
  file: { readonly suggestedName: string; readonly extension: string },
  parts: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): Promise<string | null> {
  const { suggestedName, extension } = file;
  const filters = extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
  const path = await shell.saveDialog({ suggestedName, filters });
  if (path === null) return null;
  const unfinished = `${path}.${randomUUID().slice(0, 8)}.part`;
  try {
    const handle = await open(unfinished, 'wx');
    try {
      for await (const part of parts) await handle.writeFile(part);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    // What failed first is what the person is told: a stick that was pulled out refuses this, too.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw asStorageFailure(error);
  }
  return path;
}
