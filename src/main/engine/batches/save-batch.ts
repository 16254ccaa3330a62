import type { Batch, BatchRow } from '../../../contract/batches';
import { csvLines, numberCell, textCell } from '../../../core/formats/csv/cells';
import type { Foundation } from '../foundation';
import { fileNameOf, letterhead } from '../identification/save/paper';
import { drawn } from '../identification/save/save-search';
import { plainJson } from '../identification/save/search-table';
import { saveWhereChosen } from '../save-dialog';
import type { SaveBatch } from './service';

type Dependencies = Pick<Foundation, 'read' | 'shell' | 'threads' | 'version'>;

/** @returns where it was saved, null when the person closed the dialog */
export async function saveBatch(
  dependencies: Dependencies,
  { format, language }: SaveBatch,
  { batch, rows }: { readonly batch: Batch; readonly rows: readonly BatchRow[] },
): Promise<{ path: string } | null> {
  const { shell, version } = dependencies;
  const bytes = async function* bytes(): AsyncGenerator<Uint8Array | string> {
    switch (format) {
      case 'csv':
        yield* batchCsv(rows);
        return;
      case 'json':
        yield plainJson({ program: 'Aliquot', version, batch, rows });
        return;
      case 'pdf':
        yield await drawn(dependencies, { paper: 'batch', ...(await letterhead(dependencies.read, language, version)), batch, rows });
    }
  };
  const path = await saveWhereChosen(shell, { suggestedName: `${fileNameOf(batch.name)}.${format}`, extension: format }, bytes());
  return path === null ? null : { path };
}

/** A line for each unknown (RFC 4180); heads are names that programs read. */
export function* batchCsv(rows: readonly BatchRow[]): Generator<string> {
  const text = (value: string | null | undefined) => textCell(value ?? '');
  const number = (value: number | null | undefined) => numberCell(value ?? undefined);
  const head = [
    ...[
      'row',
      'unknown',
      'state',
      'time_min',
      'start_min',
      'end_min',
      'retention_index',
      'area',
      'area_share',
      'purity',
      'signal_to_noise',
    ],
    ...['ranked_by', 'first', 'first_score', 'next_substance', 'next_score', 'remarks', 'not_searched_because', 'search_id'],
  ];
  yield '\uFEFF';
  yield* csvLines([
    head,
    ...rows.map((row) => [
      ...[number(row.row + 1), text(row.name), text(row.state), number(row.time?.apex), number(row.time?.start), number(row.time?.end)],
      ...[number(row.retentionIndex), number(row.area), number(row.areaShare), number(row.purity), number(row.signalToNoise)],
      ...[text(row.score), text(row.first?.name), number(row.first?.score), text(row.next?.name), number(row.next?.score)],
      ...[text(row.warnings.map(({ code }) => code).join(' ')), text(row.failure?.code), text(row.searchId)],
    ]),
  ]);
}
