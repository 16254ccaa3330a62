import { implement } from '@orpc/server';
import { audit } from '../../../contract/audit';
import type { EngineContext } from '../session/context';
import type { AuditService } from './service';

export function auditRoutes(service: AuditService) {
  const os = implement(audit).$context<EngineContext>();
  return os.router({
    list: os.list.handler(async ({ input, context }) => {
      const { events, total } = await service.list(context.session.require(), input);
      return { events: [...events], total };
    }),
    head: os.head.handler(({ context }) => {
      context.session.require();
      return service.head();
    }),
    verify: os.verify.handler(({ context }) => service.verify(context.session.require())),
  });
}
