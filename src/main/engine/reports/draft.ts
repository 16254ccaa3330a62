import type { ReportLanguage } from '../../../contract/base';
import type { Report } from '../../../contract/reports';
import type { KeptFile } from '../attachments/service';
import { canonicalText } from '../audit/canonical';
import { sha256 } from '../audit/event';
import type { CaseworkRecords } from '../casework/records';
import type { Change } from '../command/change';
import { peekNextCode } from '../command/codes';
import { notFound, refused } from '../failures';
import type { Foundation } from '../foundation';
import type { JobHandle } from '../jobs/service';
import { requireActor, type Session } from '../session/access';
import { runThreadTask } from '../thread-task';
import type { ReportContent } from './content';
import type { DrawnReport, DrawRequest } from './draw-report';
import { gatherCase } from './gather';
import { readiness, type Waiver } from './readiness';
import { reportOfCase } from './report-of-case';
import { inSnapshot } from './snapshot';
import { findReport, lastDraft, titleOf } from './store';

export interface DraftInput {
  readonly caseId: string;
  readonly language: ReportLanguage;
  readonly waivers: readonly Waiver[];
}

export type DraftDependencies = Pick<Foundation, 'database' | 'commands' | 'attachments' | 'audit' | 'threads' | 'clock'> & {
  readonly records: CaseworkRecords;
};

const STEPS = 4;

/** The number that was drawn is not the one the draft would get: the year turned while it was drawn. */
class NumberTaken extends Error {}

/**
 * One draft from its records to the kept file: read in one moment, written as canonical text, drawn in a thread, kept (fsync before the
 * row), recorded in one change.
 *
 * @throws Failure REFUSED `report.not-ready`; the signal's reason
 */
export async function makeDraft(dependencies: DraftDependencies, session: Session, input: DraftInput, handle: JobHandle): Promise<Report> {
  try {
    return await drawAndRecord(dependencies, session, input, handle);
  } catch (error) {
    if (!(error instanceof NumberTaken)) throw error;
    return drawAndRecord(dependencies, session, input, handle);
  }
}

async function drawAndRecord(
  dependencies: DraftDependencies,
  session: Session,
  input: DraftInput,
  { signal, progress }: JobHandle,
): Promise<Report> {
  const { attachments, threads } = dependencies;
  const step = (done: number) => {
    signal.throwIfAborted();
    progress({ done, total: STEPS, unit: 'steps' });
  };
  step(0);
  const content = await contentOf(dependencies, session, input);
  const text = canonicalText(content);
  const contentSha256 = sha256(text);
  step(1);
  const { pdf, pages } = await runThreadTask<DrawRequest, never, DrawnReport>(threads.report(), { content, contentSha256 }, { signal })
    .result;
  step(2);
  const kept = await attachments.keep({ bytes: pdf });
  step(3);
  return record(dependencies, session, input, { content, text, contentSha256, pages, kept });
}

interface Drawn {
  readonly content: ReportContent;
  readonly text: string;
  readonly contentSha256: string;
  readonly pages: number;
  readonly kept: KeptFile;
}

function record(
  { commands, attachments }: DraftDependencies,
  session: Session,
  { caseId, language }: DraftInput,
  drawn: Drawn,
): Promise<Report> {
  const { content, text, contentSha256, pages, kept } = drawn;
  return commands.run({ actor: session, permission: 'reports.draft', action: 'report.draft' }, async (change) => {
    await takeNumber(change, caseId, content);
    const attachment = await attachments.record(change, kept, {
      originalName: `${content.code}-v${content.version}.pdf`,
      mediaType: 'application/pdf',
    });
    const row = await change.insert('report', {
      id: change.newId(),
      code: content.code,
      version: content.version,
      case_id: caseId,
      language,
      status: 'draft',
      attachment_id: attachment.id,
      pages,
      content_json: text,
      content_sha256: contentSha256,
      waivers_json: canonicalText(content.waivers),
      trail_sequence: content.trailHead.sequence,
      trail_hash: content.trailHead.hash,
      generated_by: change.actor?.id ?? session.personId,
      generated_at: content.generatedAt,
    });
    change.subject({ type: 'report', id: row.id, code: content.code });
    change.note({ version: content.version, contentSha256, fileSha256: kept.sha256, pages });
    const report = await findReport(change.read, row.id);
    if (report === undefined) throw notFound('report', row.id);
    return report;
  });
}

/** Everything of one moment, with the code and version the draft will have. */
function contentOf({ database, audit, clock, records }: DraftDependencies, session: Session, input: DraftInput): Promise<ReportContent> {
  return inSnapshot(database, async (read) => {
    const generatedAt = new Date(clock.now()).toISOString();
    const person = await requireActor(read, session, 'reports.draft');
    const found = await gatherCase(read, records, input.caseId, generatedAt);
    const items = readiness(found, input.waivers);
    const missing = items.filter(({ state }) => state === 'missing').map(({ item }) => item);
    if (missing.length > 0) throw refused('report.not-ready', { items: missing.join(', ') });
    const last = await lastDraft(read, input.caseId);
    const { sequence, hash } = await audit.head(read);
    return reportOfCase(found, {
      code: last?.code ?? (await peekNextCode(read, 'report', generatedAt)),
      version: (last?.version ?? 0) + 1,
      language: input.language,
      generatedAt,
      generatedBy: { fullName: person.fullName, title: await titleOf(read, person.id) },
      waivers: items.flatMap(({ item, waiverReason }) => (waiverReason === null ? [] : [{ item, reason: waiverReason }])),
      trailHead: { sequence, hash },
    });
  });
}

/** Takes the code of a new report; that of a further draft stays. @throws NumberTaken */
async function takeNumber(change: Change, caseId: string, { code, version }: ReportContent): Promise<void> {
  const last = await lastDraft(change.read, caseId);
  const own = last?.code ?? (await change.nextCode('report'));
  if (own !== code || (last?.version ?? 0) + 1 !== version) throw new NumberTaken();
}
