import type { Content } from 'pdfmake/interfaces';
import type { BatchRow } from '../../../../contract/batches';
import { facts, ruled, type Writer } from '../../reports/document/writer';
import type { BatchPaper } from './paper';
import { readable, scoreOnPaper, warningLines } from './paper-words';

/** A batch as a table, a line for each unknown. */
export function batchPages({ batch, rows }: BatchPaper, writer: Writer): Content[] {
  const { t, typed, instant, number } = writer;
  const isRun = batch.kind === 'run';
  const column = (id: string) => t(`search:batch.column.${id}`);
  const cell = (value: number | null, decimals: number) => (value === null ? '–' : number(value, decimals));
  const named = (found: BatchRow['first'], score: BatchRow['score']) =>
    found === null || score === null ? ['–', '–'] : [typed(found.name), scoreOnPaper(score, found.score, number)];
  return [
    { stack: [typed(batch.name)], style: 'title' },
    facts([
      [t('identify:facts.at'), typed(`${instant(batch.at)}, ${batch.by}`)],
      [
        t('search:paper.state'),
        t(`search:batch.state.${batch.state}`, { done: batch.done + batch.refused, rows: batch.rows ?? 0, refused: batch.refused }),
      ],
    ]),
    ...warningLines(batch.warnings, writer),
    ruled(
      [
        column('row'),
        column('name'),
        ...(isRun ? [column('time'), column('index'), column('share')] : []),
        column('first'),
        column('score'),
        column('next'),
        column('next-score'),
        column('warnings'),
      ],
      rows.map((row) => [
        String(row.row + 1),
        typed(row.name),
        ...(isRun
          ? [cell(row.time?.apex ?? null, 3), cell(row.retentionIndex, 0), cell(row.areaShare === null ? null : 100 * row.areaShare, 1)]
          : []),
        ...named(row.first, row.score),
        ...named(row.next, row.score),
        { stack: [...warningLines(row.warnings, writer), ...failure(row, writer)] },
      ]),
      isRun ? [24, 78, 44, 32, 40, '*', 36, '*', 36, 150] : [24, 120, '*', 40, '*', 40, 170],
    ),
  ];
}

function failure({ failure: why }: BatchRow, { t, number }: Writer): Content[] {
  if (why === null) return [];
  const params = readable(why.params, number);
  return [{ text: t(`errors:rule.${why.code}`, { ...params, defaultValue: t(`search:warning.${why.code}`, params) }), style: 'small' }];
}
