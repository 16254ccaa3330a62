// A reader of ordinary zip files (PKWARE APPNOTE 4.3): no zip64, no encryption. Enough for the one archive that set-up opens; Debian may have no unzip.
import { closeSync, fstatSync, mkdirSync, openSync, readSync, writeFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { inflateRawSync } from 'node:zlib';

const endOfCentralDirectory = 0x06054b50;
const centralEntry = 0x02014b50;

/**
 * @param {string} archive
 * @param {string} folder
 * @param {(name: string) => string | undefined} place the path under `folder` for an entry, or undefined to leave it out
 * @param {(done: number, total: number) => void} [progress] in bytes of the archive
 */
export function unzip(archive, folder, place, progress) {
  const file = openSync(archive, 'r');
  try {
    const size = fstatSync(file).size;
    const read = (/** @type {number} */ at, /** @type {number} */ length) => {
      const bytes = Buffer.alloc(length);
      if (readSync(file, bytes, 0, length, at) !== length) throw new Error(`${archive}: ends before byte ${at + length}`);
      return bytes;
    };
    const tailLength = Math.min(size, 65_557);
    const tail = read(size - tailLength, tailLength);
    let end = tail.length - 22;
    while (end >= 0 && tail.readUInt32LE(end) !== endOfCentralDirectory) end -= 1;
    if (end < 0) throw new Error(`${archive}: is not a zip file`);
    const directory = read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === centralEntry; ) {
      const nameLength = directory.readUInt16LE(at + 28);
      const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
      const entry = {
        method: directory.readUInt16LE(at + 10),
        packed: directory.readUInt32LE(at + 20),
        mode: directory.readUInt32LE(at + 38) >>> 16,
        header: directory.readUInt32LE(at + 42),
      };
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
      const target = name.endsWith('/') ? undefined : place(name);
      if (target === undefined) continue;
      if (normalize(target).startsWith('..')) throw new Error(`${archive}: ${name} leaves the folder`);
      const local = read(entry.header, 30);
      const data = read(entry.header + 30 + local.readUInt16LE(26) + local.readUInt16LE(28), entry.packed);
      if (entry.method !== 0 && entry.method !== 8) throw new Error(`${archive}: ${name} is packed by method ${entry.method}`);
      mkdirSync(dirname(join(folder, target)), { recursive: true });
      writeFileSync(join(folder, target), entry.method === 0 ? data : inflateRawSync(data), { mode: entry.mode & 0o777 || 0o644 });
      progress?.(entry.header, size);
    }
  } finally {
    closeSync(file);
  }
}
