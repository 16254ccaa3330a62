import { implement } from '@orpc/server';
import { jobs } from '../../../contract/jobs';
import type { EngineContext } from '../session/context';
import type { JobsService } from './service';

export function jobsRoutes(service: JobsService) {
  const os = implement(jobs).$context<EngineContext>();
  return os.router({
    list: os.list.handler(async ({ input, context }) => {
      context.session.require();
      return [...(await service.list(input.limit))];
    }),
    get: os.get.handler(({ input, context }) => {
      context.session.require();
      return service.get(input.id);
    }),
    watch: os.watch.handler(({ context, signal }) => {
      context.session.require();
      return service.watch(signal);
    }),
    cancel: os.cancel.handler(({ input, context }) => {
      context.session.require();
      return service.cancel(input.id);
    }),
  });
}
