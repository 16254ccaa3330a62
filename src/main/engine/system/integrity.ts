import type { Foundation } from '../foundation';
import { runThreadTask } from '../thread-task';
import type { SystemService } from './service';

/** Long enough after the start for a person to have signed in and searched. */
const AFTER_MILLISECONDS = 30_000;

/** Checks in a thread what opening left unchecked, as a job; damage ends the work with its own screen. */
export function scheduleIntegrityCheck({ database, jobs, threads, log }: Foundation, system: SystemService): () => void {
  if (database.checkedWhole) return () => undefined;
  const check = () =>
    jobs.start({ kind: 'integrity-check', subject: 'laboratory.sqlite', session: null, canCancel: true }, async ({ signal }) => {
      const { damage } = await runThreadTask<{ readonly file: string }, never, { readonly damage: string | null }>(
        threads.integrity(),
        { file: database.file },
        { signal },
      ).result;
      if (damage !== null) {
        log.write('error', 'laboratory.damaged', { damage });
        system.notices.add('integrity-damaged', { detail: damage });
        system.storageRefused('corrupt');
      }
      return { damage };
    });
  const timer = setTimeout(() => {
    check().catch((error: unknown) => log.write('error', 'integrity-check.not-started', { error: String(error) }));
  }, AFTER_MILLISECONDS).unref();
  return () => clearTimeout(timer);
}
