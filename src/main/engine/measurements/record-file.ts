import type { PassedOver, RefusedFile } from '../../../contract/measurements';
import type { DelimitedLayout } from '../../../core/formats/delimited-text/layout';
import { foldedKey } from '../../../core/names/folded-key';
import type { AttachmentsService, KeptFile } from '../attachments/service';
import { wellFormed } from '../audit/canonical';
import type { Change } from '../command/change';
import { placedReason } from './placed-reason';
import type { ReadingSummary } from './reading/reading-model';

/** Where a file stands among those that were opened together. */
export interface BatchPlace {
  readonly id: string;
  /** Whether its row is there already. */
  readonly recorded: boolean;
  readonly name: string;
  readonly place: number;
  /** Whether this is the last file that was found. */
  readonly last: boolean;
  readonly refused: readonly RefusedFile[];
  readonly passedOver: readonly PassedOver[];
}

export interface FileToRecord {
  readonly name: string;
  readonly path: string;
  readonly kept: KeptFile;
  /** The path of `kept` in an instrument's folder, and the other files of it; null for a file read alone. */
  readonly folder: { readonly main: string; readonly companions: readonly { readonly path: string; readonly kept: KeptFile }[] } | null;
  readonly summary: ReadingSummary;
  readonly layout: DelimitedLayout | null;
  readonly rereadOf: string | null;
  readonly version: string;
}

/** Writes what a person opened: the kept bytes, what was read of them, and its place in the batch. @returns the id of the opened file */
export async function recordFile(change: Change, attachments: AttachmentsService, batch: BatchPlace, file: FileToRecord): Promise<string> {
  const by = personOf(change);
  const { summary } = file;
  if (summary.format === null) throw new Error(`${file.path} is recorded without a format`);
  const attachmentId = await attachmentOf(change, attachments, file.kept, lastOf(file.folder?.main ?? file.name));
  await recordBatch(change, batch);
  const { id } = await change.insert('opened_file', {
    id: change.newId(),
    batch_id: batch.id,
    place: batch.place,
    name: file.name,
    path: file.path,
    attachment_id: attachmentId,
    main_path: file.folder?.main ?? null,
    format: summary.format,
    layout_json: file.layout === null ? null : JSON.stringify(file.layout),
    reread_of: file.rereadOf,
    reader_version: file.version,
    items: summary.items,
    scans: summary.scans,
    techniques_json: JSON.stringify(summary.techniques),
    title: wellFormed(summary.title),
    conditions_json: JSON.stringify(summary.conditions),
    run_type: wellFormed(summary.runType),
    warning_total: summary.warningTotal,
    warnings_json: JSON.stringify(summary.warnings.map(placedReason)),
    unused_fields_json: JSON.stringify(summary.unusedFields),
    refusal_json: summary.refusal === null ? null : JSON.stringify(placedReason(summary.refusal)),
    folded: foldedOf(file),
    opened_at: change.now,
    opened_by: by,
  });
  for (const { path, kept } of file.folder?.companions ?? []) {
    const companionId = await attachmentOf(change, attachments, kept, lastOf(path));
    await change.insert('opened_file_companion', { id: change.newId(), opened_file_id: id, path, attachment_id: companionId });
  }
  change.subject({ type: 'opened_file', id, code: file.name });
  change.note({
    sha256: file.kept.sha256,
    path: file.path,
    ...(file.folder === null ? {} : { main: file.folder.main, companions: file.folder.companions.length }),
  });
  return id;
}

/** The batch's row: made with its first file, ended with its last. */
export async function recordBatch(change: Change, { id, recorded, name, last, refused, passedOver }: BatchPlace): Promise<void> {
  const ended = last
    ? { finished_at: change.now, refused_json: JSON.stringify(refused), passed_over_json: JSON.stringify(passedOver) }
    : {};
  if (!recorded)
    await change.insert('opened_batch', {
      id,
      name: wellFormed(name),
      opened_at: change.now,
      opened_by: personOf(change),
      finished_at: null,
      refused_json: '[]',
      passed_over_json: '[]',
      ...ended,
    });
  else if (last) await change.update('opened_batch', id, null, ended);
}

export function personOf({ actor }: Change): string {
  if (actor === null) throw new Error('files are opened by a person');
  return actor.id;
}

/** The row that names the bytes: that of an earlier file, where the laboratory holds them already. */
async function attachmentOf(change: Change, attachments: AttachmentsService, kept: KeptFile, originalName: string): Promise<string> {
  const known = await change.read
    .selectFrom('attachment')
    .select('id')
    .where('sha256', '=', kept.sha256)
    .orderBy('kept_at')
    .executeTakeFirst();
  if (known !== undefined) return known.id;
  return (await attachments.record(change, kept, { originalName: wellFormed(originalName), mediaType: 'application/octet-stream' })).id;
}

const lastOf = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function foldedOf({ path, summary }: FileToRecord): string {
  const { sample, operator, method } = summary.conditions;
  return [path, summary.title, sample, operator, method, summary.format].map((part) => foldedKey(part ?? '')).join('\n');
}
