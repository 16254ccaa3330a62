import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Client, type TestEngine, temporaryFolder } from '../../../support/engine';
import { endOfJob } from '../../../support/jobs';
import { startPrepared } from '../../../support/prepared-laboratory';

const script = join(import.meta.dirname, '../../../../tools/verify/verify.mjs');

describe('rows of reference spectra', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  let client: Client;
  beforeEach(async () => {
    // The starter collection that ships is imported on the first start.
    ({ engine, client } = await startPrepared(folder.path));
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });
  const verify = async () => (await endOfJob(client, (await client.audit.verify()).jobId)).outcome;
  const verifyAlone = () => spawnSync(process.execPath, ['--no-warnings', script, folder.path], { encoding: 'utf8' });

  it('are part of what is verified, by the engine and by the script alone', async () => {
    expect(await verify()).toMatchObject({ difference: null });
    expect(verifyAlone()).toMatchObject({ status: 0, stdout: expect.stringMatching(/spectra [1-9]\d+/) });
    const handle = new BetterSqlite3(join(folder.path, 'laboratory.sqlite'));
    const { key, intensity } = handle
      .prepare<[], { key: number; intensity: Buffer }>('SELECT key, intensity FROM reference_spectrum_content LIMIT 1')
      .get()!;
    const altered = Buffer.from(intensity);
    altered.writeDoubleLE(altered.readDoubleLE(0) + 1, 0);
    handle.prepare('UPDATE reference_spectrum_content SET intensity = ? WHERE key = ?').run(altered, key);
    handle.close();
    expect(await verify()).toMatchObject({ difference: { kind: 'row', table: 'collection', column: 'rows_sha256' } });
    expect(verifyAlone()).toMatchObject({ status: 1, stdout: expect.stringContaining('are not those that were published') });
  });
});
