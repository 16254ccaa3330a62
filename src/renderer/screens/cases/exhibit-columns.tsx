import type { TFunction } from 'i18next';
import type { ExhibitSummary } from '../../../contract/casework';
import { CodeText } from '../../components/code-text';
import type { Column } from '../../components/data-list/column';
import { MassText } from '../../components/mass-text';
import { StatusBadge } from '../../components/status-badge';

export function exhibitColumns(t: TFunction): readonly Column<ExhibitSummary>[] {
  const mass = (id: 'grossMassMicrograms' | 'netMassMicrograms', header: string): Column<ExhibitSummary> => ({
    id,
    header: `${header} / g`,
    value: (row) => (row[id] === null ? null : row[id] / 1e6),
    cell: (row) => (row[id] === null ? null : <MassText micrograms={row[id]} unit="g" bare />),
    align: 'end',
    width: 112,
  });
  return [
    {
      id: 'number',
      header: t('casework:exhibit-form.code'),
      value: ({ number }) => number,
      cell: ({ code }) => <CodeText code={code} plain />,
      width: 132,
    },
    {
      id: 'description',
      header: t('casework:exhibit-form.description'),
      value: ({ description }) => description,
      width: { grow: 1.6, least: 144 },
    },
    {
      id: 'potency',
      header: t('casework:exhibit-form.potency-short'),
      value: ({ highPotencySuspected }) => (highPotencySuspected ? t('casework:exhibit-form.suspected') : ''),
      cell: ({ highPotencySuspected }) =>
        highPotencySuspected ? <StatusBadge tone="danger" label={t('casework:exhibit-form.suspected')} /> : null,
      width: 136,
    },
    {
      id: 'seal',
      header: t('casework:exhibit-form.seal-state'),
      value: ({ sealState }) => t(`casework:exhibit.seal.${sealState}`),
      width: { grow: 0.8, least: 80 },
    },
    { id: 'units', header: t('casework:exhibit-form.units'), value: ({ unitCount }) => unitCount, align: 'end', width: 72 },
    mass('grossMassMicrograms', t('casework:exhibit-form.gross')),
    mass('netMassMicrograms', t('casework:exhibit-form.net')),
  ];
}
