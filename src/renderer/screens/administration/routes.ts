import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { registerJobOutcome } from '../../app/tasks/outcomes';
import { AdministrationScreen } from './administration-screen';
import { BackupOutcome } from './backup/backup-outcome';
import { VerificationOutcome } from './trail/verification-outcome';

registerJobOutcome('trail-verification', VerificationOutcome);
registerJobOutcome('backup', BackupOutcome);

const staticData = { crumb: 'frame:rail.administration' };

export const administrationRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration',
  staticData,
  component: AdministrationScreen,
});

export const administrationSectionRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/administration/$section',
  staticData,
  component: AdministrationScreen,
});
