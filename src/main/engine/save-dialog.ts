import { open, rm } from 'node:fs/promises';
import { asStorageFailure } from './database/storage-failure';
import type { Shell } from './surroundings';

/**
 * Asks the person where to, and writes there what comes, in order; whoever is told that a file is saved may pull out the stick.
 * @returns where, null when the person closed the dialog
 * @throws what the source throws, when the half-written file is removed again; Failure STORAGE
 */
export async function saveWhereChosen(
  shell: Shell,
  file: { readonly suggestedName: string; readonly extension: string },
  parts: AsyncIterable<Uint8Array | string> | Iterable<Uint8Array | string>,
): Promise<string | null> {
  const { suggestedName, extension } = file;
  const filters = extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
  const path = await shell.saveDialog({ suggestedName, filters });
  if (path === null) return null;
  const handle = await open(path, 'w').catch((error: unknown) => {
    throw asStorageFailure(error);
  });
  try {
    for await (const part of parts) await handle.writeFile(part);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(path, { force: true });
    throw asStorageFailure(error);
  }
  await handle.close();
  return path;
}
