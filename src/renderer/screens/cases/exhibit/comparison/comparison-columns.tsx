import type { TFunction } from 'i18next';
import type { Comparison, Exhibit } from '../../../../../contract/casework';
import { CodeText } from '../../../../components/code-text';
import type { Column } from '../../../../components/data-list/column';
import { StatusBadge } from '../../../../components/status-badge';
import { SampleCode } from '../sample-code';

export function componentName(exhibit: Exhibit, componentId: string): string {
  return exhibit.components.find(({ id }) => id === componentId)?.substanceName ?? '';
}

export function comparisonColumns(t: TFunction, exhibit: Exhibit): readonly Column<Comparison>[] {
  const part = (id: 'retention' | 'spectrum', header: string): Column<Comparison> => {
    const said = (row: Comparison): string =>
      row.voidedReason !== null ? t('casework:void.done') : t(row[id].met ? 'criteria:state.met' : 'criteria:state.not-met');
    return {
      id,
      header,
      value: said,
      cell: (row) => <StatusBadge tone={row.voidedReason !== null ? 'neutral' : row[id].met ? 'good' : 'attention'} label={said(row)} />,
      width: 122,
    };
  };
  return [
    {
      id: 'component',
      header: t('casework:components.substance'),
      value: ({ componentId }) => componentName(exhibit, componentId),
      width: { grow: 1, least: 100 },
    },
    {
      id: 'sample',
      header: t('casework:sequence.sample'),
      value: ({ sampleCode }) => sampleCode,
      cell: ({ sampleCode }) => <SampleCode exhibitCode={exhibit.code} code={sampleCode} />,
      width: { grow: 1.3, least: 130 },
    },
    {
      id: 'reference',
      header: t('casework:sequence.lot'),
      value: ({ referenceLotCode }) => referenceLotCode,
      cell: ({ referenceLotCode }) => <CodeText code={referenceLotCode} plain />,
      width: 124,
    },
    {
      id: 'match',
      header: t('casework:comparison.match'),
      value: ({ matchFactor }) => matchFactor,
      align: 'end',
      width: 76,
    },
    part('retention', t('casework:comparison.retention')),
    part('spectrum', t('casework:comparison.spectrum')),
    {
      id: 'batch',
      header: t('casework:sequence.title'),
      value: ({ batchCode }) => batchCode,
      cell: ({ batchCode }) => <CodeText code={batchCode} plain />,
      width: 124,
      hiddenAtFirst: true,
    },
  ];
}
