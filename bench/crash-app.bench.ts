import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch } from '../test/e2e/support/launch';
import { ADMINISTRATOR, setUpLaboratory, temporaryFolder } from '../test/support/engine';
import {
  clientInPage,
  endAll,
  isEngine,
  lastLogLines,
  pageClientScript,
  processesUnder,
  tokenInPage,
  untilGone,
} from './crash/app-under-test';
import { findLossesAfterCleaning } from './crash/checks';
import { nothingAcknowledged, WORKLOADS } from './crash/workload';
import { mulberry32 } from './seeded-random';

const KILLS = Number(process.env.ALIQUOT_BENCH_KILLS ?? 100);
const SEED = Number(process.env.ALIQUOT_BENCH_SEED ?? 20261121);
const LONGEST_WORK_MILLISECONDS = 2000;
/** When the main process is gone the engine ends by itself; the folder is free again when it has. */
const ENDS_WITHIN_MILLISECONDS = 10_000;

/**
 * The same as crash.bench.ts on the built application: by turns the main process and the engine are killed with SIGKILL, the work goes
 * through the window's page, the preload and the shell.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const random = mulberry32(SEED);
  const folder = temporaryFolder('aliquot-crash-app-');
  const laboratory = join(folder.path, 'laboratory');
  const acknowledged = nothingAcknowledged();
  const found: string[] = [];
  const script = await pageClientScript();
  let slowestEnd = 0;
  let startsThatHung = 0;
  const open = () => launch({ args: ['--lab', laboratory], userData: join(folder.path, 'user') });
  const start = async () => {
    const { app, page } = await open().catch(async (error: unknown) => {
      // A start that hangs is told, with what the application logged; whether the laboratory is whole is seen at the next.
      startsThatHung += 1;
      print(`a start did not come up: ${String(error).split('\n')[0]}\n${lastLogLines(folder.path)}`);
      await endAll(folder.path);
      return open();
    });
    const main = app.process().pid;
    if (main === undefined) throw new Error('the application has no process');
    return { page, main, client: await clientInPage(page, script) };
  };
  const end = async (main: number) => {
    const began = performance.now();
    const pids = processesUnder(main).map(({ pid }) => pid);
    process.kill(main, 'SIGKILL');
    const left = await untilGone(pids, ENDS_WITHIN_MILLISECONDS);
    slowestEnd = Math.max(slowestEnd, performance.now() - began);
    if (left.length > 0) found.push(`${left.length} processes outlived the main process by ${ENDS_WITHIN_MILLISECONDS} ms`);
    for (const pid of left) process.kill(pid, 'SIGKILL');
  };
  try {
    const first = await start();
    await setUpLaboratory(first.client);
    await end(first.main);
    for (let kill = 1; kill <= KILLS; kill++) {
      const { page, main, client } = await start();
      const { phase, failure } = await client.system.state();
      if (phase !== 'sign-in') found.push(`after kill ${kill - 1}: the laboratory is ${phase}, ${JSON.stringify(failure)}`);
      found.push(...(await findLossesAfterCleaning(laboratory, acknowledged)).map((loss) => `after kill ${kill - 1}: ${loss}`));
      await client.people.signIn(ADMINISTRATOR);
      let over = false;
      const work = {
        client,
        acknowledged,
        random,
        scratch: join(folder.path, 'scratch'),
        token: (path: string) => tokenInPage(page, path),
        over: () => over,
      };
      const working = WORKLOADS.map((workload) =>
        workload(work).catch((error: unknown) => {
          if (!over) found.push(`before kill ${kill}: ${String(error)}`);
        }),
      );
      await sleep(random() * LONGEST_WORK_MILLISECONDS);
      over = true;
      const engine = kill % 2 === 0 ? processesUnder(main).find(({ command }) => isEngine(command)) : undefined;
      if (engine !== undefined) {
        process.kill(engine.pid, 'SIGKILL');
        await sleep(random() * 400);
      } else if (kill % 2 === 0) found.push(`before kill ${kill}: no engine process was found`);
      await end(main);
      await Promise.race([Promise.all(working), sleep(500)]);
    }
    const last = await start();
    found.push(...(await findLossesAfterCleaning(laboratory, acknowledged)).map((loss) => `at the end: ${loss}`));
    await end(last.main);
  } finally {
    folder.remove();
  }
  print(
    `seed ${SEED}: ${KILLS} times kill -9, ${Math.ceil(KILLS / 2)} of the main process, ${Math.floor(KILLS / 2)} of its engine first; all processes gone after ${Math.round(slowestEnd)} ms at most`,
  );
  print(
    `acknowledged: ${acknowledged.customers.size} customers, ${acknowledged.collections.size} imported collections, ${acknowledged.conclusions.size} conclusions on ${acknowledged.casework.number + 1} cases`,
  );
  print(`starts that hung and were made again: ${startsThatHung}`);
  print(found.length === 0 ? 'lost, half done, orphaned or not verifiable: nothing' : `FOUND ${found.length}:\n${found.join('\n')}`);
  if (found.length > 0) process.exitCode = 1;
}
