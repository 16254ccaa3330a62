import { onMessagePortClose, type SupportedMessagePort } from '@orpc/client/message-port';
import { backupRoutes } from './backup/routes';
import { createBackupService } from './backup/service';
import { OpeningFailure, systemFailureOf } from './database/opening-failure';
import { expectedFailure } from './failure-message';
import type { ComposeDomains, Foundation } from './foundation';
import { type OpenLaboratory, openWholeLaboratory } from './open-laboratory';
import { practicePeople, readPracticeFile } from './people/practice';
import { regularFiles } from './regular-files';
import { createSessions } from './session/port-session';
import type { Clock, Files, IdSource, Log, Shell, Threads } from './surroundings';
import { systemRoutes } from './system/routes';
import { createSystemService } from './system/service';
import { LOCK_AFTER_MINUTES } from './system/state';
import { createPortServer } from './wire/port-server';

export interface EngineOptions {
  readonly folder: string;
  /** Fill an empty folder with the practice laboratory. */
  readonly demo: boolean;
  readonly version: string;
  readonly resourcesFolder: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly shell: Shell;
  readonly files: Files;
  readonly threads: Threads;
  readonly composeDomains: ComposeDomains;
}

export interface Engine {
  /** A window's port: a new session that nobody is signed in on. */
  connect(port: SupportedMessagePort): void;
  /** The parts of the open laboratory, null while none can be opened: for tests and benches. */
  foundation(): Foundation | null;
  /** Ends jobs and threads, closes the file and lets the folder go. */
  close(): Promise<void>;
}

const LOOK_FOR_IDLE_MILLISECONDS = 2000;

/** The laboratory's own process, without the process: opens the folder and answers ports, whether or not the folder can be opened. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { folder, clock, ids, log, shell } = options;
  const files = regularFiles(options.files);
  const people = practicePeople(await readPracticeFile(options.resourcesFolder));
  const system = createSystemService({ clock, shell, version: options.version, folder, practicePeople: people });
  const server = createPortServer((error) => {
    const failure = expectedFailure(error, log, ids);
    if (failure.code === 'STORAGE' && 'kind' in failure.data) system.storageRefused(failure.data.kind);
    return failure;
  });
  let lockAfterMinutes = LOCK_AFTER_MINUTES;
  const sessions = createSessions({ clock, idleMilliseconds: () => lockAfterMinutes * 60_000, onChange: system.changed });
  const setLockAfter = (minutes: number) => {
    lockAfterMinutes = minutes;
  };
  let open: OpenLaboratory | null = null;

  const backup = createBackupService({
    folder,
    clock,
    ids,
    log,
    shell,
    foundation: () => open?.foundation ?? null,
    failure: system.failure,
    closeLaboratory,
    openLaboratory,
  });
  const alwaysThere = { system: systemRoutes(system), backup: backupRoutes(backup) };

  async function openLaboratory(): Promise<void> {
    try {
      open = await openWholeLaboratory({ ...options, files, sessions, system, setLockAfter });
      server.serve({ ...open.routes, ...alwaysThere });
      system.opened(open.foundation);
    } catch (error) {
      const failure = systemFailureOf(error);
      log.write('error', 'laboratory.cannot-open', {
        ...failure,
        error: error instanceof OpeningFailure ? error.message : String(error instanceof Error ? error.stack : error),
      });
      server.serve(alwaysThere);
      system.failed(failure);
    }
  }

  async function closeLaboratory(): Promise<void> {
    for (const session of sessions.all()) session.signOut();
    const closing = open;
    open = null;
    server.serve(alwaysThere);
    await closing?.close();
  }

  await openLaboratory();
  const timer = setInterval(sessions.lockIdle, LOOK_FOR_IDLE_MILLISECONDS).unref();

  return {
    connect: (port) => {
      const session = sessions.open();
      onMessagePortClose(port, () => sessions.close(session));
      server.upgrade(port, { session });
    },
    foundation: () => open?.foundation ?? null,
    close: async () => {
      clearInterval(timer);
      await closeLaboratory();
    },
  };
}
