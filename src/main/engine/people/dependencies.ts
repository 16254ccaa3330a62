import type { Commands } from '../command/commands';
import type { Readable } from '../database/schema';
import type { Sessions } from '../session/port-session';
import type { Clock, IdSource } from '../surroundings';
import type { Attempts } from './attempts';

export interface PeopleDependencies {
  readonly read: Readable;
  readonly commands: Commands;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly sessions: Sessions;
  readonly attempts: Attempts;
  /** Tells the windows that what they know of who is signed in is old. */
  readonly stateChanged: () => void;
}
