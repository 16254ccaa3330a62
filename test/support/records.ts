import { type Commands, createCommands } from '../../src/main/engine/command/commands';
import { migrations } from '../../src/main/engine/database/migrations';
import type { LaboratoryDatabase } from '../../src/main/engine/database/open';
import { openLaboratory } from '../../src/main/engine/database/open';
import { randomIds } from '../../src/main/engine/system-clock';
import { type TestClock, testClock } from './engine';

export interface OpenRecords {
  readonly database: LaboratoryDatabase;
  readonly commands: Commands;
  readonly clock: TestClock;
  /** Tables told as changed, one entry a command. */
  readonly changed: string[][];
  readonly clockSteps: unknown[];
  readonly refusals: string[];
}

/** The real file with the real change wrapper, without people, jobs and wire. */
export function openRecords(folder: string): OpenRecords {
  const clock = testClock();
  const database = openLaboratory({ folder, migrations, now: new Date(clock.now()).toISOString() });
  const changed: string[][] = [];
  const clockSteps: unknown[] = [];
  const refusals: string[] = [];
  const commands = createCommands({
    database,
    clock,
    ids: randomIds,
    onChanged: (tables) => void changed.push([...tables]),
    onClockWentBack: (step) => void clockSteps.push(step),
    onStorageRefused: (kind) => void refusals.push(kind),
  });
  return { database, commands, clock, changed, clockSteps, refusals };
}

export const SYSTEM = { actor: null, permission: null } as const;

export const customerRow = (id: string, name = 'Cantonal police') => ({
  id,
  name,
  address: '',
  contact_person: '',
  email: '',
  phone: '',
  retired_at: null,
});
