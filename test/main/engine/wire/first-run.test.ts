import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ADMINISTRATOR, setUpLaboratory, startEngine, type TestEngine, temporaryFolder } from '../../../support/engine';

describe('a first run over the wire', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  beforeEach(async () => {
    engine = await startEngine(folder.path);
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });

  it('goes from the wizard to a signed-in administrator, and a new window begins signed out', async () => {
    const { client } = engine.window();
    expect((await client.system.state()).phase).toBe('first-run');
    const { recoveryCode } = await setUpLaboratory(client);
    expect(recoveryCode).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}$/);
    const state = await client.system.state();
    expect(state).toMatchObject({ phase: 'signed-in', failure: null, laboratoryName: 'Test laboratory', person: { signInName: 'anna' } });

    const second = engine.window().client;
    expect((await second.system.state()).phase).toBe('sign-in');
    await expect(second.laboratory.customers.list()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      defined: true,
      data: { locked: false },
    });
    await second.people.signIn(ADMINISTRATOR);
    expect(await second.laboratory.customers.list()).toEqual([]);
  });
});
