import type { TFunction } from 'i18next';
import type { Conclusion } from '../../../../../contract/casework';
import type { Column } from '../../../../components/data-list/column';
import { DateText } from '../../../../components/date-text';
import { StatusBadge } from '../../../../components/status-badge';
import { LevelBadge } from './level-badge';

export function conclusionColumns(t: TFunction): readonly Column<Conclusion>[] {
  const standing = ({ supersededById }: Conclusion): string =>
    t(supersededById === null ? 'casework:conclusion.standing' : 'casework:conclusion.superseded');
  return [
    {
      id: 'substance',
      header: t('casework:components.substance'),
      value: ({ substanceName }) => substanceName,
      width: { grow: 1.1, least: 110 },
    },
    {
      id: 'level',
      header: t('casework:conclusion.level'),
      value: ({ level }) => t(`criteria:level.${level}`),
      cell: ({ level }) => <LevelBadge level={level} />,
      width: { grow: 2.3, least: 272 },
    },
    {
      id: 'standing',
      header: t('casework:conclusion.state'),
      value: standing,
      cell: (row) => <StatusBadge tone={row.supersededById === null ? 'info' : 'neutral'} label={standing(row)} />,
      width: 116,
    },
    {
      id: 'at',
      header: t('casework:conclusion.drawn-at'),
      value: ({ drawnAt }) => drawnAt,
      cell: ({ drawnAt }) => <DateText instant={drawnAt} />,
      width: 164,
    },
    { id: 'by', header: t('casework:conclusion.drawn-by'), value: ({ drawnBy }) => drawnBy.fullName, width: { grow: 1.1, least: 110 } },
    { id: 'note', header: t('casework:conclusion.note'), value: ({ note }) => note, width: { grow: 1, least: 100 }, hiddenAtFirst: true },
  ];
}
