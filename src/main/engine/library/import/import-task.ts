import type BetterSqlite3 from 'better-sqlite3';
import type { ByteSource } from '../../../../core/spectrum/byte-source';
import { openConnection } from '../../database/connection';
import { type ExaminationTally, examineCollection } from '../examination/examine-collection';
import { type ImportEnd, type ImportOptions, importSpectra } from './import-spectra';
import { removeImport } from './remove-import';

/** What the import thread is asked: to import a kept file, to remove imports that were never published, to examine what was imported. */
export type ImportRequest =
  | {
      readonly kind: 'import';
      readonly database: string;
      readonly path: string;
      readonly fileName: string;
      readonly options: ImportOptions;
    }
  | { readonly kind: 'remove'; readonly database: string; readonly importKeys: readonly number[] }
  | { readonly kind: 'examine'; readonly database: string; readonly collectionId: string };

export type ImportResult =
  | ImportEnd
  | { readonly type: 'removed'; readonly spectra: number }
  | { readonly type: 'examined'; readonly tally: ExaminationTally };
export interface ImportProgress {
  readonly bytes: number;
  readonly spectra: number;
}

/** A connection for bulk rows: what it writes need not be on the disk before it is published, and the publishing COMMIT waits for the whole log. */
export function openBulkConnection(database: string): BetterSqlite3.Database {
  const handle = openConnection(database, { queryOnly: false });
  handle.pragma('synchronous = NORMAL');
  handle.pragma('cache_size = -65536');
  // Checkpoints are made between transactions instead.
  handle.pragma('wal_autocheckpoint = 0');
  return handle;
}

const TELL_EVERY_MILLISECONDS = 200;

export function runImport(
  request: Extract<ImportRequest, { readonly kind: 'import' }>,
  source: ByteSource,
  hooks: { readonly cancelled: () => boolean; readonly progress: (progress: ImportProgress) => void },
): ImportEnd {
  const handle = openBulkConnection(request.database);
  let told = Number.NEGATIVE_INFINITY;
  try {
    return importSpectra(handle, source, request.options, {
      cancelled: hooks.cancelled,
      progress: (bytes, spectra) => {
        if (performance.now() - told < TELL_EVERY_MILLISECONDS) return;
        told = performance.now();
        hooks.progress({ bytes, spectra });
      },
    });
  } finally {
    closeBulkConnection(handle);
  }
}

export function runRemoval(database: string, importKeys: readonly number[]): number {
  const handle = openBulkConnection(database);
  try {
    return importKeys.reduce((removed, importKey) => removed + removeImport(handle, importKey), 0);
  } finally {
    closeBulkConnection(handle);
  }
}

/** @returns null when it was told to stop */
export function runExamination(
  request: Extract<ImportRequest, { readonly kind: 'examine' }>,
  hooks: { readonly cancelled: () => boolean; readonly progress: (progress: ImportProgress) => void },
): ExaminationTally | null {
  const handle = openBulkConnection(request.database);
  let told = Number.NEGATIVE_INFINITY;
  try {
    return examineCollection(handle, request.collectionId, {
      cancelled: hooks.cancelled,
      progress: (spectra) => {
        if (performance.now() - told < TELL_EVERY_MILLISECONDS) return;
        told = performance.now();
        hooks.progress({ bytes: 0, spectra });
      },
    });
  } finally {
    closeBulkConnection(handle);
  }
}

/** Leaves a short log behind, so that the engine's next COMMIT has nothing of this to copy. */
function closeBulkConnection(handle: BetterSqlite3.Database): void {
  handle.pragma('wal_checkpoint(PASSIVE)');
  handle.close();
}
