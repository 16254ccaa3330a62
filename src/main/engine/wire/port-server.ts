import type { SupportedMessagePort } from '@orpc/client/message-port';
import type { Router } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { StandardRPCHandler } from '@orpc/server/standard';
import type { Failure } from '../failures';
import type { EngineContext } from '../session/context';
import { mapFailures } from './failure-interceptor';
import { containsTypedArray } from './typed-arrays';

export type EngineRouter = Router<Record<never, never>, EngineContext>;

export interface PortServer {
  /** Which routes answer from now on, on every port. */
  serve(router: EngineRouter): void;
  upgrade(port: SupportedMessagePort, context: EngineContext): void;
}

/** Answers on ports with the routes of the moment: after a restore other services answer on the same port. */
export function createPortServer(expected: (error: unknown) => Failure): PortServer {
  const handlerOf = (router: EngineRouter) =>
    new StandardRPCHandler<EngineContext>(router, { clientInterceptors: [mapFailures(expected)] });
  let current = handlerOf({});
  const front = new RPCHandler<EngineContext>(
    {},
    {
      experimental_transfer: (message) => (containsTypedArray(message) ? [] : null),
      rootInterceptors: [({ request, context, prefix }) => current.handle(request, { context, prefix })],
    },
  );
  return {
    serve: (router) => {
      current = handlerOf(router);
    },
    upgrade: (port, context) => front.upgrade(port, { context }),
  };
}
