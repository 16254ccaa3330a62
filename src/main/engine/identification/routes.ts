import { implement } from '@orpc/server';
import { identify } from '../../../contract/identify';
import type { EngineContext } from '../session/context';
import type { IdentificationService } from './service';

export function identifyRoutes(service: IdentificationService) {
  const os = implement(identify).$context<EngineContext>();
  return os.router({
    openFile: os.openFile.handler(({ input, context, signal }) => service.openFile(context.session.require(), input.token, signal)),
    query: os.query.handler(async ({ input, context }) => {
      const { name, mz, intensity, ionisation, otherFields } = await service.query(context.session.require(), input.query);
      const peaks = { mz: new Float64Array(mz), intensity: new Float64Array(intensity) };
      return { name, peaks, ionisation, otherFields: [...otherFields] };
    }),
    search: os.search.handler(({ input, context }) => service.search(context.session.require(), input)),
    list: os.list.handler(({ input, context }) => service.list(context.session.require(), input)),
    get: os.get.handler(({ input, context }) => service.get(context.session.require(), input.id)),
    rerun: os.rerun.handler(({ input, context }) => service.rerun(context.session.require(), input.id)),
    candidate: os.candidate.handler(({ input, context }) => service.candidate(context.session.require(), input)),
    choose: os.choose.handler(({ input, context }) => service.choose(context.session.require(), input)),
    reveal: os.reveal.handler(({ input, context }) => service.reveal(context.session.require(), input)),
  });
}
