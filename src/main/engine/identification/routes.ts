import { implement } from '@orpc/server';
import { identify } from '../../../contract/identify';
import type { EngineContext } from '../session/context';
import type { IdentificationService } from './service';
import { peaksOf, techniqueOf } from './unknown';

/** Of what is no mass spectrum. */
const NOT_ACQUIRED = { ionisation: 'unknown', msLevel: 0, precursorMz: null } as const;

export function identifyRoutes(service: IdentificationService) {
  const os = implement(identify).$context<EngineContext>();
  return os.router({
    query: os.query.handler(async ({ input, context }) => {
      const { unknown, warnings, offers } = await service.query(context.session.require(), input.query);
      const { mz, intensity } = peaksOf(unknown);
      const acquired = unknown.kind === 'trace' ? NOT_ACQUIRED : unknown;
      return {
        name: unknown.name,
        technique: techniqueOf(unknown),
        peaks: { mz: new Float64Array(mz), intensity: new Float64Array(intensity) },
        trace: unknown.kind === 'trace' ? unknown.trace : null,
        ionisation: acquired.ionisation,
        msLevel: acquired.msLevel,
        precursorMz: acquired.precursorMz,
        otherFields: [...unknown.otherFields],
        warnings: [...warnings],
        offers: [...offers],
      };
    }),
    search: os.search.handler(({ input, context }) => service.search(context.session.require(), input)),
    list: os.list.handler(({ input, context }) => service.list(context.session.require(), input)),
    get: os.get.handler(({ input, context }) => service.get(context.session.require(), input.id)),
    rerun: os.rerun.handler(({ input, context }) => service.rerun(context.session.require(), input.id)),
    candidate: os.candidate.handler(({ input, context }) => service.candidate(context.session.require(), input)),
    choose: os.choose.handler(({ input, context }) => service.choose(context.session.require(), input)),
    fit: os.fit.handler(({ input, context }) => service.fit(context.session.require(), input.searchId)),
    joint: os.joint.handler(({ input, context }) => service.joint(context.session.require(), input.exhibitId)),
    blind: os.blind.handler(({ context }) => service.blind(context.session.require())),
    setBlind: os.setBlind.handler(({ input, context }) => service.setBlind(context.session.require(), input.blind)),
    save: os.save.handler(({ input, context }) => service.save(context.session.require(), input)),
    reveal: os.reveal.handler(({ input, context }) => service.reveal(context.session.require(), input)),
  });
}
