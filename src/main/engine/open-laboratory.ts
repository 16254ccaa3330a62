import { createAttachmentsService } from './attachments/service';
import { createAttachmentFiles } from './attachments/store';
import { auditRoutes } from './audit/routes';
import { createAuditService } from './audit/service';
import { type CommandDependencies, createCommands } from './command/commands';
import { migrations } from './database/migrations';
import { type LaboratoryDatabase, openLaboratory } from './database/open';
import type { ComposeDomains, Domains, Foundation } from './foundation';
import { jobsRoutes } from './jobs/routes';
import { createJobsService } from './jobs/service';
import { laboratoryRoutes } from './laboratory/routes';
import { createLaboratoryService, laboratoryRow } from './laboratory/service';
import { readPracticeFile, seedPracticeLaboratory } from './people/practice';
import { peopleRoutes } from './people/routes';
import { createPeopleService } from './people/service';
import type { Sessions } from './session/port-session';
import type { Clock, FilesAndFolders, IdSource, Log, Shell, Threads } from './surroundings';
import { scheduleIntegrityCheck } from './system/integrity';
import type { SystemService } from './system/service';

export interface LaboratorySurroundings {
  readonly folder: string;
  readonly demo: boolean;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly shell: Shell;
  readonly files: FilesAndFolders;
  readonly threads: Threads;
  readonly resourcesFolder: string;
  readonly version: string;
  readonly sessions: Sessions;
  readonly system: SystemService;
  readonly composeDomains: ComposeDomains;
  readonly setLockAfter: (minutes: number) => void;
}

export interface OpenLaboratory {
  readonly foundation: Foundation;
  readonly routes: Readonly<Record<string, object>>;
  close(): Promise<void>;
}

/** Opens the folder and builds everything that stands on it. @throws what opening throws, see systemFailureOf */
export async function openWholeLaboratory(given: LaboratorySurroundings): Promise<OpenLaboratory> {
  const database = openLaboratory({ folder: given.folder, migrations, now: new Date(given.clock.now()).toISOString() });
  try {
    return await build(given, database);
  } catch (error) {
    database.close();
    throw error;
  }
}

async function build(given: LaboratorySurroundings, database: LaboratoryDatabase): Promise<OpenLaboratory> {
  const { clock, ids, log, sessions, system } = given;
  const { read } = database;
  const stateChanged = system.changed;
  const applyLockAfter = async () => {
    const row = await laboratoryRow(read);
    if (row !== undefined) given.setLockAfter(row.lock_after_minutes);
  };
  const commandDependencies: CommandDependencies = {
    database,
    clock,
    ids,
    onChanged: (tables) => {
      system.storageServes();
      system.tablesChanged(tables);
      if (tables.includes('laboratory')) void applyLockAfter();
    },
    onClockWentBack: (step) => system.notices.add('clock-went-back', { ...step }),
    onStorageRefused: system.storageRefused,
  };
  const commands = createCommands(commandDependencies);
  const jobs = createJobsService({ read, commands, clock, ids, log });
  const attachments = createAttachmentsService(createAttachmentFiles(given.folder, () => ids.uuid(clock.now())));
  let domains: Domains | null = null;
  const foundation: Foundation = {
    ...given,
    database,
    read,
    commands,
    jobs,
    attachments,
    people: createPeopleService({ read, commands, clock, ids, sessions, stateChanged }),
    laboratory: createLaboratoryService({ read, commands, stateChanged }),
    audit: createAuditService({ database, jobs, clock, bulkChecks: () => domains?.bulkChecks ?? [] }),
    notices: system.notices,
  };
  await putInOrder(foundation);
  await applyLockAfter();
  domains = given.composeDomains(foundation);
  await domains.opened();
  const cancelIntegrityCheck = scheduleIntegrityCheck(foundation, system);
  return {
    foundation,
    routes: {
      people: peopleRoutes(foundation.people),
      audit: auditRoutes(foundation.audit),
      jobs: jobsRoutes(jobs),
      laboratory: laboratoryRoutes(foundation.laboratory),
      ...domains.routes,
    },
    close: async () => {
      cancelIntegrityCheck();
      await jobs.close();
      await domains.close();
      await commands.between(async () => database.close());
    },
  };
}

/** What the last run of the program left is put right, told to the person and recorded, before the first request is answered. */
async function putInOrder({
  read,
  jobs,
  attachments,
  commands,
  notices,
  database,
  demo,
  ids,
  clock,
  version,
  resourcesFolder,
}: Foundation): Promise<void> {
  const interrupted = await jobs.markInterrupted();
  const sweptAs = new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '');
  const { swept, missing } = await attachments.sweep(read, sweptAs);
  for (const { kind, subject } of interrupted) notices.add('job-interrupted', { kind, subject });
  if (swept.length > 0) notices.add('files-swept', { count: swept.length, folder: `swept/${sweptAs}`, hashes: listed(swept) });
  if (missing.length > 0) notices.add('attachments-missing', { count: missing.length });
  const { from, to, backup } = database.migrated;
  if (from !== 0 && from !== to) notices.add('migrated', { from, to, backup: backup ?? '' });
  await commands.run({ actor: null, permission: null, action: 'engine.start', subject: { type: 'engine', id: 'start' } }, async (change) =>
    change.note({
      version,
      interruptedJobs: interrupted.map(({ jobId }) => jobId),
      filesSwept: swept,
      sweptTo: swept.length === 0 ? null : `swept/${sweptAs}`,
      attachmentsMissing: missing,
    }),
  );
  if (demo && (await laboratoryRow(read)) === undefined)
    await seedPracticeLaboratory(commands, ids, await readPracticeFile(resourcesFolder));
}

/** As many hashes as a notice can show; the trail has them all. */
const IN_A_NOTICE = 5;
const listed = (hashes: readonly string[]) => hashes.slice(0, IN_A_NOTICE).join(', ') + (hashes.length > IN_A_NOTICE ? ', …' : '');
