import { implement } from '@orpc/server';
import { measurements } from '../../../contract/measurements';
import type { EngineContext } from '../session/context';
import type { MeasurementsService } from './service';

export function measurementsRoutes(service: MeasurementsService) {
  const os = implement(measurements).$context<EngineContext>();
  return os.router({
    chooseFolder: os.chooseFolder.handler(({ context }) => service.chooseFolder(context.session.require())),
    open: os.open.handler(({ input, context, signal }) =>
      service.open(context.session.require(), input.tokens, context.session.until(signal)),
    ),
    files: os.files.handler(({ input, context }) => service.files(context.session.require(), input)),
    file: os.file.handler(({ input, context }) => service.file(context.session.require(), input.id)),
    items: os.items.handler(({ input, context }) => service.items(context.session.require(), input)),
    item: os.item.handler(({ input, context, signal }) => service.item(context.session.require(), input, signal)),
    reread: os.reread.handler(({ input, context }) => service.reread(context.session.require(), input.id, input.layout)),
    batch: os.batch.handler(({ input, context }) => service.batch(context.session.require(), input.id)),
    sequence: os.sequence.handler(({ input, context }) => service.sequence(context.session.require(), input.batchId)),
    scan: os.scan.handler(({ input, context }) => service.scan(context.session.require(), input)),
    averagedScan: os.averagedScan.handler(({ input, context, signal }) => service.averagedScan(context.session.require(), input, signal)),
    extractedIons: os.extractedIons.handler(({ input, context, signal }) =>
      service.extractedIons(context.session.require(), input, signal),
    ),
    saveChain: os.saveChain.handler(({ input, context }) => service.saveChain(context.session.require(), input)),
    chains: os.chains.handler(({ input, context }) => service.chains(context.session.require(), input)),
    saveExport: os.saveExport.handler(({ input, context }) => service.saveExport(context.session.require(), input)),
    saveOriginal: os.saveOriginal.handler(({ input, context }) => service.saveOriginal(context.session.require(), input.id)),
  });
}
