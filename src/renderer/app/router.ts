import { createHashHistory, createRouter } from '@tanstack/react-router';
import { administrationRoute, administrationSectionRoute } from '../screens/administration/routes';
import { benchRoute } from '../screens/bench/routes';
import { caseRoute, casesRoute, exhibitRoute, exhibitStepRoute } from '../screens/cases/routes';
import { fileRoute } from '../screens/files/routes';
import { batchRoute, identifyRoute } from '../screens/identify/routes';
import { libraryRoute } from '../screens/library/routes';
import { referenceSamplesRoute } from '../screens/reference-samples/routes';
import { draftRoute, reportsRoute } from '../screens/reports/routes';
import { frameRoute } from './frame-route';

const routeTree = frameRoute.addChildren([
  benchRoute,
  administrationRoute,
  administrationSectionRoute,
  identifyRoute,
  batchRoute,
  libraryRoute,
  fileRoute,
  referenceSamplesRoute,
  casesRoute,
  caseRoute,
  exhibitRoute,
  exhibitStepRoute,
  draftRoute,
  reportsRoute,
]);

export const router = createRouter({ routeTree, history: createHashHistory(), defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
