import type { TFunction } from 'i18next';
import type { AuditEvent } from '../../../../contract/audit';
import type { Column } from '../../../components/data-list/column';
import { DateText } from '../../../components/date-text';

/** The verb of a use-case in the reader's words; a verb that the catalogue does not know yet is shown as it is stored. */
export function sayAction(action: string, t: TFunction): string {
  return t(`audit:action.${action}`, { defaultValue: action });
}

export function trailColumns(t: TFunction): readonly Column<AuditEvent>[] {
  return [
    { id: 'sequence', header: t('administration:trail.number'), value: ({ sequence }) => sequence, align: 'end', width: 80 },
    { id: 'at', header: t('administration:trail.when'), value: ({ at }) => at, cell: ({ at }) => <DateText instant={at} />, width: 170 },
    {
      id: 'actor',
      header: t('administration:trail.who'),
      value: ({ actor }) => actor?.fullName ?? t('administration:trail.program'),
      width: { grow: 1, least: 140 },
    },
    { id: 'action', header: t('administration:trail.what'), value: ({ action }) => sayAction(action, t), width: { grow: 2, least: 180 } },
    {
      id: 'subject',
      header: t('administration:trail.subject'),
      value: ({ subjectCode, subjectType }) => subjectCode ?? t(`frame:subject.${subjectType}`, { defaultValue: subjectType }),
      width: { grow: 1, least: 130 },
    },
    { id: 'reason', header: t('frame:reason.label'), value: ({ reason }) => reason, width: { grow: 2, least: 160 } },
    { id: 'hash', header: t('administration:trail.hash'), value: ({ hash }) => hash, hiddenAtFirst: true, width: { grow: 2, least: 200 } },
  ];
}
