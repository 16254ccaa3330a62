import { z } from 'zod';
import { base, id, instant, reason } from './base';

export const backupManifest = z.object({
  format: z.literal('aliquot-backup'),
  version: z.literal(1),
  madeAt: instant,
  laboratory: z.string(),
  applicationVersion: z.string(),
  schemaVersion: z.int(),
  trailHead: z.object({ sequence: z.int(), hash: z.string() }),
  files: z.array(z.object({ path: z.string(), size: z.int().nonnegative(), sha256: z.string() })),
  /** Attachments that were gone, or not what their name says, already in the laboratory; the backup is as damaged as that. */
  damaged: z.array(z.string()).default([]),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const backup = {
  /**
   * Asks for a folder in the system's dialog; null when the person closed it, else the job (kind `backup`, outcome
   * `{folder, files, bytes, damaged}`; `damaged` names the attachments that were damaged before they were copied).
   */
  create: base.output(z.object({ jobId: z.string() }).nullable()),
  /** Asks for a backup's folder and checks every hash. Works without a session while there is no laboratory, or its database is damaged or missing. */
  inspect: base.output(z.object({ token: z.string(), manifest: backupManifest, damaged: z.array(z.string()) }).nullable()),
  /** Puts the checked backup in the laboratory's place; the folder that was there is kept beside it under a dated name. The engine restarts. */
  restore: base.input(z.object({ token: id, reason })).output(z.object({ keptAs: z.string() })),
};
