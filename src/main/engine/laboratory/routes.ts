import { implement } from '@orpc/server';
import { laboratory } from '../../../contract/laboratory';
import type { EngineContext } from '../session/context';
import type { LaboratoryService } from './service';

export function laboratoryRoutes(service: LaboratoryService) {
  const os = implement(laboratory).$context<EngineContext>();
  const { customers, methods, instruments } = os;
  return os.router({
    get: os.get.handler(({ context }) => service.get(context.session.require())),
    update: os.update.handler(({ input, context }) => service.update(context.session.require(), input)),
    customers: {
      list: customers.list.handler(async ({ context }) => [...(await service.customers(context.session.require()))]),
      create: customers.create.handler(({ input, context }) => service.createCustomer(context.session.require(), input)),
      update: customers.update.handler(({ input, context }) => service.updateCustomer(context.session.require(), input)),
    },
    methods: {
      list: methods.list.handler(async ({ context }) => [...(await service.methods(context.session.require()))]),
      create: methods.create.handler(({ input, context }) => service.createMethod(context.session.require(), input)),
      revise: methods.revise.handler(({ input, context }) => service.reviseMethod(context.session.require(), input)),
    },
    instruments: {
      list: instruments.list.handler(async ({ context }) => [...(await service.instruments(context.session.require()))]),
      create: instruments.create.handler(({ input, context }) => service.createInstrument(context.session.require(), input)),
      update: instruments.update.handler(({ input, context }) => service.updateInstrument(context.session.require(), input)),
    },
  });
}
