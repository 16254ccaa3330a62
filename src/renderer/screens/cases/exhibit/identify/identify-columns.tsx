import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { z } from 'zod';
import type { searchSummary } from '../../../../../contract/identify';
import { formatNumber } from '../../../../../i18n/formats/numbers';
import { CodeText } from '../../../../components/code-text';
import type { Column } from '../../../../components/data-list/column';
import { DateText } from '../../../../components/date-text';
import { SampleCode } from '../sample-code';
import type { PlacedSpectrum } from '../sequence/placed-spectra';

export type SearchRow = z.infer<typeof searchSummary>;

export function unknownColumns(t: TFunction, language: string, exhibitCode: string): readonly Column<PlacedSpectrum>[] {
  return [
    {
      id: 'sample',
      header: t('casework:sequence.sample'),
      value: ({ injection }) => injection.sampleCode,
      cell: ({ injection }) => <SampleCode exhibitCode={exhibitCode} code={injection.sampleCode ?? ''} />,
      width: { grow: 1.2, least: 120 },
    },
    {
      id: 'batch',
      header: t('casework:sequence.title'),
      value: ({ batch, injection }) => `${batch.code} / ${injection.position}`,
      cell: ({ batch, injection }) => <CodeText code={`${batch.code} / ${injection.position}`} plain />,
      width: 150,
    },
    {
      id: 'time',
      header: t('casework:identify.time-minutes'),
      value: ({ spectrum }) => spectrum.retentionTimeMinutes,
      cell: ({ spectrum }) => spectrum.retentionTimeMinutes !== null && formatNumber(spectrum.retentionTimeMinutes, language, 3),
      align: 'end',
      width: 130,
    },
    { id: 'name', header: t('casework:identify.spectrum'), value: ({ spectrum }) => spectrum.name, width: { grow: 1.2, least: 120 } },
    { id: 'peaks', header: t('casework:identify.peaks'), value: ({ spectrum }) => spectrum.peakCount, align: 'end', width: 76 },
    {
      id: 'search',
      header: t('casework:identify.then'),
      value: () => t('casework:identify.search'),
      cell: () => <span style={{ color: 'var(--mantine-color-anchor)' }}>{t('casework:identify.search')}</span>,
      width: 124,
      sortable: false,
    },
  ];
}

export function searchColumns(t: TFunction, onPropose: ((row: SearchRow) => void) | undefined): readonly Column<SearchRow>[] {
  return [
    { id: 'at', header: t('casework:identify.at'), value: ({ at }) => at, cell: ({ at }) => <DateText instant={at} />, width: 172 },
    { id: 'name', header: t('casework:identify.spectrum'), value: ({ queryName }) => queryName, width: { grow: 1.2, least: 120 } },
    { id: 'first', header: t('casework:identify.first'), value: ({ first }) => first, width: { grow: 1.2, least: 120 } },
    { id: 'by', header: t('casework:identify.by'), value: ({ by }) => by, width: { grow: 0.9, least: 90 } },
    {
      id: 'chosen',
      header: t('casework:identify.chosen'),
      value: ({ chosenRank }) => (chosenRank === null ? '' : t('casework:identify.rank', { rank: chosenRank })),
      cell: (row) =>
        row.chosenRank === null || onPropose === undefined ? (
          row.chosenRank !== null && t('casework:identify.rank', { rank: row.chosenRank })
        ) : (
          <Button
            size="compact-xs"
            variant="light"
            onClick={(event) => {
              event.stopPropagation();
              onPropose(row);
            }}
          >
            {t('casework:identify.propose', { rank: row.chosenRank })}
          </Button>
        ),
      width: 150,
    },
  ];
}
