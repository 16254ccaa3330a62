import { composeCasework } from './compose-casework';
import { composeLibrary } from './compose-library';
import type { ComposeDomains } from './foundation';

/** Composition of the laboratory's own domains on the foundation. */
export const composeDomains: ComposeDomains = (foundation) => {
  const library = composeLibrary(foundation);
  const casework = composeCasework(foundation);
  return {
    routes: { ...library.routes, ...casework.routes },
    opened: library.opened,
    close: async () => {
      await casework.close();
      await library.close();
    },
  };
};
