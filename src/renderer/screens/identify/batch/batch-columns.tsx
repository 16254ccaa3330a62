import type { TFunction } from 'i18next';
import type { Batch, BatchRow } from '../../../../contract/batches';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { withNamedCodes } from '../../../../i18n/named-codes';
import type { Column } from '../../../components/data-list/column';
import { StatusBadge, type Tone } from '../../../components/status-badge';
import { scoreText } from '../method/scores';

const TONES: Readonly<Record<BatchRow['state'], Tone>> = { done: 'good', refused: 'attention' };

/** Columns of the table of a batch; those of time and area only for a run. */
export function batchColumns(t: TFunction, language: string, { kind, input }: Pick<Batch, 'kind' | 'input'>): readonly Column<BatchRow>[] {
  const indexed = input.kind === 'run' && input.ladder.length > 0;
  const number = (value: number | null, decimals: number): string => (value === null ? '' : formatNumber(value, language, decimals));
  const percent = (value: number | null): string => (value === null ? '' : formatNumber(100 * value, language, 1));
  const numeric = (
    id: string,
    value: (row: BatchRow) => number | null,
    shown: (row: BatchRow) => string,
    width = 88,
  ): Column<BatchRow> => ({
    id,
    header: t(`search:batch.column.${id}`),
    value,
    cell: shown,
    align: 'end',
    width,
  });
  const ofRun: readonly Column<BatchRow>[] = [
    numeric(
      'time',
      ({ time }) => time?.apex ?? null,
      ({ time }) => number(time?.apex ?? null, 3),
    ),
    ...(indexed
      ? [
          numeric(
            'index',
            ({ retentionIndex }) => retentionIndex,
            ({ retentionIndex }) => number(retentionIndex, 0),
            70,
          ),
        ]
      : []),
    numeric(
      'share',
      ({ areaShare }) => areaShare,
      ({ areaShare }) => percent(areaShare),
      84,
    ),
    numeric(
      'purity',
      ({ purity }) => purity,
      ({ purity }) => percent(purity),
      84,
    ),
    numeric(
      'peaks',
      ({ peaks }) => peaks,
      ({ peaks }) => number(peaks, 0),
      66,
    ),
    numeric(
      'signal',
      ({ signalToNoise }) => signalToNoise,
      ({ signalToNoise }) => number(signalToNoise, 0),
      70,
    ),
  ];
  return [
    { id: 'row', header: t('search:batch.column.row'), value: ({ row }) => row + 1, align: 'end', width: 56 },
    ...(kind === 'run'
      ? ofRun
      : [{ id: 'name', header: t('search:batch.column.name'), value: ({ name }: BatchRow) => name, width: { grow: 2, least: 150 } }]),
    {
      id: 'first',
      header: t('search:batch.column.first'),
      value: ({ first, failure }) =>
        first?.name ?? (failure === null ? '' : t(failureKey(failure.code), withNamedCodes(failure.params, t, language))),
      width: { grow: 3, least: 170 },
    },
    ...(indexed
      ? [
          numeric(
            'reference-index',
            ({ first }) => first?.retentionIndex ?? null,
            ({ first }) => number(first?.retentionIndex ?? null, 0),
            90,
          ),
        ]
      : []),
    numeric(
      'score',
      ({ first }) => first?.score ?? null,
      ({ first, score }) => (score === null ? '' : scoreText(score, first?.score, language)),
      74,
    ),
    { id: 'next', header: t('search:batch.column.next'), value: ({ next }) => next?.name ?? '', width: { grow: 2, least: 140 } },
    numeric(
      'next-score',
      ({ next }) => next?.score ?? null,
      ({ next, score }) => (score === null || next === null ? '' : scoreText(score, next.score, language)),
      74,
    ),
    {
      id: 'warnings',
      header: t('search:batch.column.warnings'),
      value: ({ warnings }) =>
        warnings.map(({ code, params }) => t(`search:warning.${code}`, withNamedCodes(params, t, language))).join(' '),
      width: { grow: 1, least: 90 },
    },
    {
      id: 'state',
      header: t('search:batch.column.state'),
      value: ({ state }) => state,
      cell: ({ state }) => <StatusBadge tone={TONES[state]} label={t(`search:batch.row.${state}`)} />,
      filter: { kind: 'choice', label: (state) => t(`search:batch.row.${state}`) },
      width: 120,
      // Nearly always the same; a refused row says why in the place of its candidate.
      hiddenAtFirst: kind === 'run',
    },
  ];
}

/** A refusal is a rule's, or speaks of the query itself. */
function failureKey(code: string): string {
  return code.includes('.') ? `errors:rule.${code}` : `search:warning.${code}`;
}
