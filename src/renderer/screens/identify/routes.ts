import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { identifyAddress } from './address';
import { IdentifyScreen } from './identify-screen';
import './search-source';

export const identifyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/identify',
  staticData: { crumb: 'frame:rail.identify' },
  validateSearch: identifyAddress,
  component: IdentifyScreen,
});
