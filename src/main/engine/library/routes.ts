import { implement } from '@orpc/server';
import { library } from '../../../contract/library';
import type { EngineContext } from '../session/context';
import type { LibraryService } from './service';

/** @param substanceOf the laboratory's substance that a reference spectrum shows, by its identifiers */
export function libraryRoutes(
  service: LibraryService,
  substanceOf: (identifiers: { readonly inchikey: string | null; readonly cas: string | null }) => Promise<string | null>,
) {
  const os = implement(library).$context<EngineContext>();
  return os.router({
    collections: os.collections.handler(({ context }) => service.collections(context.session.require())),
    preview: os.preview.handler(({ input, context, signal }) =>
      service.preview(context.session.require(), input.token, context.session.until(signal)),
    ),
    startImport: os.startImport.handler(({ input, context }) => service.startImport(context.session.require(), input)),
    spectra: os.spectra.handler(({ input, context }) => service.spectra(context.session.require(), input)),
    spectrum: os.spectrum.handler(async ({ input, context }) => {
      const found = await service.spectrum(context.session.require(), input.key);
      return { ...found, substanceId: await substanceOf(found) };
    }),
    updateCollection: os.updateCollection.handler(({ input, context }) => service.updateCollection(context.session.require(), input)),
    createCollection: os.createCollection.handler(({ input, context }) => service.createCollection(context.session.require(), input)),
    addSpectrum: os.addSpectrum.handler(({ input, context }) => service.addSpectrum(context.session.require(), input)),
    correctSpectrum: os.correctSpectrum.handler(({ input, context }) => service.correctSpectrum(context.session.require(), input)),
    retireSpectrum: os.retireSpectrum.handler(({ input, context }) =>
      service.retireSpectrum(context.session.require(), input.key, input.reason),
    ),
    saveSpectra: os.saveSpectra.handler(({ input, context }) => service.saveSpectra(context.session.require(), input)),
    saveOriginal: os.saveOriginal.handler(({ input, context }) => service.saveOriginal(context.session.require(), input.key)),
    examine: os.examine.handler(({ input, context }) => service.examine(context.session.require(), input.collectionId)),
    retireCollection: os.retireCollection.handler(({ input, context }) => service.retireCollection(context.session.require(), input)),
  });
}
