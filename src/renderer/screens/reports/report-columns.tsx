import { Center } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { Report } from '../../../contract/reports';
import { formatBytes } from '../../../i18n/formats/numbers';
import { CodeText } from '../../components/code-text';
import type { Column } from '../../components/data-list/column';
import { DateText } from '../../components/date-text';
import { StatusBadge } from '../../components/status-badge';
import { ReportActions } from './report-actions';

const codeOf = ({ code, version }: Report): string => `${code}/${version}`;

export function reportColumns(t: TFunction, language: string, withCase: boolean): readonly Column<Report>[] {
  const ofCase: readonly Column<Report>[] = [
    {
      id: 'case',
      header: t('reports:screen.case'),
      value: ({ caseCode }) => caseCode,
      cell: ({ caseCode }) => <CodeText code={caseCode} plain />,
      width: 124,
    },
    { id: 'customer', header: t('reports:screen.customer'), value: ({ customerName }) => customerName, width: { grow: 1.2, least: 98 } },
  ];
  return [
    {
      id: 'code',
      header: t('reports:screen.code'),
      value: codeOf,
      cell: (report) => <CodeText code={codeOf(report)} plain />,
      width: 132,
    },
    ...(withCase ? ofCase : []),
    {
      id: 'status',
      header: t('reports:screen.status'),
      value: () => t('reports:screen.is-draft'),
      cell: () => <StatusBadge tone="attention" label={t('reports:screen.is-draft')} />,
      width: 180,
    },
    {
      id: 'language',
      header: t('reports:screen.language'),
      value: (report) => t(`reports:screen.in.${report.language}`),
      width: 84,
    },
    { id: 'pages', header: t('reports:screen.pages'), value: ({ pages }) => pages, align: 'end', width: 72, hiddenAtFirst: true },
    {
      id: 'size',
      header: t('reports:screen.size'),
      value: ({ size }) => size,
      cell: ({ size }) => formatBytes(size, language),
      align: 'end',
      width: 92,
      hiddenAtFirst: true,
    },
    {
      id: 'sha256',
      header: t('reports:screen.sha256'),
      value: ({ sha256 }) => sha256,
      cell: ({ sha256 }) => <CodeText code={sha256} shorten />,
      width: 142,
    },
    {
      id: 'at',
      header: t('reports:screen.at'),
      value: ({ generatedAt }) => generatedAt,
      cell: ({ generatedAt }) => <DateText instant={generatedAt} />,
      width: 164,
    },
    {
      id: 'by',
      header: t('reports:screen.by'),
      value: ({ generatedBy }) => generatedBy.fullName,
      width: { grow: 1.1, least: 110 },
      hiddenAtFirst: true,
    },
    {
      id: 'actions',
      header: t('reports:screen.actions'),
      value: () => null,
      cell: (report) => (
        <Center h={35} inline>
          <ReportActions id={report.id} code={codeOf(report)} />
        </Center>
      ),
      width: 212,
      sortable: false,
    },
  ];
}
