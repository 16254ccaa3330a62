import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, setUpLaboratory, startEngine, type TestEngine, temporaryFolder } from '../test/support/engine';
import { endOfJob } from '../test/support/jobs';
import { SWGDRUG } from './ei-library';
import { convertMassBank } from './massbank-to-msp';

const MASSBANK = '../shared/data/ms/massbank.jsonl.gz';

type Print = (line: string) => void;

/**
 * Imports SWGDRUG 3.9 and then all of MassBank through the engine's own wire, while a window keeps asking for its state and now and
 * then saves a customer. Engine and window share one process here, so that a stall of either shows in the delay of the event loop.
 */
export async function run(print: Print): Promise<void> {
  const folder = temporaryFolder('aliquot-bench-');
  const engine = await startEngine(folder.path);
  try {
    const { client } = engine.window();
    await setUpLaboratory(client);
    await measureIdle(print, client);
    if (existsSync(SWGDRUG)) await measureImport(print, engine, client, SWGDRUG, 'SWGDRUG 3.9');
    else print(`not run: ${SWGDRUG} is not there`);
    if (!existsSync(MASSBANK)) {
      print(`not run: ${MASSBANK} is not there`);
      return;
    }
    const msp = join(folder.path, 'massbank.msp');
    await convertMassBank(MASSBANK, msp);
    await measureImport(print, engine, client, msp, 'MassBank');
    await measureLists(print, client);
    await measureCancel(print, engine, client, msp);
  } finally {
    await engine.close();
    folder.remove();
  }
}

async function importFile(engine: TestEngine, client: Client, file: string, name: string): Promise<string> {
  const { jobId } = await client.library.startImport({
    token: engine.file(file),
    name,
    source: '',
    licence: '',
    version: '',
    unstatedIonisation: 'EI',
    skipAlreadyHeld: false,
  });
  return jobId;
}

/** What a save costs here while nothing else happens: the disk's own share. */
async function measureIdle(print: Print, client: Client): Promise<void> {
  const writes: number[] = [];
  for (let turn = 0; turn < 30; turn++) writes.push(await milliseconds(() => saveCustomer(client, turn)));
  print(`idle: saving calls  ${quantiles(writes)}`);
}

const saveCustomer = (client: Client, turn: number) =>
  client.laboratory.customers.create({ name: `Customer ${turn}`, address: '', contactPerson: '', email: '', phone: '' });

async function measureImport(print: Print, engine: TestEngine, client: Client, file: string, name: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  const reads: number[] = [];
  const writes: number[] = [];
  let highest = 0;
  let over = false;
  const before = process.memoryUsage().rss;
  delay.enable();
  const began = performance.now();
  const ended = importFile(engine, client, file, name).then((jobId) => endOfJob(client, jobId));
  const watching = (async () => {
    for (let turn = 0; !over; turn++) {
      reads.push(await milliseconds(() => client.library.collections()));
      if (turn % 10 === 0) writes.push(await milliseconds(() => saveCustomer(client, turn)));
      highest = Math.max(highest, process.memoryUsage().rss);
      await sleep(20);
    }
  })();
  const job = await ended;
  const seconds = (performance.now() - began) / 1000;
  over = true;
  await watching;
  delay.disable();
  const outcome = JSON.stringify(job.outcome, (key, value: unknown) => (key === 'warnings' ? undefined : value));
  print(`${name}: ${(statSync(file).size / 1e6).toFixed(0)} MB, ${job.state} in ${seconds.toFixed(2)} s, ${outcome}`);
  print(`  reading calls     ${quantiles(reads)}`);
  print(`  saving calls      ${quantiles(writes)}`);
  print(
    `  event loop delay  median ${(delay.percentile(50) / 1e6).toFixed(1)}  p99 ${(delay.percentile(99) / 1e6).toFixed(1)}  most ${(delay.max / 1e6).toFixed(1)} ms`,
  );
  print(`  memory            ${((highest - before) / 1e6).toFixed(0)} MB over ${(before / 1e6).toFixed(0)} MB before`);
  for (const { code, data } of engine.log.lines.filter((line) => line.code === 'library.imported'))
    print(`  ${code} ${JSON.stringify(data)}`);
}

const LISTS = ['fentanyl', 'in', '吗啡', '437-38-7', 'PJMPHNIQZUBGLI', 'C22H28N2O', 'acid methyl', 'MSBNK-AAFC', 'x'];

async function measureLists(print: Print, client: Client): Promise<void> {
  print('name search over all of it: milliseconds (spectra found)');
  for (const text of LISTS) {
    let total = 0;
    const taken = await milliseconds(async () => {
      total = (await client.library.spectra({ text, limit: 200 })).total;
    });
    print(`  ${text.padEnd(16)} ${taken.toFixed(1).padStart(8)}  (${total})`);
  }
  for (const sort of ['name', 'nominalMass', 'formula', 'collectionName'] as const)
    print(
      `  all by ${sort.padEnd(14)} ${(await milliseconds(() => client.library.spectra({ sort, offset: 60_000, limit: 200 }))).toFixed(1)} from 60,000 on`,
    );
}

async function measureCancel(print: Print, engine: TestEngine, client: Client, file: string): Promise<void> {
  const jobId = await importFile(engine, client, file, 'to be cancelled');
  const ended = endOfJob(client, jobId);
  await sleep(4000);
  const began = performance.now();
  await client.jobs.cancel({ id: jobId });
  const { state } = await ended;
  print(`cancelled after 4 s: ${state} within ${(performance.now() - began).toFixed(0)} ms`);
}

async function milliseconds(task: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await task();
  return performance.now() - began;
}

function quantiles(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(1);
  return `median ${at(0.5)}  p99 ${at(0.99)}  most ${at(1)} ms of ${values.length}`;
}
