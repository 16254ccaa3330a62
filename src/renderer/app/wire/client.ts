import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { contract } from '../../../contract';
import { engineCalls } from './connection';

/** Everything the engine answers, typed by the contract. Screens use `api`; this is for what is no query: streams, keep-alive. */
export const client: ContractRouterClient<typeof contract> = createORPCClient(engineCalls);

/** Query and mutation options per use-case: `useQuery(api.people.list.queryOptions())`, `useAction(api.people.create.mutationOptions(), …)`. */
export const api = createTanstackQueryUtils(client);
