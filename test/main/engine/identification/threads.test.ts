import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredSearch } from '../../../../src/contract/identify';
import type { QuerySource } from '../../../../src/contract/search-method';
import type { ThreadMessage } from '../../../../src/main/engine/identification/searching/search-messages';
import type { Threads } from '../../../../src/main/engine/surroundings';
import {
  ADMINISTRATOR,
  type Client,
  setUpLaboratory,
  startEngine,
  type TestEngine,
  temporaryFolder,
  threadsOfSources,
} from '../../../support/engine';
import { endOfJob } from '../../../support/jobs';
import { inventedPeaks, writeMspFile } from '../../../support/msp';
import { kept, openFile } from '../../../support/opened';

const EVERYTHING = { collectionIds: [], ionisation: [], nominalMassFrom: null, nominalMassTo: null, formula: '' };
const SPECTRA = 6000;
const SCORES = ['ei-aliquot', 'ei-identity', 'ei-hybrid'] as const;

describe('search threads', () => {
  const folder = temporaryFolder();
  const files = temporaryFolder();
  let sources: Threads;
  let engine: TestEngine;
  let client: Client;
  let query: QuerySource;
  /** How many threads are yet to be ended at the moment they begin a search. */
  let deaths = 0;

  /** Search threads that can be made to die in the middle of a search. */
  function mortal(searchThreads: number): Threads {
    return {
      ...sources,
      searchThreads,
      librarySearch: () => {
        const worker = sources.librarySearch();
        const post = worker.postMessage.bind(worker);
        worker.postMessage = (message: ThreadMessage) => {
          const dies = message.kind === 'question' && message.request.kind === 'search' && deaths > 0;
          // A search this small may be over before the thread is: its answer is not heard.
          if (dies) worker.removeAllListeners('message');
          post(message);
          if (!dies) return;
          deaths -= 1;
          void worker.terminate();
        };
        return worker;
      },
    };
  }
  const start = async (searchThreads: number) => {
    engine = await startEngine(folder.path, { threads: mortal(searchThreads) });
    client = engine.window().client;
  };
  const restart = async (searchThreads: number) => {
    await engine.close();
    await start(searchThreads);
    await client.people.signIn({ signInName: ADMINISTRATOR.signInName, password: ADMINISTRATOR.password });
  };
  const search = (score: (typeof SCORES)[number] = 'ei-identity') =>
    client.identify.search({ query, method: { family: 'ei', score }, top: 20, filters: EVERYTHING });
  const listOf = ({ candidates }: StoredSearch) => candidates.map(({ spectrumKey, scores }) => [spectrumKey, scores]);
  const logged = (code: string) => engine.log.lines.filter((line) => line.code === code);

  beforeAll(async () => {
    sources = await threadsOfSources();
    await start(1);
    await setUpLaboratory(client);
    const records = Array.from({ length: SPECTRA }, (_, i) => ({
      name: `Invented ${i}`,
      fields: { Formula: i % 2 === 0 ? 'C22H28N2O' : 'C9H13N' },
      peaks: inventedPeaks(i),
    }));
    const facts = { name: 'Invented', source: '', licence: '', version: '', unstatedIonisation: 'EI', skipAlreadyHeld: false } as const;
    const { jobId } = await client.library.startImport({ token: engine.file(writeMspFile(files.path, 'library.msp', records)), ...facts });
    expect((await endOfJob(client, jobId)).state).toBe('finished');
    const unknown = writeMspFile(files.path, 'unknown.msp', [{ name: 'Unknown', peaks: inventedPeaks(SPECTRA + 3) }]);
    const file = await openFile(client, engine, unknown);
    query = kept(file);
  });
  afterAll(async () => {
    await engine.close();
    folder.remove();
    files.remove();
  });

  it('give the same list and scores after a restart and with another number of threads', async () => {
    const before = await Promise.all(SCORES.map(search));
    await restart(3);
    for (const stored of before) {
      expect(stored.candidates).toHaveLength(20);
      expect(await client.identify.rerun({ id: stored.id })).toEqual({
        ...{ same: true, snapshotHeld: true, libraryChanged: false, algorithmChanged: false, programChanged: false },
        differences: [],
      });
    }
    const now = await Promise.all(SCORES.map(search));
    expect(now.map(listOf)).toEqual(before.map(listOf));
  });

  it('answer any number of questions at a time', async () => {
    const one = listOf(await search());
    const many = await Promise.all(Array.from({ length: 12 }, () => search()));
    for (const stored of many) expect(listOf(stored)).toEqual(one);
  });

  it('repeat a search whose thread died in its middle, and refuse it when the next one dies, too', async () => {
    const whole = listOf(await search());
    deaths = 1;
    expect(listOf(await search())).toEqual(whole);
    expect(logged('search.thread-died').map(({ data }) => data)).toEqual([expect.objectContaining({ again: true })]);
    deaths = 2;
    await expect(search()).rejects.toMatchObject({ code: 'REFUSED', data: { code: 'identify.search-thread-died' } });
    expect(deaths).toBe(0);
    expect(listOf(await search())).toEqual(whole);
  });

  it('make an index anew whose file is damaged or of another version, and say so', async () => {
    const whole = listOf(await search());
    const indexes = join(folder.path, 'search-index');
    const [name] = readdirSync(indexes).filter((file) => file.endsWith('.ei-index'));
    const path = join(indexes, name ?? '');
    const altered = async (alter: (bytes: Buffer) => void) => {
      await engine.close();
      const bytes = readFileSync(path);
      alter(bytes);
      writeFileSync(path, bytes);
      await start(2);
      await client.people.signIn({ signInName: ADMINISTRATOR.signInName, password: ADMINISTRATOR.password });
      expect(listOf(await search())).toEqual(whole);
      return logged('search.index-made-again').map(({ data }) => data?.file);
    };
    const damage = (at: number) => (bytes: Buffer) => {
      bytes[at] = (bytes[at] ?? 0) ^ 1;
    };
    expect(await altered((bytes) => damage(bytes.length - 1000)(bytes))).toEqual(['damaged']);
    // What the header says is guarded as well.
    expect(await altered(damage(200))).toEqual(['damaged']);
    expect(await altered((bytes) => bytes.write('ALIQIX01'))).toEqual(['other-version']);
    expect(await altered(() => undefined)).toEqual([]);
  });
});
