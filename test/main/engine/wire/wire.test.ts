import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { eventIterator } from '@orpc/contract';
import { implement } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { base } from '../../../../src/contract/base';
import { role } from '../../../../src/contract/permissions';
import { expectedFailure } from '../../../../src/main/engine/failure-message';
import { refused } from '../../../../src/main/engine/failures';
import type { EngineContext } from '../../../../src/main/engine/session/context';
import { createSessions } from '../../../../src/main/engine/session/port-session';
import { randomIds } from '../../../../src/main/engine/system-clock';
import { createPortServer } from '../../../../src/main/engine/wire/port-server';
import { containsTypedArray } from '../../../../src/main/engine/wire/typed-arrays';
import {
  FOUNDATION_ALONE,
  setUpLaboratory,
  startEngine,
  type TestEngine,
  temporaryFolder,
  testClock,
  testLog,
} from '../../../support/engine';

const probe = {
  arrays: base.input(z.object({ size: z.int() })).output(z.object({ mz: z.instanceof(Float64Array), empty: z.instanceof(Float32Array) })),
  stream: base.output(eventIterator(z.object({ step: z.int(), peaks: z.instanceof(Float64Array).nullable() }))),
  failing: base.input(z.object({ how: z.enum(['rule', 'unexpected', 'bad-output', 'disk']) })).output(z.object({ n: z.int() })),
  failingStream: base.output(eventIterator(z.int())),
};
const contract = { probe };

