import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { BenchScreen } from './bench-screen';

export const benchRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  staticData: { crumb: 'frame:rail.bench' },
  component: BenchScreen,
});
