import { implement } from '@orpc/server';
import { reports } from '../../../contract/reports';
import type { EngineContext } from '../session/context';
import type { ReportsService } from './service';

export function reportsRoutes(service: ReportsService) {
  const os = implement(reports).$context<EngineContext>();
  return os.router({
    list: os.list.handler(({ input, context }) => service.list(context.session.require(), input)),
    readiness: os.readiness.handler(({ input, context }) => service.readiness(context.session.require(), input)),
    draft: os.draft.handler(({ input, context }) => service.draft(context.session.require(), input)),
    open: os.open.handler(({ input, context }) => service.open(context.session.require(), input.id)),
    saveAs: os.saveAs.handler(({ input, context }) => service.saveAs(context.session.require(), input.id)),
  });
}
