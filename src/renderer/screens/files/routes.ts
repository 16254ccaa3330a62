import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { fileAddress } from './address';
import { FileScreen } from './viewer/file-screen';

export const fileRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/library/files/$fileId',
  staticData: { crumb: 'frame:rail.library' },
  validateSearch: fileAddress,
  component: FileScreen,
});
