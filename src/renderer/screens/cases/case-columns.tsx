import type { TFunction } from 'i18next';
import type { CaseSummary } from '../../../contract/casework';
import { CodeText } from '../../components/code-text';
import type { Column } from '../../components/data-list/column';
import { DateText } from '../../components/date-text';
import { CaseStatus } from './case-status';

export function caseColumns(t: TFunction): readonly Column<CaseSummary>[] {
  const count = (id: 'exhibits' | 'conclusions' | 'reports', header: string): Column<CaseSummary> => ({
    id,
    header,
    value: (row) => row[id],
    align: 'end',
    width: 104,
  });
  return [
    {
      id: 'code',
      header: t('casework:case.code'),
      value: ({ code }) => code,
      cell: ({ code }) => <CodeText code={code} plain />,
      width: 124,
    },
    { id: 'title', header: t('casework:case.title'), value: ({ title }) => title, width: { grow: 1.8, least: 180 } },
    {
      id: 'customer',
      header: t('casework:case.customer'),
      value: ({ customerName }) => customerName,
      width: { grow: 1.4, least: 140 },
      filter: { kind: 'choice' },
    },
    {
      id: 'reference',
      header: t('casework:case.reference'),
      value: ({ customerReference }) => customerReference,
      width: { grow: 1.1, least: 110 },
      hiddenAtFirst: true,
    },
    {
      id: 'received',
      header: t('casework:case.received'),
      value: ({ receivedAt }) => receivedAt,
      cell: ({ receivedAt }) => <DateText instant={receivedAt} />,
      width: 172,
    },
    {
      id: 'seized',
      header: t('casework:case.seized'),
      value: ({ seizedOn }) => seizedOn,
      cell: ({ seizedOn }) => (seizedOn === null ? null : <DateText day={seizedOn} />),
      width: 120,
      hiddenAtFirst: true,
    },
    count('exhibits', t('casework:case.exhibits')),
    count('conclusions', t('casework:case.conclusions')),
    count('reports', t('casework:case.reports')),
    {
      id: 'status',
      header: t('casework:case.status'),
      value: ({ status }) => status,
      cell: ({ status }) => <CaseStatus status={status} />,
      width: 112,
    },
  ];
}
