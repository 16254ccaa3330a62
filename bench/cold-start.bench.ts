import { once } from 'node:events';
import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { writeMsp } from '../src/core/formats/msp/write';
import { chooseFile } from '../test/e2e/pages/files';
import { launch } from '../test/e2e/support/launch';
import { ADMINISTRATOR, setUpLaboratory, startEngine, temporaryFolder } from '../test/support/engine';
import { endOfJob } from '../test/support/jobs';
import { SWGDRUG, spectraOf } from './ei-library';
import { mulberry32 } from './seeded-random';

const SPECTRA = 100_000;
const STARTS = 7;
const SEED = 20261121;

/**
 * Starts the built application on a laboratory with 100,000 EI spectra (replicas of SWGDRUG with jitter) and measures from spawn to a
 * focused sign-in, then from the click on "Sign in" to the first answered search. Playwright's own attaching is in the numbers.
 */
export async function run(print: (line: string) => void): Promise<void> {
  if (!existsSync(SWGDRUG)) {
    print(`not run: ${SWGDRUG} is not there`);
    return;
  }
  const folder = temporaryFolder('aliquot-bench-');
  try {
    const laboratory = join(folder.path, 'laboratory');
    await fillLaboratory(laboratory, join(folder.path, 'library.msp'), print);
    const starts: number[] = [];
    const searches: number[] = [];
    for (let turn = 0; turn < STARTS; turn++) {
      const began = performance.now();
      const aliquot = await launch({ args: ['--lab', laboratory] });
      const signIn = aliquot.page.getByLabel('Sign-in name');
      await signIn.waitFor();
      await aliquot.page.waitForFunction(() => document.activeElement instanceof HTMLInputElement);
      starts.push(performance.now() - began);
      searches.push(await firstSearch(aliquot.page));
      await aliquot.close();
    }
    print(`cold start to a focused sign-in, ${SPECTRA} spectra, ${STARTS} starts: ${quantiles(starts)} (goal: median under 1500 ms)`);
    print(`from "Sign in" to the first answered search: ${quantiles(searches)} (goal: under 2000 ms)`);
  } finally {
    folder.remove();
  }
}

/** Signs in, opens Identify, gives it a file of one spectrum, and waits for the first candidate. */
async function firstSearch(page: Awaited<ReturnType<typeof launch>>['page']): Promise<number> {
  await page.getByLabel('Sign-in name').fill(ADMINISTRATOR.signInName);
  await page.getByLabel('Password', { exact: true }).fill(ADMINISTRATOR.password);
  const began = performance.now();
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('link', { name: 'Identify' }).click();
  await chooseFile(page, resolve('resources/practice/spectra/query-one-peak.jdx'));
  await page.getByRole('listbox', { name: 'Candidates' }).getByRole('option').first().waitFor();
  return performance.now() - began;
}

/** A laboratory with the spectra imported through the engine's own wire. */
async function fillLaboratory(folder: string, msp: string, print: (line: string) => void): Promise<void> {
  const random = mulberry32(SEED);
  const originals = spectraOf(SWGDRUG);
  const out = createWriteStream(msp);
  for (let index = 0; index < SPECTRA; index++) {
    const original = originals[index % originals.length];
    if (original === undefined) throw new Error(`${SWGDRUG} holds no spectrum`);
    const intensity = original.intensity.map((value) => Math.max(1, Math.round(value * (0.8 + 0.4 * random()))));
    const replica = { ...original, identity: { ...original.identity, name: `${original.identity.name} ${index}` }, intensity };
    if (!out.write(`${writeMsp(replica)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
  const engine = await startEngine(folder);
  const { client } = engine.window();
  await setUpLaboratory(client);
  const began = performance.now();
  const { jobId } = await client.library.startImport({
    token: engine.file(msp),
    name: 'Replicas',
    source: '',
    licence: '',
    version: '',
    unstatedIonisation: 'EI',
    skipAlreadyHeld: false,
  });
  const job = await endOfJob(client, jobId);
  if (job.state !== 'finished') throw new Error(`the import ended as ${job.state}: ${JSON.stringify(job.failure)}`);
  print(`seed ${SEED}: ${SPECTRA} spectra imported in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  // A laboratory that has searched once has its index in a file; it is written behind the import.
  const index = join(folder, 'search-index');
  while (!existsSync(index) || readdirSync(index).every((name) => name.endsWith('.new'))) await sleep(200);
  await engine.close();
}

function quantiles(values: readonly number[]): string {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
  return `median ${at(0.5)} ms, least ${at(0)}, most ${at(1)}`;
}
