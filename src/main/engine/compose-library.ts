import { ALIQUOT_DESCRIPTOR } from '../../core/search/aliquot/descriptor';
import type { BulkCheck } from './audit/service';
import { batchesRoutes } from './batches/routes';
import { componentSpectrum, createBatchesService } from './batches/service';
import type { CompareForExhibit } from './casework/evidence/compared-for-exhibit';
import type { Foundation } from './foundation';
import { identifyRoutes } from './identification/routes';
import { createIdentificationService, type IdentificationService } from './identification/service';
import { addCollection, type NewCollection } from './library/add-collection';
import { libraryRoutes } from './library/routes';
import { importedRows } from './library/rows-check';
import { createLibraryService, type LibraryService } from './library/service';
import { measurementsRoutes } from './measurements/routes';
import { createMeasurementsService } from './measurements/service';
import { seedReferenceData } from './reference-data/seed';
import { lotsRoutes } from './registry/routes';
import { createRegistryService, type RegistryService } from './registry/service';
import { substancesRoutes } from './substances/routes';
import { createSubstancesService, type SubstancesService } from './substances/service';
import { validationRoutes } from './validation/routes';
import { createValidationService } from './validation/service';
import { isAccepted } from './validation/store';

export interface LibraryParts {
  readonly library: LibraryService;
  readonly substances: SubstancesService;
  readonly registry: RegistryService;
  readonly identification: IdentificationService;
  readonly addCollection: (collection: NewCollection) => Promise<string>;
  readonly routes: {
    readonly library: ReturnType<typeof libraryRoutes>;
    readonly measurements: ReturnType<typeof measurementsRoutes>;
    readonly substances: ReturnType<typeof substancesRoutes>;
    readonly lots: ReturnType<typeof lotsRoutes>;
    readonly identify: ReturnType<typeof identifyRoutes>;
    readonly batches: ReturnType<typeof batchesRoutes>;
    readonly validation: ReturnType<typeof validationRoutes>;
  };
  /** Reference data for a new laboratory, clean-up after an interrupted import, and the search made ready behind it. */
  readonly opened: () => Promise<void>;
  readonly close: () => Promise<void>;
  readonly bulkChecks: readonly BulkCheck[];
}

/** Substances, reference lots, measurements, library and identification on the foundation. */
export function composeLibrary(foundation: Foundation, compared: CompareForExhibit): LibraryParts {
  const { read, commands, resourcesFolder } = foundation;
  const registry = createRegistryService(foundation);
  const measurements = createMeasurementsService(foundation);
  const library = createLibraryService({
    ...foundation,
    measurements,
    substancesNamed: (text) => substances.lookUp.identifiersNamed(text),
    onCollections: () => identification.prepare(),
  });
  const substances = createSubstancesService({
    ...foundation,
    countSpectra: library.lookUp.countOf,
    countLots: async (id) => (await registry.lookUp.lotsOf(id)).length,
  });
  const isValidated = () => isAccepted(read, ALIQUOT_DESCRIPTOR.version);
  const identification = createIdentificationService({
    ...foundation,
    library,
    substances,
    registry,
    measurements,
    component: componentSpectrum(read),
    isValidated,
    compared,
  });
  const batches = createBatchesService({ ...foundation, measurements, searcher: identification.searcher });
  const validation = createValidationService({ ...foundation, library, searcher: identification.searcher });
  const add = (collection: NewCollection) => addCollection(foundation, collection);
  return {
    bulkChecks: [importedRows],
    library,
    substances,
    registry,
    identification,
    addCollection: async (collection) => {
      const id = await add(collection);
      identification.prepare();
      return id;
    },
    routes: {
      library: libraryRoutes(library, substances.lookUp.idOf),
      measurements: measurementsRoutes(measurements),
      substances: substancesRoutes(substances),
      lots: lotsRoutes(registry),
      identify: identifyRoutes(identification),
      batches: batchesRoutes(batches),
      validation: validationRoutes(validation),
    },
    opened: async () => {
      await measurements.emptyScratch();
      await library.sweep();
      await seedReferenceData({ read, commands, resourcesFolder, addCollection: add });
      identification.prepare();
    },
    close: async () => {
      await identification.close();
      await measurements.close();
      await library.close();
    },
  };
}
