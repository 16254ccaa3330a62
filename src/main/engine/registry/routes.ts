import { implement } from '@orpc/server';
import { lots } from '../../../contract/lots';
import type { EngineContext } from '../session/context';
import type { RegistryService } from './service';

export function lotsRoutes(service: RegistryService) {
  const os = implement(lots).$context<EngineContext>();
  return os.router({
    list: os.list.handler(({ context }) => service.list(context.session.require())),
    get: os.get.handler(({ input, context }) => service.get(context.session.require(), input.id)),
    create: os.create.handler(({ input, context }) => service.create(context.session.require(), input)),
    update: os.update.handler(({ input, context }) => service.update(context.session.require(), input)),
  });
}
