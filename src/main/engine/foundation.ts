import type { AttachmentsService } from './attachments/service';
import type { AuditService, BulkCheck } from './audit/service';
import type { Commands } from './command/commands';
import type { LaboratoryDatabase } from './database/open';
import type { Readable } from './database/schema';
import type { JobsService } from './jobs/service';
import type { LaboratoryService } from './laboratory/service';
import type { PeopleService } from './people/service';
import type { Clock, FilesAndFolders, IdSource, Log, Shell, Threads } from './surroundings';
import type { Notices } from './system/notices';

/** What every domain of an open laboratory is built on. */
export interface Foundation {
  readonly database: LaboratoryDatabase;
  /** Committed rows, for reads outside a change. */
  readonly read: Readable;
  readonly commands: Commands;
  readonly jobs: JobsService;
  readonly attachments: AttachmentsService;
  readonly people: PeopleService;
  readonly laboratory: LaboratoryService;
  readonly audit: AuditService;
  readonly notices: Notices;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly shell: Shell;
  readonly files: FilesAndFolders;
  readonly threads: Threads;
  readonly resourcesFolder: string;
  readonly version: string;
  /** The engine was started to show the practice laboratory. */
  readonly demo: boolean;
}

/** A part of the engine that stands on the foundation: its routes by their place in the contract, and what it does when a laboratory opens. */
export interface Domains {
  readonly routes: Readonly<Record<string, object>>;
  /** Seeds, clean-up after an interrupted import; before the first request is answered. */
  readonly opened: () => Promise<void>;
  /** For the verification of the trail. */
  readonly bulkChecks: readonly BulkCheck[];
  /** Ends threads. */
  readonly close: () => Promise<void>;
}

export type ComposeDomains = (foundation: Foundation) => Domains;
