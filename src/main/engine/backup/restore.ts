import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BackupManifest } from '../../../contract/backup';
import { syncFolder } from '../database/durable';
import { type FolderLock, lockFolder } from '../database/folder-lock';
import { migrations } from '../database/migrations';
import { OpeningFailure } from '../database/opening-failure';
import { refused } from '../failures';
import { requireWhole } from './copy';
import { checkedManifest, copyDurably, damagedFiles, inFolder, MANIFEST, syncFolders } from './files';

/**
 * The manifest of a backup's folder.
 *
 * @throws Failure REFUSED `backup.not-one` without a readable manifest, `backup.newer` when a newer program made it
 */
export async function readManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch(() => null);
  const parsed = text === null ? null : checkedManifest.safeParse(parseJson(text));
  if (parsed === null || !parsed.success) throw refused('backup.not-one', { folder: basename(folder) });
  const newest = migrations.at(-1)?.number ?? 0;
  if (parsed.data.schemaVersion > newest) throw refused('backup.newer', { file: parsed.data.schemaVersion, program: newest });
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Copies a backup beside the laboratory folder and checks every byte of the copy, and that it is a whole laboratory; nothing that is in
 * use is touched.
 *
 * @returns the folder of the copy
 * @throws Failure REFUSED `backup.damaged` when a file is not what the manifest says, and what requireWhole throws
 */
export async function stageRestore(
  backupFolder: string,
  manifest: BackupManifest,
  laboratoryFolder: string,
  stamp: string,
): Promise<string> {
  const staged = join(dirname(laboratoryFolder), `${basename(laboratoryFolder)}.restoring-${stamp}`);
  await mkdir(staged);
  try {
    for (const { path } of manifest.files) await copyDurably(inFolder(backupFolder, path), inFolder(staged, path));
    const damaged = await damagedFiles(staged, manifest);
    if (damaged.length > 0) throw refused('backup.damaged', { count: damaged.length, first: damaged[0] ?? '' });
    requireWhole(staged, manifest);
    syncFolders(
      staged,
      manifest.files.map(({ path }) => path),
    );
    return staged;
  } catch (error) {
    await rm(staged, { recursive: true, force: true });
    throw error;
  }
}

/** Where the folder that is there now will be. */
export const keptFolder = (laboratoryFolder: string, stamp: string): string =>
  join(dirname(laboratoryFolder), `${basename(laboratoryFolder)}.kept-${stamp}`);

/**
 * Puts the checked copy in the laboratory's place; what was there stays beside it under a dated name. The laboratory must be closed.
 *
 * @throws Failure REFUSED `backup.folder-in-use` when another program holds the folder; whatever the renaming says, after the folder
 *   that was there has been put back
 */
export async function swapIn(staged: string, laboratoryFolder: string, stamp: string): Promise<string> {
  const kept = keptFolder(laboratoryFolder, stamp);
  const lock = lockForSwap(laboratoryFolder);
  try {
    // Windows renames no folder with an open file in it, and so guards it by itself against a program that has just opened it.
    if (process.platform === 'win32') lock.release();
    await rename(laboratoryFolder, kept);
    try {
      await rename(staged, laboratoryFolder);
    } catch (error) {
      await rename(kept, laboratoryFolder);
      throw error;
    }
  } finally {
    if (process.platform !== 'win32') lock.release();
  }
  syncFolder(dirname(laboratoryFolder));
  return kept;
}

function lockForSwap(folder: string): FolderLock {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof OpeningFailure) throw refused('backup.folder-in-use');
    throw error;
  }
}
