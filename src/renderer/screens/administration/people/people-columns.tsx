import type { TFunction } from 'i18next';
import type { Person } from '../../../../contract/people';
import type { Column } from '../../../components/data-list/column';
import { DateText } from '../../../components/date-text';
import { StatusBadge } from '../../../components/status-badge';

export function peopleColumns(t: TFunction): readonly Column<Person>[] {
  const roles = (person: Person): string => person.roles.map((role) => t(`frame:role.${role}`)).join(', ');
  const state = (person: Person): string =>
    person.disabledAt === null ? t('administration:people.active') : t('administration:people.disabled');
  return [
    { id: 'name', header: t('administration:people.full-name'), value: (person) => person.fullName, width: { grow: 2, least: 160 } },
    { id: 'initials', header: t('administration:people.initials'), value: (person) => person.initials, width: 90 },
    { id: 'sign-in-name', header: t('frame:sign-in.name'), value: (person) => person.signInName, width: { grow: 1, least: 120 } },
    { id: 'title', header: t('administration:people.title'), value: (person) => person.title, hiddenAtFirst: true },
    { id: 'roles', header: t('administration:people.roles'), value: roles, width: { grow: 2, least: 180 } },
    {
      id: 'last',
      header: t('administration:people.last-sign-in'),
      value: (person) => person.lastSignInAt,
      cell: (person) => person.lastSignInAt !== null && <DateText instant={person.lastSignInAt} />,
      width: 170,
    },
    {
      id: 'state',
      header: t('administration:state'),
      value: state,
      cell: (person) => <StatusBadge tone={person.disabledAt === null ? 'good' : 'neutral'} label={state(person)} />,
      width: 130,
      filter: { kind: 'choice' },
    },
  ];
}
