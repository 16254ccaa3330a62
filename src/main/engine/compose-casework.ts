import { caseworkRoutes } from './casework/routes';
import { type CaseworkService, createCaseworkService } from './casework/service';
import { createReferenceTables } from './casework/tables/reference-tables';
import type { Foundation } from './foundation';

export interface CaseworkParts {
  readonly casework: CaseworkService;
  readonly routes: { readonly casework: ReturnType<typeof caseworkRoutes> };
}

/** Cases, exhibits, batches, results, conclusions on the foundation. */
export function composeCasework(foundation: Foundation): CaseworkParts {
  const tables = createReferenceTables(foundation.resourcesFolder);
  const now = () => new Date(foundation.clock.now()).toISOString();
  const casework = createCaseworkService({ ...foundation, tables, now });
  return { casework, routes: { casework: caseworkRoutes(casework) } };
}
