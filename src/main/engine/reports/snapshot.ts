import { kyselyOn } from '../database/connection';
import type { LaboratoryDatabase } from '../database/open';
import type { Readable } from '../database/schema';

/** Runs reads that must all be of one moment: a connection of its own in one read transaction. */
export async function inSnapshot<T>(database: Pick<LaboratoryDatabase, 'openReader'>, reads: (read: Readable) => Promise<T>): Promise<T> {
  const handle = database.openReader();
  try {
    handle.exec('BEGIN');
    return await reads(kyselyOn(handle));
  } finally {
    if (handle.inTransaction) handle.exec('ROLLBACK');
    handle.close();
  }
}
