import { Failure } from '../failures';

export type StorageFailureKind = 'corrupt' | 'read-only' | 'disk-full' | 'busy';

const byCode: readonly (readonly [prefix: string, kind: StorageFailureKind])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  // In WAL mode these come from growing the -shm or -wal file; https://sqlite.org/rescode.html#ioerr_shmsize.
  ['SQLITE_IOERR_SHMSIZE', 'disk-full'],
  ['SQLITE_CORRUPT', 'corrupt'],
  ['SQLITE_NOTADB', 'corrupt'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
];

/** The code that SQLite or the system gave with an error, '' when it gave none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** What an error of SQLite or of the file system says about the storage; null when it says nothing about it. */
export function storageFailureKind(error: unknown): StorageFailureKind | null {
  const code = errorCode(error);
  return byCode.find(([prefix]) => code.startsWith(prefix))?.[1] ?? null;
}

/** The same error, as the contract's STORAGE failure when it is one. */
export function asStorageFailure(error: unknown): unknown {
  const kind = storageFailureKind(error);
  return kind === null ? error : new Failure('STORAGE', { kind }, error);
}
