import { implement } from '@orpc/server';
import { batches } from '../../../contract/batches';
import type { EngineContext } from '../session/context';
import type { BatchesService } from './service';

export function batchesRoutes(service: BatchesService) {
  const os = implement(batches).$context<EngineContext>();
  return os.router({
    start: os.start.handler(({ input, context }) => service.start(context.session.require(), input)),
    list: os.list.handler(({ input, context }) => service.list(context.session.require(), input)),
    get: os.get.handler(({ input, context }) => service.get(context.session.require(), input.id)),
    rows: os.rows.handler(({ input, context }) => service.rows(context.session.require(), input)),
    save: os.save.handler(({ input, context }) => service.save(context.session.require(), input)),
  });
}
