import { realpath, rm } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { BackupManifest } from '../../../contract/backup';
import type { SystemFailure } from '../../../contract/system';
import { Failure, notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { laboratoryRow } from '../laboratory/service';
import { type ActorName, requireActor } from '../session/access';
import type { PortSession } from '../session/port-session';
import type { Clock, IdSource, Log, Shell } from '../surroundings';
import { damagedFiles } from './files';
import { makeBackup } from './make';
import { keptFolder, readManifest, stageRestore, swapIn } from './restore';

export interface BackupService {
  create(session: PortSession): Promise<{ readonly jobId: string } | null>;
  inspect(session: PortSession): Promise<{ token: string; manifest: BackupManifest; damaged: string[] } | null>;
  restore(session: PortSession, input: { readonly token: string; readonly reason: string }): Promise<{ keptAs: string }>;
}

interface Dependencies {
  readonly folder: string;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly shell: Shell;
  /** Null while no laboratory can be opened; then a restore may be the way out, and nobody can sign in. */
  readonly foundation: () => Foundation | null;
  /** Why none can be opened. */
  readonly failure: () => SystemFailure | null;
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
  failure,
  closeLaboratory,
  openLaboratory,
}: Dependencies): BackupService {
  const inspected = new Map<string, { readonly folder: string; readonly manifest: BackupManifest }>();
  const stamp = () => new Date(clock.now()).toISOString().slice(0, 19).replaceAll(':', '').replace('T', '-');
  const chooseFolder = async () => (await shell.openDialog({ directory: true, filters: [] }))[0] ?? null;

  /** An administrator; null for anyone while there is no laboratory yet, or one whose database is damaged or gone so that nobody can sign in. */
  async function requireRestorer(session: PortSession): Promise<ActorName | null> {
    const read = foundation()?.read;
    if (read === undefined) {
      const kind = failure()?.kind ?? '';
      // Any other failure passes without a restore, and the laboratory behind it may be whole and in use by somebody else.
      if (kind !== 'corrupt' && kind !== 'database-missing') throw refused('backup.not-the-way-out');
      return null;
    }
    if ((await laboratoryRow(read)) === undefined) return null;
    return requireActor(read, session.require(), 'backup.restore');
  }

  /** Tells the laboratory that is about to be replaced; a file that takes no change any more must not keep its backup out. */
  async function announce(
    { commands }: Foundation,
    by: ActorName | null,
    about: { readonly reason: string; readonly id: string; readonly detail: object },
  ) {
    try {
      await commands.run(
        {
          actor: by === null ? null : { personId: by.id },
          permission: by === null ? null : 'backup.restore',
          action: 'backup.restore-begin',
          reason: about.reason,
          subject: { type: 'backup', id: about.id },
        },
        async (change) => change.note({ ...about.detail }),
      );
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== 'STORAGE') throw error;
      log.write('error', 'backup.restore-not-announced', { ...error.data });
    }
  }

  /** Tells the laboratory that took its place. The person acts there too if the restored file knows them; their name is kept in any case. */
  async function recordRestored(
    { commands, read }: Foundation,
    by: ActorName | null,
    about: { readonly reason: string; readonly id: string; readonly detail: object },
  ) {
    const known =
      by === null
        ? undefined
        : await read.selectFrom('person').select('id').where('id', '=', by.id).where('disabled_at', 'is', null).executeTakeFirst();
    await commands.run(
      {
        actor: known === undefined ? null : { personId: known.id },
        permission: null,
        action: 'backup.restore',
        reason: about.reason,
        subject: { type: 'backup', id: about.id },
      },
      async (change) => change.note({ ...about.detail, by: by === null ? null : { id: by.id, fullName: by.fullName } }),
    );
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
          async (change) => change.note({ folder: made.folder, files: made.files, bytes: made.bytes, damaged: made.damaged }),
        );
        const [first] = made.damaged;
        if (first !== undefined) open.notices.add('backup-damaged', { count: made.damaged.length, first });
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
      return { token, manifest, damaged: await damagedFiles(chosen, manifest) };
    },
    restore: async (session, { token, reason }) => {
      const by = await requireRestorer(session);
      const backup = inspected.get(token);
      if (backup === undefined) throw notFound('backup', token);
      const open = foundation();
      if (open !== null && (await isInside(backup.folder, folder))) throw refused('backup.inside-laboratory');
      const at = stamp();
      const staged = await stageRestore(backup.folder, backup.manifest, folder, at);
      const { madeAt, trailHead, damaged } = backup.manifest;
      const about = {
        reason,
        id: basename(backup.folder),
        detail: { madeAt, trailHead, damaged, keptAs: basename(keptFolder(folder, at)) },
      };
      let kept = '';
      try {
        if (open !== null) await announce(open, by, about);
        inspected.delete(token);
        await closeLaboratory();
        try {
          kept = await swapIn(staged, folder, at);
        } finally {
          await openLaboratory();
        }
      } catch (error) {
        await rm(staged, { recursive: true, force: true });
        throw error;
      }
      log.write('info', 'backup.restored', { madeAt, keptAs: kept });
      const restored = foundation();
      if (restored !== null) await recordRestored(restored, by, about);
      return { keptAs: kept };
    },
  };
}

async function isInside(inner: string, outer: string): Promise<boolean> {
  const [innerPath, outerPath] = await Promise.all([realpath(inner), realpath(outer)]);
  return innerPath === outerPath || innerPath.startsWith(outerPath + sep);
}
