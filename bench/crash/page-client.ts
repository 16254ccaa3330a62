import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';

/** Put into the application's page: a port of its own to the engine, made and handed over as the window makes its own. */
const { port1, port2 } = new MessageChannel();
const client: unknown = createORPCClient(new RPCLink({ port: port1 }));
port1.start();
window.postMessage({ type: 'aliquot:connect' }, window.location.origin, [port2]);

async function call(path: readonly string[], input: unknown): Promise<unknown> {
  // The client is a proxy that is a function at every step.
  let procedure = client as Record<string, unknown> & ((input: unknown) => Promise<unknown>);
  for (const name of path) procedure = procedure[name] as typeof procedure;
  return procedure(input);
}

Object.assign(globalThis, { callEngine: call });
