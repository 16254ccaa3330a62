import { createRootRoute } from '@tanstack/react-router';
import { Frame } from './frame/frame';
import { RouteFailure } from './frame/route-failure';
import { RouteMissing } from './frame/route-missing';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Message key of the section in the breadcrumb. */
    readonly crumb?: string;
  }
}

/**
 * The parent of every screen's routes:
 * `export const libraryRoute = createRoute({ getParentRoute: () => frameRoute, path: '/library', staticData: { crumb: 'frame:rail.library' }, component: LibraryScreen })`,
 * then listed in router.ts and, for a section, in rail-entries.ts. A path may carry ids: `/cases/$caseId`.
 */
export const frameRoute = createRootRoute({ component: Frame, errorComponent: RouteFailure, notFoundComponent: RouteMissing });
