import type { TFunction } from 'i18next';
import type { CustodyEvent } from '../../../../../contract/casework';
import { formatInstant } from '../../../../../i18n/formats/dates';
import type { Column } from '../../../../components/data-list/column';
import { DateText } from '../../../../components/date-text';
import { StatusBadge } from '../../../../components/status-badge';

const ARROW = ' → ';

export function custodyColumns(t: TFunction, language: string, events: readonly CustodyEvent[]): readonly Column<CustodyEvent>[] {
  const said = ({ kind, correctsId }: CustodyEvent): string => {
    const old = events.find(({ id }) => id === correctsId);
    return old === undefined
      ? t(`casework:custody.kind.${kind}`)
      : t('casework:custody-log.corrects', {
          kind: t(`casework:custody.kind.${old.kind}`),
          when: formatInstant(old.occurredAt, language),
        });
  };
  const change = (before: string, after: string): string => (before === after ? before : [before || '–', after || '–'].join(ARROW));
  return [
    {
      id: 'when',
      header: t('casework:custody-log.when'),
      value: ({ occurredAt }) => occurredAt,
      cell: ({ occurredAt }) => <DateText instant={occurredAt} />,
      width: 172,
    },
    {
      id: 'what',
      header: t('casework:custody-log.what'),
      value: said,
      cell: (event) => (event.kind === 'correction' ? <StatusBadge tone="attention" label={said(event)} /> : said(event)),
      width: { grow: 0.96, least: 96 },
    },
    {
      id: 'parties',
      header: t('casework:custody-log.parties'),
      value: ({ fromParty, toParty }) => (fromParty === '' && toParty === '' ? '' : change(fromParty, toParty)),
      width: { grow: 1.16, least: 116 },
    },
    {
      id: 'seals',
      header: t('casework:custody-log.seals'),
      value: ({ sealBefore, sealAfter }) => (sealBefore === '' && sealAfter === '' ? '' : change(sealBefore, sealAfter)),
      width: { grow: 1.24, least: 124 },
    },
    { id: 'location', header: t('casework:custody-log.location'), value: ({ location }) => location, width: { grow: 0.96, least: 96 } },
    {
      id: 'by',
      header: t('casework:custody-log.by'),
      value: ({ recordedBy, witness }) =>
        witness === null
          ? recordedBy.fullName
          : t('casework:custody-log.witnessed', { person: recordedBy.fullName, witness: witness.fullName }),
      width: { grow: 1.04, least: 104 },
    },
    {
      id: 'note',
      header: t('casework:custody-log.note'),
      value: ({ note }) => note,
      width: { grow: 1.2, least: 120 },
      hiddenAtFirst: true,
    },
  ];
}
