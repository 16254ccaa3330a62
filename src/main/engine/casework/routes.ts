import { implement } from '@orpc/server';
import { casework } from '../../../contract/casework';
import type { EngineContext } from '../session/context';
import type { CaseworkService } from './service';

export function caseworkRoutes(service: CaseworkService) {
  const os = implement(casework).$context<EngineContext>();
  const { cases, exhibits, batches, results, components } = os;
  return os.router({
    cases: {
      list: cases.list.handler(({ input, context }) => service.cases.list(context.session.require(), input)),
      get: cases.get.handler(({ input, context }) => service.cases.get(context.session.require(), input.id)),
      create: cases.create.handler(({ input, context }) => service.cases.create(context.session.require(), input)),
      update: cases.update.handler(({ input, context }) => service.cases.update(context.session.require(), input)),
    },
    exhibits: {
      get: exhibits.get.handler(({ input, context }) => service.exhibits.get(context.session.require(), input.id)),
      create: exhibits.create.handler(({ input, context }) => service.exhibits.create(context.session.require(), input)),
      update: exhibits.update.handler(({ input, context }) => service.exhibits.update(context.session.require(), input)),
    },
    custody: { add: os.custody.add.handler(({ input, context }) => service.custody.add(context.session.require(), input)) },
    samples: { add: os.samples.add.handler(({ input, context }) => service.samples.add(context.session.require(), input)) },
    batches: {
      list: batches.list.handler(({ input, context }) => service.batches.list(context.session.require(), input)),
      get: batches.get.handler(({ input, context }) => service.batches.get(context.session.require(), input.id)),
      create: batches.create.handler(({ input, context }) => service.batches.create(context.session.require(), input)),
      judge: batches.judge.handler(({ input, context }) => service.batches.judge(context.session.require(), input)),
      addInjection: batches.addInjection.handler(({ input, context }) => service.injections.add(context.session.require(), input)),
      attachFile: batches.attachFile.handler(({ input, context }) => service.injections.attachFile(context.session.require(), input)),
      setRetentionTime: batches.setRetentionTime.handler(({ input, context }) =>
        service.injections.setRetentionTime(context.session.require(), input),
      ),
      spectrum: batches.spectrum.handler(({ input, context }) => service.injections.spectrum(context.session.require(), input.id)),
    },
    results: {
      recordColourTest: results.recordColourTest.handler(({ input, context }) =>
        service.colourTests.record(context.session.require(), input),
      ),
      reagents: results.reagents.handler(({ context }) => service.colourTests.reagents(context.session.require())),
      compare: results.compare.handler(({ input, context }) => service.comparisons.compare(context.session.require(), input)),
      voidResult: results.voidResult.handler(({ input, context }) => service.voiding.voidResult(context.session.require(), input)),
    },
    components: {
      propose: components.propose.handler(({ input, context }) => service.components.propose(context.session.require(), input)),
      withdraw: components.withdraw.handler(({ input, context }) => service.components.withdraw(context.session.require(), input)),
    },
    checklist: os.checklist.handler(({ input, context }) => service.checklist.checklist(context.session.require(), input.exhibitId)),
    deviations: {
      authorise: os.deviations.authorise.handler(({ input, context }) => service.deviations.authorise(context.session.require(), input)),
    },
    criteria: {
      get: os.criteria.get.handler(({ context }) => service.criteria.get(context.session.require())),
      adopt: os.criteria.adopt.handler(({ input, context }) => service.criteria.adopt(context.session.require(), input)),
    },
    conclusions: {
      draw: os.conclusions.draw.handler(({ input, context }) => service.conclusions.draw(context.session.require(), input)),
    },
  });
}
