import type { Commands } from '../../command/commands';
import type { LaboratoryDatabase } from '../../database/open';

const AUTOMATIC_PAGES = 1000;
const importsUnderWay = new WeakMap<LaboratoryDatabase, number>();

/**
 * While the task runs, checkpoints are left to its thread: one made by a COMMIT of the engine would copy and sync what the import
 * wrote, some hundred milliseconds in which no window is answered.
 */
export async function leaveCheckpoints<T>(
  { commands, database }: { readonly commands: Commands; readonly database: LaboratoryDatabase },
  task: () => Promise<T>,
): Promise<T> {
  const count = (step: 1 | -1) =>
    commands.between(async () => {
      const underWay = (importsUnderWay.get(database) ?? 0) + step;
      importsUnderWay.set(database, underWay);
      const { handle } = database.writer;
      if (handle.open) handle.pragma(`wal_autocheckpoint = ${underWay > 0 ? 0 : AUTOMATIC_PAGES}`);
    });
  await count(1);
  try {
    return await task();
  } finally {
    await count(-1);
  }
}
