import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { referencesAddress } from './address';
import { ReferenceSamplesScreen } from './reference-samples-screen';
import './search-sources';

export const referenceSamplesRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/reference-samples',
  staticData: { crumb: 'frame:rail.reference-samples' },
  validateSearch: referencesAddress,
  component: ReferenceSamplesScreen,
});
