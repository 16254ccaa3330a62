import type BetterSqlite3 from 'better-sqlite3';
import { readMeasurements } from '../../../../core/formats/read';
import type { ByteSource } from '../../../../core/spectrum/byte-source';
import type { Ionisation } from '../../../../core/spectrum/mass-spectrum';
import type { ReadWarning, Refusal } from '../../../../core/spectrum/reading';
import { curvesRow } from '../curves-row';
import { RowsDigest } from '../rows-digest';
import { searchedNames, spectrumRow } from '../spectrum-row';
import { createRowWriter, type PreparedSpectrum, prepared } from './row-writer';
import { shortTransactions } from './short-transactions';

export interface ImportOptions {
  readonly importKey: number;
  readonly unstatedIonisation: Ionisation;
  readonly skipAlreadyHeld: boolean;
}

export interface ImportHooks {
  /** Asked at least every 100 ms of work. */
  readonly cancelled: () => boolean;
  readonly progress: (bytes: number, spectra: number) => void;
}

/** What an import that read its file to the end has written. */
export interface ImportTally {
  readonly imported: number;
  readonly alreadyHeld: number;
  readonly leftOut: number;
  readonly rowsSha256: string;
  /** The first ones; `warningTotal` counts all. */
  readonly warnings: readonly ReadWarning[];
  readonly warningTotal: number;
  readonly longestTransactionMilliseconds: number;
}

export type ImportEnd =
  | { readonly type: 'read'; readonly tally: ImportTally }
  | { readonly type: 'refused'; readonly refusal: Refusal }
  | { readonly type: 'cancelled' };

const KEPT_WARNINGS = 200;
/** A checkpoint between two transactions, while nobody waits for the write lock: else the engine's next COMMIT finds a long log to copy and sync. */
const CHECKPOINT_EVERY_TRANSACTIONS = 6;

/**
 * Reads a file and writes its spectra under an unpublished import, in short transactions. What it has written when it is refused or
 * cancelled stays, invisible, until `removeImport`.
 */
export function importSpectra(handle: BetterSqlite3.Database, source: ByteSource, options: ImportOptions, hooks: ImportHooks): ImportEnd {
  const writer = createRowWriter(handle);
  const transactions = shortTransactions(handle);
  const digest = new RowsDigest();
  const warnings: ReadWarning[] = [];
  let pending: PreparedSpectrum[] = [];
  let transactionCount = 0;
  let warningTotal = 0;
  let imported = 0;
  let alreadyHeld = 0;

  const flush = () => {
    if (pending.length === 0) return;
    const batch = pending;
    pending = [];
    transactions.run(batch.length, () => {
      for (const spectrum of batch) writer.write(options.importKey, imported++, spectrum);
    });
    transactionCount++;
    if (transactionCount % CHECKPOINT_EVERY_TRANSACTIONS === 0) handle.pragma('wal_checkpoint(PASSIVE)');
  };

  const warn = (warning: ReadWarning) => {
    warningTotal++;
    if (warnings.length < KEPT_WARNINGS) warnings.push(warning);
  };

  for (const event of readMeasurements(source)) {
    if (hooks.cancelled()) return { type: 'cancelled' };
    switch (event.type) {
      case 'spectrum':
      case 'curves': {
        const row = event.type === 'curves' ? curvesRow(event.curves) : spectrumRow(event.spectrum, options.unstatedIonisation);
        const names = searchedNames(event.type === 'curves' ? event.curves : event.spectrum);
        const held = writer.isHeld(row.content_sha256);
        if (held) alreadyHeld++;
        if (held && options.skipAlreadyHeld) break;
        digest.add(row);
        pending.push(prepared(row, names));
        if (pending.length >= transactions.size) flush();
        break;
      }
      case 'run':
        // A run is no reference spectrum: what is wanted of it is taken from the opened file.
        warn({ code: 'part-unused', at: event.at, params: { record: event.run.identity.name, part: 'run', ...event.at } });
        break;
      case 'warning':
        warn(event.warning);
        break;
      case 'progress':
        hooks.progress(event.bytes, imported + pending.length);
        break;
      case 'refused':
        return { type: 'refused', refusal: event.refusal };
    }
  }
  flush();
  return {
    type: 'read',
    tally: {
      imported,
      alreadyHeld,
      leftOut: options.skipAlreadyHeld ? alreadyHeld : 0,
      rowsSha256: digest.end(),
      warnings,
      warningTotal,
      longestTransactionMilliseconds: transactions.longest,
    },
  };
}
