import { execFileSync } from 'node:child_process';
import { readFileSync, realpathSync } from 'node:fs';
import { sep } from 'node:path';

/** File systems that live on another computer: WAL needs shared memory, which they do not give (https://sqlite.org/wal.html §1). */
const NETWORK_TYPES: ReadonlySet<string> = new Set([
  'nfs', 'nfs4', 'cifs', 'smb', 'smb2', 'smb3', 'smbfs', 'afpfs', 'webdav', '9p', 'afs', 'ceph', 'glusterfs', 'lustre', 'ncpfs', 'gfs2', 'ocfs2',
  'fuse.sshfs', 'fuse.rclone', 'fuse.davfs', 'fuse.davfs2', 'fuse.glusterfs', 'fuse.ceph', 'fuse.s3fs', 'fuse.gvfsd-fuse', 'fuse.smbnetfs', 'fuse.curlftpfs', 'davfs',
]); // biome-ignore format: a list of names reads better in lines than one under the other

/** The octal escapes of mountinfo: space, tab, newline, backslash (proc(5)). */
const unescapeOctal = (field: string) =>
  field.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));

const contains = (mountPoint: string, path: string) =>
  mountPoint === '/' || path === mountPoint || path.startsWith(mountPoint.endsWith('/') ? mountPoint : `${mountPoint}/`);

/** The file system type of the innermost mount that holds the path, by the text of /proc/self/mountinfo. */
export function fileSystemType(mountInfo: string, path: string): string | null {
  let best: { readonly mountPoint: string; readonly type: string } | null = null;
  for (const line of mountInfo.split('\n')) {
    const [before, after] = line.split(' - ');
    const mountPoint = before?.split(' ')[4];
    const type = after?.split(' ')[0];
    if (mountPoint === undefined || type === undefined) continue;
    const at = unescapeOctal(mountPoint);
    // A later line of the same mount point covers an earlier one.
    if (contains(at, path) && (best === null || at.length >= best.mountPoint.length)) best = { mountPoint: at, type };
  }
  return best?.type ?? null;
}

/** The type of the innermost mount by the lines of macOS' `mount`: `//host/share on /Volumes/x (smbfs, nodev)`. Not yet tried on a Mac. */
export function fileSystemTypeOnMac(mountLines: string, path: string): string | null {
  let best: { readonly mountPoint: string; readonly type: string } | null = null;
  for (const line of mountLines.split('\n')) {
    const [, mountPoint, type] = /^.* on (.+) \(([^,)]+)/.exec(line) ?? [];
    if (mountPoint === undefined || type === undefined) continue;
    if (contains(mountPoint, path) && (best === null || mountPoint.length >= best.mountPoint.length)) best = { mountPoint, type };
  }
  return best?.type ?? null;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly mounts: () => string;
}

export const thisMachine: Machine = {
  platform: process.platform,
  mounts: () =>
    process.platform === 'darwin' ? execFileSync('/sbin/mount', { encoding: 'utf8' }) : readFileSync('/proc/self/mountinfo', 'utf8'),
};

/**
 * The network file system that an existing folder lies on, null when it is on a disk of this computer.
 * On Windows a UNC path is a share; a mapped drive letter resolves to its UNC path through realpath. Not yet tried on Windows.
 */
export function networkShareOf(folder: string, machine: Machine = thisMachine): string | null {
  const path = realpathSync.native(folder);
  if (machine.platform === 'win32') return path.startsWith('\\\\') && !path.startsWith('\\\\?\\') ? 'UNC' : null;
  const type =
    machine.platform === 'darwin'
      ? fileSystemTypeOnMac(machine.mounts(), path)
      : fileSystemType(machine.mounts(), path.replaceAll(sep, '/'));
  return type !== null && NETWORK_TYPES.has(type) ? type : null;
}
