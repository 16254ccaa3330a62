import { basename, join } from 'node:path';
import type { BackupManifest } from '../../../contract/backup';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { laboratoryRow } from '../laboratory/service';
import { requireActor } from '../session/access';
import type { PortSession } from '../session/port-session';
import type { Clock, IdSource, Log, Shell } from '../surroundings';
import { damagedFiles } from './files';
import { makeBackup } from './make';
import { readManifest, stageRestore, swapIn } from './restore';

export interface BackupService {
  create(session: PortSession): Promise<{ readonly jobId: string } | null>;
  inspect(session: PortSession): Promise<{ token: string; manifest: BackupManifest; damaged: string[] } | null>;
  restore(session: PortSession, token: string): Promise<{ keptAs: string }>;
}

interface Dependencies {
  readonly folder: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly shell: Shell;
  /** Null while no laboratory can be opened; then a restore may be the way out, and nobody can sign in. */
  readonly foundation: () => Foundation | null;
  readonly closeLaboratory: () => Promise<void>;
  readonly openLaboratory: () => Promise<void>;
}

export function createBackupService({
  folder,
  clock,
  ids,
  log,
  shell,
  foundation,
  closeLaboratory,
  openLaboratory,
}: Dependencies): BackupService {
  const inspected = new Map<string, { readonly folder: string; readonly manifest: BackupManifest }>();
  const stamp = () => new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const chooseFolder = async () => (await shell.openDialog({ directory: true, filters: [] }))[0] ?? null;

  /** An administrator, or anyone while there is no laboratory yet or none that opens. */
  async function requireRestorer(session: PortSession): Promise<void> {
    const read = foundation()?.read;
    if (read === undefined || (await laboratoryRow(read)) === undefined) return;
    await requireActor(read, session.require(), 'backup.restore');
  }

  return {
    create: async (portSession) => {
      const open = foundation();
      const session = portSession.require();
      if (open === null) throw notFound('laboratory', '');
      await requireActor(open.read, session, 'backup.make');
      const chosen = await chooseFolder();
      if (chosen === null) return null;
      const target = join(chosen, `aliquot-backup-${stamp()}`);
      const { jobId } = await open.jobs.start({ kind: 'backup', subject: basename(target), session, canCancel: true }, async (handle) => {
        const made = await makeBackup(open, target, handle);
        await open.commands.run(
          { actor: session, permission: 'backup.make', action: 'backup.make', subject: { type: 'backup', id: basename(target) } },
          async (change) => change.note({ folder: made.folder, files: made.files, bytes: made.bytes }),
        );
        return made;
      });
      return { jobId };
    },
    inspect: async (session) => {
      await requireRestorer(session);
      const chosen = await chooseFolder();
      if (chosen === null) return null;
      const manifest = await readManifest(chosen);
      const token = ids.uuid(clock.now());
      inspected.set(token, { folder: chosen, manifest });
      return { token, manifest, damaged: await damagedFiles(chosen, manifest.files) };
    },
    restore: async (session, token) => {
      await requireRestorer(session);
      const backup = inspected.get(token);
      if (backup === undefined) throw notFound('backup', token);
      if (foundation() !== null && backup.folder.startsWith(folder)) throw refused('backup.inside-laboratory');
      const at = stamp();
      const staged = await stageRestore(backup.folder, backup.manifest, folder, at);
      inspected.delete(token);
      await closeLaboratory();
      let kept = '';
      try {
        kept = await swapIn(staged, folder, at);
      } finally {
        await openLaboratory();
      }
      log.write('info', 'backup.restored', { madeAt: backup.manifest.madeAt, keptAs: kept });
      await foundation()?.commands.run(
        { actor: null, permission: null, action: 'backup.restore', subject: { type: 'backup', id: basename(backup.folder) } },
        async (change) => change.note({ madeAt: backup.manifest.madeAt, trailHead: backup.manifest.trailHead, keptAs: basename(kept) }),
      );
      return { keptAs: kept };
    },
  };
}
