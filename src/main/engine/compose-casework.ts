import { join } from 'node:path';
import { caseworkRoutes } from './casework/routes';
import { type CaseworkService, createCaseworkService } from './casework/service';
import type { ReferenceTables } from './casework/tables/reference-tables';
import type { LibraryParts } from './compose-library';
import type { Foundation } from './foundation';
import { seedPractice } from './practice/seed';
import { reportsRoutes } from './reports/routes';
import { createReportsService } from './reports/service';

export interface CaseworkParts {
  readonly casework: CaseworkService;
  readonly routes: { readonly casework: ReturnType<typeof caseworkRoutes>; readonly reports: ReturnType<typeof reportsRoutes> };
  /** Fills a new practice laboratory; reference data must be there. */
  readonly opened: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Cases, exhibits, batches, results, conclusions and the reports on them, on the foundation. */
export function composeCasework(foundation: Foundation, library: LibraryParts, tables: ReferenceTables): CaseworkParts {
  const { demo, resourcesFolder, clock } = foundation;
  const now = () => new Date(clock.now()).toISOString();
  const casework = createCaseworkService({ ...foundation, tables, now });
  const reports = createReportsService({ ...foundation, records: casework.records });
  return {
    casework,
    routes: { casework: caseworkRoutes(casework), reports: reportsRoutes(reports) },
    opened: async () => {
      if (!demo) return;
      const files = { path: async (token: string) => join(resourcesFolder, 'practice', token) };
      await seedPractice({ ...foundation, ...library, casework: createCaseworkService({ ...foundation, tables, now, files }) });
    },
    close: reports.close,
  };
}
