import type { TFunction } from 'i18next';
import type { Instrument } from '../../../../contract/laboratory';
import { CodeText } from '../../../components/code-text';
import type { Column } from '../../../components/data-list/column';
import { DateText } from '../../../components/date-text';
import { StatusBadge, type Tone } from '../../../components/status-badge';
import { type Fitness, fitnessOf } from './fitness';

const TONES: Readonly<Record<Fitness, Tone>> = {
  'out-of-service': 'neutral',
  overdue: 'attention',
  'not-calibrated': 'attention',
  'in-service': 'good',
};

export function instrumentColumns(t: TFunction, today: string): readonly Column<Instrument>[] {
  const kind = ({ kind: name }: Instrument): string => t(`administration:instrument-kind.${name}`);
  return [
    {
      id: 'code',
      header: t('administration:code'),
      value: ({ code }) => code,
      cell: ({ code }) => <CodeText code={code} plain />,
      width: 130,
    },
    { id: 'name', header: t('administration:instruments.name'), value: ({ name }) => name, width: { grow: 2, least: 160 } },
    { id: 'kind', header: t('administration:instruments.kind'), value: kind, width: 160, filter: { kind: 'choice' } },
    {
      id: 'model',
      header: t('administration:instruments.model'),
      value: ({ maker, model }) => `${maker} ${model}`.trim(),
      width: { grow: 2, least: 160 },
    },
    {
      id: 'serial',
      header: t('administration:instruments.serial'),
      value: ({ serialNumber }) => serialNumber,
      width: { grow: 1, least: 120 },
    },
    {
      id: 'calibrated',
      header: t('administration:instruments.calibrated-on'),
      value: ({ calibratedOn }) => calibratedOn,
      cell: ({ calibratedOn }) => calibratedOn !== null && <DateText day={calibratedOn} />,
      width: 130,
      hiddenAtFirst: true,
    },
    {
      id: 'due',
      header: t('administration:instruments.due-on'),
      value: ({ calibrationDueOn }) => calibrationDueOn,
      cell: ({ calibrationDueOn }) => calibrationDueOn !== null && <DateText day={calibrationDueOn} />,
      width: 150,
    },
    {
      id: 'state',
      header: t('administration:state'),
      value: (instrument) => t(`administration:fitness.${fitnessOf(instrument, today)}`),
      cell: (instrument) => {
        const fitness = fitnessOf(instrument, today);
        return <StatusBadge tone={TONES[fitness]} label={t(`administration:fitness.${fitness}`)} />;
      },
      width: 200,
      filter: { kind: 'choice' },
    },
  ];
}
