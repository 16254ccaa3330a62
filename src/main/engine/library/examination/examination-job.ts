import type { Foundation } from '../../foundation';
import type { JobHandle } from '../../jobs/service';
import type { Session } from '../../session/access';
import { runThreadTask } from '../../thread-task';
import type { ImportProgress, ImportRequest, ImportResult } from '../import/import-task';
import { leaveCheckpoints } from '../import/leave-checkpoints';
import type { ImportDependencies } from '../import-job';
import type { ExaminationTally } from './examine-collection';

type Dependencies = Pick<Foundation, 'commands' | 'database' | 'threads'> & Pick<ImportDependencies, 'threadStarted'>;

/** Examines a collection in a thread and records what came of it. `session` is null for the engine's own work behind an import. */
export async function examineInThread(
  dependencies: Dependencies,
  collection: { readonly id: string; readonly spectra: number },
  session: Session | null,
  handle: JobHandle,
): Promise<ExaminationTally> {
  const { commands, database, threads, threadStarted } = dependencies;
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
  await commands.run({ actor: session, permission: 'library.import', action: 'library.examine' }, async (change) => {
    await change.insert('library_examination', {
      id: change.newId(),
      collection_id: collection.id,
      examined_at: change.now,
      version: tally.version,
      grades_json: JSON.stringify(tally.grades),
      findings_json: JSON.stringify(tally.findings),
    });
    change.subject({ type: 'collection', id: collection.id });
  });
  return tally;
}
