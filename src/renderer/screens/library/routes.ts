import { createRoute } from '@tanstack/react-router';
import { frameRoute } from '../../app/frame-route';
import { registerJobOutcome } from '../../app/tasks/outcomes';
import { libraryAddress } from './address';
import { ImportResult } from './import/import-result';
import { LibraryScreen } from './library-screen';
import './search-source';

registerJobOutcome('library-import', ImportResult);

export const libraryRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/library',
  staticData: { crumb: 'frame:rail.library' },
  validateSearch: libraryAddress,
  component: LibraryScreen,
});
