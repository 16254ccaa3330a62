import type { Foundation } from '../../foundation';
import type { JobHandle } from '../../jobs/service';
import { runThreadTask } from '../../thread-task';
import type { ImportProgress, ImportRequest, ImportResult } from '../import/import-task';
import { leaveCheckpoints } from '../import/leave-checkpoints';
import type { ImportDependencies } from '../import-job';
import type { ExaminationTally } from './examine-collection';

type Dependencies = Pick<Foundation, 'commands' | 'clock' | 'database' | 'threads'> & Pick<ImportDependencies, 'threadStarted'>;

/** Examines a collection in a thread and writes down what came of it. */
export async function examineInThread(
  dependencies: Dependencies,
  collection: { readonly id: string; readonly spectra: number },
  handle: JobHandle,
): Promise<ExaminationTally> {
  const { commands, clock, database, threads, threadStarted } = dependencies;
  const { result, gone } = runThreadTask<ImportRequest, ImportProgress, ImportResult>(
    threads.libraryImport(),
    { kind: 'examine', database: database.file, collectionId: collection.id },
    {
      signal: handle.signal,
      onProgress: ({ spectra }) => handle.progress({ done: spectra, total: collection.spectra, unit: 'records' }),
    },
  );
  threadStarted(gone);
  const end = await leaveCheckpoints(dependencies, () => result);
  if (end.type !== 'examined') throw new Error(`the examination thread answered ${end.type}`);
  const { tally } = end;
  const row = {
    examined_at: new Date(clock.now()).toISOString(),
    version: tally.version,
    grades_json: JSON.stringify(tally.grades),
    findings_json: JSON.stringify(tally.findings),
  };
  await commands.bookkeep((query) =>
    query
      .insertInto('library_examination')
      .values({ collection_id: collection.id, ...row })
      .onConflict((conflict) => conflict.column('collection_id').doUpdateSet(row))
      .execute(),
  );
  return tally;
}
