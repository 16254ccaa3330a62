import { caseworkRoutes } from './casework/routes';
import { type CaseworkService, createCaseworkService } from './casework/service';
import { createReferenceTables } from './casework/tables/reference-tables';
import type { Foundation } from './foundation';
import { reportsRoutes } from './reports/routes';
import { createReportsService } from './reports/service';

export interface CaseworkParts {
  readonly casework: CaseworkService;
  readonly routes: { readonly casework: ReturnType<typeof caseworkRoutes>; readonly reports: ReturnType<typeof reportsRoutes> };
  readonly close: () => Promise<void>;
}

/** Cases, exhibits, batches, results, conclusions and the reports on them, on the foundation. */
export function composeCasework(foundation: Foundation): CaseworkParts {
  const tables = createReferenceTables(foundation.resourcesFolder);
  const now = () => new Date(foundation.clock.now()).toISOString();
  const casework = createCaseworkService({ ...foundation, tables, now });
  const reports = createReportsService({ ...foundation, records: casework.records });
  return { casework, routes: { casework: caseworkRoutes(casework), reports: reportsRoutes(reports) }, close: reports.close };
}