describe('the wire', () => {
  const log = testLog();
  const aborted: string[] = [];
  const os = implement(contract).$context<EngineContext>();
  const router = {
    probe: {
      arrays: os.probe.arrays.handler(({ input }) => ({
        mz: Float64Array.from({ length: input.size }, (_, index) => index / 3),
        empty: new Float32Array(0),
      })),
      stream: os.probe.stream.handler(async function* ({ signal }) {
        try {
          yield { step: 1, peaks: null };
          yield { step: 2, peaks: Float64Array.of(1.5, Number.NaN, -0) };
          for (let step = 3; !signal?.aborted; step += 1) {
            await new Promise((resolve) => setTimeout(resolve, 2));
            yield { step, peaks: null };
          }
        } finally {
          aborted.push('stream');
        }
      }),
      failing: os.probe.failing.handler(({ input }) => {
        if (input.how === 'rule') throw refused('a.rule', { n: 1 });
        if (input.how === 'disk') throw Object.assign(new Error('no space'), { code: 'SQLITE_FULL' });
        if (input.how === 'bad-output') return { n: 1.5 };
        throw new Error('secret detail of the machine');
      }),
      failingStream: os.probe.failingStream.handler(async function* () {
        yield 1;
        throw refused('a.rule');
      }),
    },
  };
  const server = createPortServer((error) => expectedFailure(error, log, randomIds));
  server.serve(router);
  const sessions = createSessions({ clock: testClock(), idleMilliseconds: () => 60_000, onChange: () => undefined });
  let client: ContractRouterClient<typeof contract>;
  beforeEach(() => {
    const channel = new MessageChannel();
    server.upgrade(channel.port2, { session: sessions.open() });
    channel.port1.start();
    channel.port2.start();
    client = createORPCClient(
      new RPCLink({ port: channel.port1, experimental_transfer: (message) => (containsTypedArray(message) ? [] : null) }),
    );
    closeChannel = () => channel.port1.close();
  });
  let closeChannel: () => void = () => undefined;
  afterEach(() => closeChannel());

  it('carries typed arrays, small and large', async () => {
    const { mz, empty } = await client.probe.arrays({ size: 200_000 });
    expect(mz).toBeInstanceOf(Float64Array);
    expect(mz.length).toBe(200_000);
    expect(mz[199_999]).toBe(199_999 / 3);
    expect(empty).toEqual(new Float32Array(0));
  });

  it('streams values, some with typed arrays, until the window has enough', async () => {
    const seen: unknown[] = [];
    for await (const { step, peaks } of await client.probe.stream()) {
      seen.push(peaks === null ? step : [...peaks]);
      if (step === 4) break;
    }
    expect(seen).toEqual([1, [1.5, Number.NaN, -0], 3, 4]);
    await expect.poll(() => aborted).toEqual(['stream']);
  });

  it('ends a stream when its window goes away', async () => {
    aborted.length = 0;
    const stream = await client.probe.stream();
    expect((await stream.next()).value).toMatchObject({ step: 1 });
    closeChannel();
    await expect.poll(() => aborted).toEqual(['stream']);
  });

  it('gives expected failures as typed errors, in answers and in streams', async () => {
    const rule = { code: 'REFUSED', defined: true, data: { code: 'a.rule' } };
    await expect(client.probe.failing({ how: 'rule' })).rejects.toMatchObject(rule);
    await expect(client.probe.failing({ how: 'disk' })).rejects.toMatchObject({
      code: 'STORAGE',
      defined: true,
      data: { kind: 'disk-full' },
    });
    const seen: number[] = [];
    await expect(
      (async () => {
        for await (const value of await client.probe.failingStream()) seen.push(value);
      })(),
    ).rejects.toMatchObject(rule);
    expect(seen).toEqual([1]);
  });

  it.each(['unexpected', 'bad-output'] as const)('gives an unexpected failure a reference and nothing else: %s', async (how) => {
    const error: unknown = await client.probe.failing({ how }).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 'UNEXPECTED', defined: true, data: { reference: expect.stringMatching(/^\w{8}$/) } });
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(log.lines.at(-1)).toMatchObject({ code: 'unexpected', level: 'error' });
  });

  it('refuses malformed input before any service sees it', async () => {
    await expect(client.probe.failing({ how: 'nonsense' as 'rule' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('what windows are told', () => {
  const folder = temporaryFolder();
  let engine: TestEngine;
  beforeEach(async () => {
    engine = await startEngine(folder.path, FOUNDATION_ALONE);
  });
  afterEach(async () => {
    await engine.close();
    folder.remove();
  });

  it('is the state at once, then every change of it, and the names of tables that changed', async () => {
    const { client } = engine.window();
    const other = engine.window().client;
    const heard: unknown[] = [];
    const listening = (async () => {
      for await (const event of await other.system.watch()) {
        heard.push(event.type === 'state' ? event.state.phase : event.topics);
        if (event.type === 'changed' && event.topics.includes('customer')) return;
      }
    })();
    await expect.poll(() => heard).toEqual(['first-run']);
    await setUpLaboratory(client);
    await client.laboratory.customers.create({ name: 'Court', address: '', contactPerson: '', email: '', phone: '' });
    await listening;
    expect(heard[0]).toBe('first-run');
    expect(heard).toContain('sign-in');
    expect(heard).toContainEqual(['laboratory', 'person', 'recovery_code']);
    expect(heard.at(-1)).toEqual(['customer']);
  });

  it('is nothing more when the window has gone, and its session with it', async () => {
    const { client, close } = engine.window();
    await setUpLaboratory(client);
    close();
    const next = engine.window().client;
    expect((await next.system.state()).phase).toBe('sign-in');
  });

  it('marks the practice laboratory and shows its people, and only there', async () => {
    expect((await engine.window().client.system.state()).practicePeople).toEqual([]);
    await engine.close();
    folder.remove();
    engine = await startEngine(folder.path, { demo: true });
    const { client } = engine.window();
    const state = await client.system.state();
    expect(state).toMatchObject({ phase: 'sign-in', practice: true });
    for (const { signInName, password } of state.practicePeople) await client.people.signIn({ signInName, password });
    expect(new Set(state.practicePeople.flatMap(({ roles }) => roles))).toEqual(new Set(role.options));
  });
});
