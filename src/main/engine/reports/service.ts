import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report, ReportItem } from '../../../contract/reports';
import { foldedKey } from '../../../core/names/folded-key';
import { createSerial } from '../command/serial';
import { asStorageFailure } from '../database/storage-failure';
import { Failure, notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import { saveWhereChosen } from '../save-dialog';
import { requireActor, type Session } from '../session/access';
import { type DraftDependencies, type DraftInput, makeDraft } from './draft';
import { gatherCase } from './gather';
import { readiness, requireWaivable, type Waiver } from './readiness';
import { inSnapshot } from './snapshot';
import { findReport, listReports } from './store';

interface Listing {
  readonly offset: number;
  readonly limit: number;
  readonly caseId: string | null;
  readonly text: string;
}

export interface ReportsService {
  list(session: Session, listing: Listing): Promise<{ items: Report[]; total: number }>;
  readiness(
    session: Session,
    input: { readonly caseId: string; readonly waivers: readonly Waiver[] },
  ): Promise<{ items: ReportItem[]; ready: boolean }>;
  /** Starts the job whose outcome is `{ reportId }`. */
  draft(session: Session, input: DraftInput): Promise<{ jobId: string }>;
  /** Checks the kept file against its hash and shows a copy in the system's viewer. */
  open(session: Session, id: string): Promise<void>;
  /** Null when the person closed the dialog. */
  saveAs(session: Session, id: string): Promise<{ path: string } | null>;
  /** Removes the copies that were shown. */
  close(): Promise<void>;
}

type Dependencies = DraftDependencies & Pick<Foundation, 'read' | 'jobs' | 'shell' | 'log'>;

export function createReportsService(dependencies: Dependencies): ReportsService {
  const { read, database, commands, jobs, attachments, shell, clock, records, log } = dependencies;
  // One draft after the other: each is numbered by the one before.
  const oneByOne = createSerial();
  const shown: string[] = [];

  const itemsOf = (caseId: string, waivers: readonly Waiver[]) =>
    inSnapshot(database, async (reader) =>
      readiness(await gatherCase(reader, records, caseId, new Date(clock.now()).toISOString()), waivers),
    );

  async function bytesOf(
    session: Session,
    id: string,
  ): Promise<{ readonly report: Report; readonly bytes: Uint8Array; readonly fileName: string }> {
    await requireActor(read, session, 'reports.read');
    const report = await findReport(read, id);
    if (report === undefined) throw notFound('report', id);
    return { report, bytes: await kept(report), fileName: `${report.code}-v${report.version}.pdf` };
  }

  /** A file that is not what was kept is refused, and the rest of the laboratory works on. */
  async function kept(report: Report): Promise<Uint8Array> {
    try {
      return await attachments.read(report.sha256);
    } catch (error) {
      const damaged = error instanceof Failure && (error.code === 'NOT_FOUND' || ('kind' in error.data && error.data.kind === 'corrupt'));
      if (!damaged) throw error;
      log.write('error', 'report.file-damaged', { report: report.id, sha256: report.sha256, error: String(error) });
      throw refused('report.file-damaged', { code: report.code, version: report.version });
    }
  }

  return {
    list: async (session, { offset, limit, caseId, text }) => {
      await requireActor(read, session, 'reports.read');
      const wanted = foldedKey(text);
      const found = (await listReports(read, caseId)).filter(
        ({ code, caseCode, customerName }) =>
          wanted === '' || [code, caseCode, customerName].some((word) => foldedKey(word).includes(wanted)),
      );
      return { items: found.slice(offset, offset + limit), total: found.length };
    },
    readiness: async (session, { caseId, waivers }) => {
      await requireActor(read, session, 'reports.read');
      const items = await itemsOf(caseId, waivers);
      return { items: [...items], ready: items.every(({ state }) => state !== 'missing') };
    },
    draft: async (session, input) => {
      await requireActor(read, session, 'reports.draft');
      requireWaivable(input.waivers);
      const missing = (await itemsOf(input.caseId, input.waivers)).filter(({ state }) => state === 'missing').map(({ item }) => item);
      if (missing.length > 0) throw refused('report.not-ready', { items: missing.join(', ') });
      const { code } = await records.caseFile(read, input.caseId);
      const { jobId } = await jobs.start({ kind: 'report', subject: code, session, canCancel: true }, (handle) =>
        oneByOne(async () => ({ reportId: (await makeDraft(dependencies, session, input, handle)).id })),
      );
      return { jobId };
    },
    open: async (session, id) => {
      const { bytes, fileName } = await bytesOf(session, id);
      const folder = await mkdtemp(join(tmpdir(), 'aliquot-report-')).catch(rethrow);
      shown.push(folder);
      const path = join(folder, fileName);
      await writeFile(path, bytes, { mode: 0o600 }).catch(rethrow);
      const complaint = await shell.openPath(path);
      if (complaint !== '') throw refused('report.cannot-open', { detail: complaint });
    },
    saveAs: async (session, id) => {
      const { report, bytes, fileName } = await bytesOf(session, id);
      const path = await saveWhereChosen(shell, { suggestedName: fileName, extension: 'pdf' }, [bytes]);
      if (path === null) return null;
      const subject = { type: 'report', id, code: report.code };
      await commands.run({ actor: session, permission: 'reports.read', action: 'report.save-as', subject }, async (change) =>
        change.note({ version: report.version, fileSha256: report.sha256 }),
      );
      return { path };
    },
    close: async () => {
      for (const folder of shown)
        await rm(folder, { recursive: true, force: true }).catch((error: unknown) =>
          // A viewer may still hold it open; the system clears its temporary folder.
          log.write('info', 'report.copy-not-removed', { error: String(error) }),
        );
    },
  };
}

function rethrow(error: unknown): never {
  throw asStorageFailure(error);
}
