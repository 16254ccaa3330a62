import { composeLibrary } from './compose-library';
import type { ComposeDomains } from './foundation';

/** Composition of the laboratory's own domains on the foundation. */
export const composeDomains: ComposeDomains = (foundation) => {
  const library = composeLibrary(foundation);
  return {
    routes: { ...library.routes },
    opened: library.opened,
    close: library.close,
  };
};
