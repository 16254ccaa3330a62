import type { PortSession } from './port-session';

/** What every route is given beside its input. */
export interface EngineContext {
  readonly session: PortSession;
}
