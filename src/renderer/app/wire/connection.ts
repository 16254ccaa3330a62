import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { createObservable } from '../observable';
import { EngineLost, isAbort } from './engine-lost';
import { containsTypedArray } from './typed-arrays';

interface Connection {
  readonly link: RPCLink<ClientContext>;
  /** Rejects when the engine is lost, so that nothing waits for an answer that cannot come. */
  readonly lost: Promise<never>;
  readonly lose: () => void;
}

export type EngineLink =
  | { readonly phase: 'connected'; readonly generation: number }
  | { readonly phase: 'lost'; readonly generation: number; readonly code: string };

/** Whether the engine is there; `generation` counts the connections of this window. */
export const engineLink = createObservable<EngineLink>({ phase: 'connected', generation: 0 });

function connect(): Connection {
  const channel = new MessageChannel();
  window.postMessage({ type: 'aliquot:connect' }, window.location.origin, [channel.port2]);
  const link = new RPCLink<ClientContext>({
    port: channel.port1,
    experimental_transfer: (message) => (containsTypedArray(message) ? [] : null),
  });
  channel.port1.start();
  let lose = (): void => undefined;
  const lost = new Promise<never>((_, reject) => {
    lose = () => reject(new EngineLost());
  });
  lost.catch((error: unknown) => console.warn('connection ended', error));
  return { link, lost, lose: () => lose() };
}

let current: Connection | undefined;

function connection(): Connection {
  current ??= connect();
  return current;
}

/** Offers the shell a new port; a stopped engine is started again. */
export function reconnect(): void {
  current?.lose();
  current = connect();
  engineLink.set(({ generation }) => ({ phase: 'connected', generation: generation + 1 }));
}

window.aliquot.onEngineLost(({ code, restarting }) => {
  current?.lose();
  if (restarting) reconnect();
  else engineLink.set(({ generation }) => ({ phase: 'lost', generation, code }));
});

/** The link of the client: the connection of the moment, never an old one. */
export const engineCalls: ClientLink<ClientContext> = {
  call: (path, input, options) => {
    const { link, lost } = connection();
    // A port that closes aborts what waits on it; to whoever asked that is a lost engine, unless they gave up themselves.
    const answer = link.call(path, input, options).catch((error: unknown) => {
      throw isAbort(error) && options.signal?.aborted !== true ? new EngineLost() : error;
    });
    return Promise.race([answer, lost]);
  },
};
