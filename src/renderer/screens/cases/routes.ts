import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { CaseScreen } from './case-screen';
import { CasesScreen } from './cases-screen';
import { ExhibitScreen } from './exhibit/exhibit-screen';
import { registerCaseSearch } from './search-source';

registerCaseSearch();

const staticData = { crumb: 'frame:rail.cases' };
const under = { getParentRoute: () => frameRoute, staticData };

export const casesRoute = createRoute({ ...under, path: '/cases', component: CasesScreen });
export const caseRoute = createRoute({ ...under, path: '/cases/$caseId', component: CaseScreen });
export const exhibitRoute = createRoute({ ...under, path: '/cases/$caseId/exhibits/$exhibitId', component: ExhibitScreen });
export const exhibitStepRoute = createRoute({ ...under, path: '/cases/$caseId/exhibits/$exhibitId/$step', component: ExhibitScreen });
