import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { AdministrationScreen } from './administration-screen';

export const administrationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration',
  staticData: { crumb: 'frame:rail.administration' },
  component: AdministrationScreen,
});
