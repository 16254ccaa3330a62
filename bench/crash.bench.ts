import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ADMINISTRATOR, setUpLaboratory, temporaryFolder } from '../test/support/engine';
import { announce } from './crash/announced';
import { findLossesAfterCleaning } from './crash/checks';
import { startEngineProcess } from './crash/engine-under-test';
import { nothingAcknowledged, WORKLOADS } from './crash/workload';
import { mulberry32 } from './seeded-random';

const KILLS = Number(process.env.ALIQUOT_BENCH_KILLS ?? 100);
const SEED = Number(process.env.ALIQUOT_BENCH_SEED ?? 20261121);
/** The kill falls anywhere from the first moment of the start to so long after the work began. */
const LONGEST_WORK_MILLISECONDS = 1500;
/** Once in so many rounds the kill falls before the engine answers: during recovery, migration, sweeping. */
const KILL_IN_START_EVERY = 6;

/** Kills the engine process with SIGKILL at random moments during imports, casework and audited changes, and looks for what was lost. */
export async function run(print: (line: string) => void): Promise<void> {
  const random = mulberry32(SEED);
  const folder = temporaryFolder('aliquot-crash-');
  const laboratory = join(folder.path, 'laboratory');
  const acknowledged = nothingAcknowledged();
  const found: string[] = [];
  let inStart = 0;
  let checked = 0;
  try {
    await firstRun(laboratory);
    for (let kill = 1; kill <= KILLS; kill++) {
      const engine = await startEngineProcess(laboratory);
      if (kill % KILL_IN_START_EVERY === 0) {
        await Promise.race([engine.ready, sleep(random() * 600)]);
        await engine.kill();
        inStart += 1;
        continue;
      }
      if (!(await engine.ready)) throw new Error(`after kill ${kill - 1} the engine did not start`);
      found.push(...(await findLossesAfterCleaning(laboratory, acknowledged)).map((loss) => `after kill ${kill - 1}: ${loss}`));
      checked += 1;
      await engine.client.people.signIn(ADMINISTRATOR);
      let over = false;
      const work = {
        client: engine.client,
        acknowledged,
        random,
        scratch: join(folder.path, 'scratch'),
        token: async (path: string) => announce(laboratory, path),
        over: () => over,
      };
      const working = WORKLOADS.map((workload) =>
        workload(work).catch((error: unknown) => {
          if (!over) found.push(`before kill ${kill}: ${String(error)}`);
        }),
      );
      await sleep(random() * LONGEST_WORK_MILLISECONDS);
      over = true;
      await engine.kill();
      await Promise.race([Promise.all(working), sleep(200)]);
    }
    const last = await startEngineProcess(laboratory);
    if (!(await last.ready)) throw new Error('after the last kill the engine did not start');
    found.push(...(await findLossesAfterCleaning(laboratory, acknowledged)).map((loss) => `at the end: ${loss}`));
    await last.kill();
  } finally {
    folder.remove();
  }
  print(`seed ${SEED}: ${KILLS} times kill -9 of the engine, ${inStart} of them during its start; ${checked + 1} checks`);
  print(
    `acknowledged: ${acknowledged.customers.size} customers, ${acknowledged.collections.size} imported collections, ${acknowledged.conclusions.size} conclusions on ${acknowledged.casework.number + 1} cases`,
  );
  print(found.length === 0 ? 'lost, half done, orphaned or not verifiable: nothing' : `FOUND ${found.length}:\n${found.join('\n')}`);
  if (found.length > 0) process.exitCode = 1;
}

async function firstRun(laboratory: string): Promise<void> {
  const engine = await startEngineProcess(laboratory);
  if (!(await engine.ready)) throw new Error('the engine did not start');
  await setUpLaboratory(engine.client);
  await engine.kill();
}
