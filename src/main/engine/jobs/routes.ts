import { implement } from '@orpc/server';
import { jobs } from '../../../contract/jobs';
import type { EngineContext } from '../session/context';
import type { JobsService } from './service';

export function jobsRoutes(service: JobsService) {
  const os = implement(jobs).$context<EngineContext>();
  return os.router({
    list: os.list.handler(async ({ input, context }) => [...(await service.list(context.session.require(), input.limit))]),
    get: os.get.handler(({ input, context }) => service.get(context.session.require(), input.id)),
    watch: os.watch.handler(({ context, signal }) => service.watch(context.session.require(), context.session.until(signal))),
    cancel: os.cancel.handler(({ input, context }) => service.cancel(context.session.require(), input.id)),
  });
}
