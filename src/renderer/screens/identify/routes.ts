import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { identifyAddress } from './address';
import { BatchScreen } from './batch/batch-screen';
import { IdentifyScreen } from './identify-screen';
import './search-source';

export const identifyRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/identify',
  staticData: { crumb: 'frame:rail.identify' },
  validateSearch: identifyAddress,
  component: IdentifyScreen,
});

export const batchRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/identify/batches/$batchId',
  staticData: { crumb: 'frame:rail.identify' },
  component: BatchScreen,
});
