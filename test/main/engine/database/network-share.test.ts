import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { fileSystemType, fileSystemTypeOnMac, type Machine, networkShareOf } from '../../../../src/main/engine/database/network-share';

const mountInfo = [
  '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
  '30 22 0:25 / /mnt/lab\\040share rw,relatime shared:2 - cifs //server/lab rw,vers=3.0',
  '31 22 0:26 / /home rw - nfs4 server:/home rw',
  '32 31 8:2 / /home/local rw - xfs /dev/sdb rw',
  '33 22 0:27 / /media/sshfs rw - fuse.sshfs user@host: rw',
  '34 22 0:28 / /over rw - ext4 /dev/sdc rw',
  '35 22 0:29 / /over rw - smb3 //server/over rw',
].join('\n');

describe('a folder on another computer', () => {
  it.each([
    ['/var/lib/lab', 'ext4'],
    ['/mnt/lab share/lab', 'cifs'],
    ['/mnt/lab sharer', 'ext4'],
    ['/home/anna/lab', 'nfs4'],
    ['/home/local/lab', 'xfs'],
    ['/media/sshfs', 'fuse.sshfs'],
    ['/over/lab', 'smb3'],
  ])('%s lies on %s', (path, type) => {
    expect(fileSystemType(mountInfo, path)).toBe(type);
  });

  it('is seen on a Mac by the lines of mount', () => {
    const lines = ['/dev/disk3s1 on / (apfs, sealed, local)', '//anna@server/lab on /Volumes/Lab (1) (smbfs, nodev, nosuid)'].join('\n');
    expect(fileSystemTypeOnMac(lines, '/Volumes/Lab (1)/aliquot')).toBe('smbfs');
    expect(fileSystemTypeOnMac(lines, '/Users/anna')).toBe('apfs');
  });

  it('is refused, and a disk of this computer is not', () => {
    const linux = (type: string): Machine => ({ platform: 'linux', mounts: () => `1 0 8:1 / / rw - ${type} /dev/x rw` });
    expect(networkShareOf(tmpdir(), linux('nfs'))).toBe('nfs');
    expect(networkShareOf(tmpdir(), linux('btrfs'))).toBeNull();
    expect(networkShareOf(tmpdir())).toBeNull();
  });
});
