import { comparedForExhibit } from './casework/evidence/compared-for-exhibit';
import { createReferenceTables } from './casework/tables/reference-tables';
import { composeCasework } from './compose-casework';
import { composeLibrary } from './compose-library';
import type { ComposeDomains } from './foundation';

/** Composition of the laboratory's own domains on the foundation. */
export const composeDomains: ComposeDomains = (foundation) => {
  const tables = createReferenceTables(foundation.resourcesFolder);
  const library = composeLibrary(foundation, comparedForExhibit(foundation.read, tables));
  const casework = composeCasework(foundation, library, tables);
  return {
    routes: { ...library.routes, ...casework.routes },
    opened: async () => {
      await library.opened();
      await casework.opened();
    },
    bulkChecks: library.bulkChecks,
    close: async () => {
      await casework.close();
      await library.close();
    },
  };
};
