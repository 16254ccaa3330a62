import { composeCasework } from './compose-casework';
import { composeLibrary } from './compose-library';
import type { ComposeDomains } from './foundation';

/** Composition of the laboratory's own domains on the foundation. */
export const composeDomains: ComposeDomains = (foundation) => {
  const library = composeLibrary(foundation);
  const casework = composeCasework(foundation, library);
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
