import { implement } from '@orpc/server';
import { validation } from '../../../contract/validation';
import type { EngineContext } from '../session/context';
import type { ValidationService } from './service';

export function validationRoutes(service: ValidationService) {
  const os = implement(validation).$context<EngineContext>();
  return os.router({
    state: os.state.handler(({ context }) => service.state(context.session.require())),
    start: os.start.handler(({ input, context }) => service.start(context.session.require(), input.collectionId)),
    accept: os.accept.handler(({ input, context }) => service.accept(context.session.require(), input.id, input.reason)),
    withdraw: os.withdraw.handler(({ input, context }) => service.withdraw(context.session.require(), input.reason)),
  });
}
