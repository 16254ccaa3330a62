import { IconAlertTriangle, IconCheck, IconMinus, IconQuestionMark } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { ColourTest } from '../../../../../contract/casework';
import type { Column } from '../../../../components/data-list/column';
import { DateText } from '../../../../components/date-text';
import { StatusBadge } from '../../../../components/status-badge';
import { SampleCode } from '../sample-code';

type Outcome = ColourTest['outcome'];

const OUTCOME_ICONS = { positive: IconCheck, negative: IconMinus, inconclusive: IconQuestionMark } as const;

/** What was seen, as data: positive is no praise and negative no fault. */
export function OutcomeBadge({ outcome, label }: { readonly outcome: Outcome; readonly label: string }) {
  return <StatusBadge tone={outcome === 'inconclusive' ? 'attention' : 'info'} icon={OUTCOME_ICONS[outcome]} label={label} />;
}

/** The positive control must react, the blank must not. */
export function controlsPassed({ positiveControl, blankControl }: Pick<ColourTest, 'positiveControl' | 'blankControl'>): boolean {
  return positiveControl === 'positive' && blankControl === 'negative';
}

export function coloursSeen(t: TFunction, observed: ColourTest['observed']): string {
  return observed
    .map(({ seconds, colour }) =>
      t('casework:colour.at', { colour: t(`casework:colour.word.${colour}`, { defaultValue: colour }), seconds }),
    )
    .join(' → ');
}

export function colourColumns(t: TFunction, exhibitCode: string): readonly Column<ColourTest>[] {
  const outcome = (value: Outcome): string => t(`casework:outcome.${value}`);
  const standing = (test: ColourTest): string =>
    test.voidedReason === null
      ? t(controlsPassed(test) ? 'casework:colour.controls-ok' : 'casework:colour.controls-failed')
      : t('casework:void.done');
  return [
    { id: 'reagent', header: t('casework:colour.reagent'), value: ({ reagent }) => reagent, width: { grow: 1.1, least: 110 } },
    {
      id: 'sample',
      header: t('casework:colour.sample'),
      value: ({ sampleCode }) => sampleCode,
      cell: ({ sampleCode }) => <SampleCode exhibitCode={exhibitCode} code={sampleCode} />,
      width: { grow: 1.5, least: 150 },
    },
    { id: 'seen', header: t('casework:colour.seen'), value: ({ observed }) => coloursSeen(t, observed), width: { grow: 1.5, least: 150 } },
    {
      id: 'outcome',
      header: t('casework:colour.outcome'),
      value: (test) => outcome(test.outcome),
      cell: (test) => <OutcomeBadge outcome={test.outcome} label={outcome(test.outcome)} />,
      width: 130,
    },
    {
      id: 'controls',
      header: t('casework:colour.standing'),
      value: standing,
      cell: (test) => (
        <StatusBadge
          tone={test.voidedReason !== null ? 'neutral' : controlsPassed(test) ? 'good' : 'attention'}
          {...(test.voidedReason === null && !controlsPassed(test) ? { icon: IconAlertTriangle } : {})}
          label={standing(test)}
        />
      ),
      width: 160,
    },
    {
      id: 'at',
      header: t('casework:colour.performed'),
      value: ({ performedAt }) => performedAt,
      cell: ({ performedAt }) => <DateText instant={performedAt} />,
      width: 172,
      hiddenAtFirst: true,
    },
  ];
}
