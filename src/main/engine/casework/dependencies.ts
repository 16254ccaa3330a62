import type { AttachmentsService } from '../attachments/service';
import type { Commands } from '../command/commands';
import type { Readable } from '../database/schema';
import { requireActor, type Session } from '../session/access';
import type { Files, Threads } from '../surroundings';
import type { ReferenceTables } from './tables/reference-tables';

export interface CaseworkDependencies {
  readonly read: Readable;
  readonly commands: Commands;
  readonly attachments: AttachmentsService;
  readonly files: Files;
  readonly threads: Threads;
  /** Criteria and colour reactions, as shipped. */
  readonly tables: ReferenceTables;
}

/** Who may look at casework. @throws Failure UNAUTHENTICATED, FORBIDDEN */
export function mayLook(read: Readable, session: Session) {
  return requireActor(read, session, 'cases.read');
}
