import { once } from 'node:events';
import { createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { writeMsp } from '../src/core/formats/msp/write';
import { ADMINISTRATOR, setUpLaboratory, startEngine, temporaryFolder } from '../test/support/engine';
import { endOfJob } from '../test/support/jobs';
import { opened, openFile } from '../test/support/opened';
import { FENTANYLS, mspFilesUnder, SWGDRUG, spectraOf } from './ei-library';
import { mulberry32 } from './seeded-random';

const SIZE = 100_000;
const SEED = 20_261_121;
const RUNS = 5;
const FILTERS = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };

/** A laboratory with 100,000 EI spectra is opened, someone signs in and searches at once; each step timed, a fresh engine every time. */
export async function run(print: (line: string) => void): Promise<void> {
  const [queryFile] = mspFilesUnder(FENTANYLS);
  if (!existsSync(SWGDRUG) || queryFile === undefined) {
    print(`not run: ${SWGDRUG} or ${FENTANYLS} is not there`);
    return;
  }
  const folder = temporaryFolder('aliquot-bench-');
  try {
    const msp = join(folder.path, 'replicas.msp');
    await writeReplicas(msp);
    await prepareLaboratory(folder.path, msp);
    print(`${SIZE} replicas with jitter of SWGDRUG spectra, seed ${SEED}; milliseconds, ${RUNS} runs`);
    print(
      `${'engine opened'.padStart(14)}${'signed in'.padStart(12)}${'first search'.padStart(14)}${'second'.padStart(10)}${'index ready'.padStart(13)}${'MB index'.padStart(10)}`,
    );
    for (let i = 0; i < RUNS; i++) print(await oneStart(folder.path, queryFile));
  } finally {
    folder.remove();
  }
}

async function oneStart(folder: string, queryFile: string): Promise<string> {
  const began = performance.now();
  const engine = await startEngine(folder);
  const started = performance.now();
  try {
    const { client } = engine.window();
    await client.people.signIn({ signInName: ADMINISTRATOR.signInName, password: ADMINISTRATOR.password });
    const signedIn = performance.now();
    const file = await openFile(client, engine, queryFile);
    const search = () =>
      client.identify.search({
        query: opened(file),
        method: { family: 'ei', score: 'ei-identity' },
        filters: FILTERS,
      });
    await search();
    const first = performance.now();
    await search();
    const second = performance.now();
    const ready = engine.log.lines.find(({ code }) => code === 'search.ready')?.data as { bytes: number; milliseconds: number } | undefined;
    const columns: readonly (readonly [number, number])[] = [
      [started - began, 14],
      [signedIn - started, 12],
      [first - signedIn, 14],
      [second - first, 10],
      [ready?.milliseconds ?? Number.NaN, 13],
      [(ready?.bytes ?? Number.NaN) / 1e6, 10],
    ];
    return columns.map(([value, width]) => value.toFixed(0).padStart(width)).join('');
  } finally {
    await engine.close();
  }
}

async function prepareLaboratory(folder: string, msp: string): Promise<void> {
  const engine = await startEngine(folder);
  try {
    const { client } = engine.window();
    await setUpLaboratory(client);
    const fields = { name: 'Replicas', source: '', licence: '', version: '', unstatedIonisation: 'EI', skipAlreadyHeld: false } as const;
    const { jobId } = await client.library.startImport({ token: engine.file(msp), ...fields });
    const job = await endOfJob(client, jobId);
    if (job.state !== 'finished') throw new Error(`the import ${job.state}: ${JSON.stringify(job.failure)}`);
  } finally {
    await engine.close();
  }
}

/** Each replica is a spectrum of the library with every intensity changed by up to a fifth. */
async function writeReplicas(path: string): Promise<void> {
  const random = mulberry32(SEED);
  const real = spectraOf(SWGDRUG);
  const out = createWriteStream(path);
  for (let i = 0; i < SIZE; i++) {
    const original = real[i % real.length];
    if (original === undefined) throw new Error('the library is empty');
    const intensity = original.intensity.map((value) => Math.max(1, Math.round(value * (0.8 + 0.4 * random()))));
    if (!out.write(`${writeMsp({ ...original, intensity })}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}
