import type BetterSqlite3 from 'better-sqlite3';
import type { AuditEvent, TrailVerdict } from '../../../contract/audit';
import type { LaboratoryDatabase } from '../database/open';
import type { Readable } from '../database/schema';
import type { JobsService } from '../jobs/service';
import { requireActor, type Session } from '../session/access';
import type { Clock } from '../surroundings';
import { listEvents, type TrailFilter, trailHead } from './store';
import { walkTrail } from './verify';

/** A check of rows that have no event each but a digest in a record. */
export interface BulkCheck {
  /** How many rows there are, for the progress. */
  count(reader: BetterSqlite3.Database): number;
  /** Null when the rows are what their digest says; `breathe` is awaited after each, so that the engine can answer meanwhile. */
  find(
    reader: BetterSqlite3.Database,
    breathe: () => Promise<void>,
  ): Promise<{
    readonly table: string;
    readonly rowId: string;
    readonly column: string;
    readonly expected: string;
    readonly found: string;
  } | null>;
}

export interface AuditService {
  list(session: Session, filter: TrailFilter): Promise<{ readonly events: readonly AuditEvent[]; readonly total: number }>;
  /** What is printed on every report; `from` is the reader's own snapshot, the committed rows when left out. */
  head(from?: Readable): Promise<TrailVerdict['head']>;
  /** Starts the walk as a job; its outcome is the verdict. */
  verify(session: Session): Promise<{ readonly jobId: string }>;
}

interface Dependencies {
  readonly database: LaboratoryDatabase;
  readonly jobs: JobsService;
  readonly clock: Clock;
  /** Of the domains that stand on the foundation. */
  readonly bulkChecks: () => readonly BulkCheck[];
}

export function createAuditService({ database, jobs, clock, bulkChecks }: Dependencies): AuditService {
  const { read } = database;
  return {
    list: async (session, filter) => {
      await requireActor(read, session, 'audit.read');
      return listEvents(read, filter);
    },
    head: (from = read) => trailHead(from),
    verify: async (session) => {
      await requireActor(read, session, 'audit.read');
      const { jobId } = await jobs.start(
        { kind: 'trail-verification', subject: 'laboratory.sqlite', session, canCancel: true },
        async ({ signal, progress }) => {
          const reader = database.openReader();
          try {
            const walk = await walkTrail(reader, {
              signal,
              bulkChecks: bulkChecks(),
              onProgress: (done, total) => progress({ done, total, unit: 'rows' }),
            });
            return { ...walk, verifiedAt: new Date(clock.now()).toISOString() } satisfies TrailVerdict;
          } finally {
            reader.close();
          }
        },
      );
      return { jobId };
    },
  };
}
