import { implement } from '@orpc/server';
import { substances } from '../../../contract/substances';
import type { EngineContext } from '../session/context';
import type { SubstancesService } from './service';

export function substancesRoutes(service: SubstancesService) {
  const os = implement(substances).$context<EngineContext>();
  const { control } = os;
  return os.router({
    search: os.search.handler(({ input, context }) => service.search(context.session.require(), input)),
    get: os.get.handler(({ input, context }) => service.get(context.session.require(), input.id)),
    create: os.create.handler(({ input, context }) => service.create(context.session.require(), input)),
    update: os.update.handler(({ input, context }) => service.update(context.session.require(), input)),
    addName: os.addName.handler(({ input, context }) => service.addName(context.session.require(), input)),
    control: {
      header: control.header.handler(({ context }) => service.control.header(context.session.require())),
      list: control.list.handler(({ input, context }) => service.control.list(context.session.require(), input)),
      update: control.update.handler(({ input, context }) => service.control.update(context.session.require(), input)),
      verify: control.verify.handler(({ input, context }) => service.control.verify(context.session.require(), input)),
    },
  });
}
