import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { z } from 'zod';
import { type BackupManifest, backupManifest } from '../../../contract/backup';
import { syncFile, syncFolder } from '../database/durable';

export const MANIFEST = 'aliquot-backup.json';

/** Paths of a manifest that came from outside: inside the folder, and none of the ways out of it. */
const innerPath = z.string().regex(/^(laboratory\.sqlite|attachments\/[0-9a-f]{2}\/[0-9a-f]{62})$/);
export const checkedManifest = backupManifest.extend({
  files: z
    .array(z.object({ path: innerPath, size: z.int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }))
    .refine((files) => files.some(({ path }) => path === 'laboratory.sqlite'))
    .refine((files) => new Set(files.map(({ path }) => path)).size === files.length),
  damaged: z.array(innerPath.startsWith('attachments/')).default([]),
});

/** Where the bytes with a hash lie, in a laboratory and in a backup. */
export const attachmentPath = (hash: string): string => `attachments/${hash.slice(0, 2)}/${hash.slice(2)}`;

export const inFolder = (folder: string, innerPath: string): string => join(folder, innerPath.replaceAll('/', sep));

export async function hashFile(path: string, signal?: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk);
  return hash.digest('hex');
}

/** Copies to a new place and waits until the bytes are on the disk. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  syncFile(to);
}

/** Waits for the names of every folder that holds one of the files. */
export function syncFolders(folder: string, innerPaths: readonly string[]): void {
  for (const parent of new Set(innerPaths.map((path) => dirname(inFolder(folder, path))))) syncFolder(parent);
  syncFolder(folder);
}

/** Names of the files that are gone, are not what the manifest says, or are under another hash's name without the manifest saying so. */
export async function damagedFiles(folder: string, { files, damaged: before }: BackupManifest): Promise<string[]> {
  const damaged: string[] = [];
  for (const { path, size, sha256 } of files) {
    const misnamed = path !== 'laboratory.sqlite' && path !== attachmentPath(sha256) && !before.includes(path);
    const found = await stat(inFolder(folder, path)).catch(() => null);
    if (misnamed || found?.size !== size || (await hashFile(inFolder(folder, path))) !== sha256) damaged.push(path);
  }
  return damaged;
}
