import { implement } from '@orpc/server';
import { system } from '../../../contract/system';
import type { EngineContext } from '../session/context';
import type { SystemService } from './service';

export function systemRoutes(service: SystemService) {
  const os = implement(system).$context<EngineContext>();
  return os.router({
    state: os.state.handler(({ context }) => service.state(context.session)),
    watch: os.watch.handler(({ context, signal }) => service.watch(context.session, signal)),
    dismissNotices: os.dismissNotices.handler(({ context }) => service.dismissNotices(context.session.require())),
    touch: os.touch.handler(({ context }) => context.session.touch()),
    setTitle: os.setTitle.handler(({ input }) => service.setTitle(input.title)),
  });
}
