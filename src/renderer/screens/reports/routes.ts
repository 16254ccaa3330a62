import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { registerJobOutcome } from '../../app/tasks/outcomes';
import { DraftScreen } from './draft-screen';
import { ReportOutcome } from './report-outcome';
import { ReportsScreen } from './reports-screen';
import { registerReportSearch } from './search-source';

registerJobOutcome('report', ReportOutcome);
registerReportSearch();

export const reportsRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reports',
  staticData: { crumb: 'frame:rail.reports' },
  component: ReportsScreen,
});

/** The draft of one case: what it must contain, what is missing, and the act of making it. */
export const draftRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/cases/$caseId/report',
  staticData: { crumb: 'frame:rail.cases' },
  component: DraftScreen,
});
