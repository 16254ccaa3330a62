import type { ComposeDomains } from './foundation';

/** Composition of the laboratory's own domains on the foundation. */
export const composeDomains: ComposeDomains = () => ({
  routes: {},
  opened: async () => undefined,
  close: async () => undefined,
});
