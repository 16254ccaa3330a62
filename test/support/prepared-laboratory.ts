import { cpSync } from 'node:fs';
import type { EngineOptions } from '../../src/main/engine/engine';
import { ADMINISTRATOR, type Client, setUpLaboratory, startEngine, type TestEngine, testClock } from './engine';
import { onceARun } from './once-a-run';

/** Set up long before any day a test has: the clock of a laboratory must not go back. */
const SET_UP_AT = '2020-01-06T09:00:00.000Z';

const prepared = () =>
  onceARun('laboratory', async (folder) => {
    const engine = await startEngine(folder, { clock: testClock(SET_UP_AT) });
    await setUpLaboratory(engine.window().client);
    await engine.close();
  });

export interface PreparedLaboratory {
  readonly engine: TestEngine;
  /** A window in which the administrator, with every role, is signed in. */
  readonly client: Client;
}

/**
 * The engine over a laboratory that was set up before, in an empty folder. The first start of a laboratory reads the reference data, which takes
 * longer than most tests that only need one to work in: it is done once a run, by the engine itself, and copied.
 */
export async function startPrepared(folder: string, options: Partial<EngineOptions> = {}): Promise<PreparedLaboratory> {
  cpSync(await prepared(), folder, { recursive: true });
  const engine = await startEngine(folder, options);
  const { client } = engine.window();
  await client.people.signIn({ signInName: ADMINISTRATOR.signInName, password: ADMINISTRATOR.password });
  return { engine, client };
}
