import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../contract/reports';
import { useAction } from '../../app/errors/use-action';
import { useMay } from '../../app/system-state';
import { api } from '../../app/wire/client';
import { DataList } from '../../components/data-list/data-list';
import { reportColumns } from './report-columns';

/** The drafts made of one case. */
export function CaseReports({ caseId }: { readonly caseId: string }) {
  const { t, i18n } = useTranslation();
  const mayRead = useMay('reports.read');
  const reports = useQuery(api.reports.list.queryOptions({ input: { caseId, limit: 200 }, enabled: mayRead }));
  const columns = useMemo(() => reportColumns(t, i18n.language, false), [t, i18n.language]);
  const open = useAction(api.reports.open.mutationOptions());
  if (!mayRead) return null;
  return (
    <DataList<Report>
      id="case-reports"
      label={t('frame:rail.reports')}
      rows={reports.data?.items}
      rowKey={({ id }) => id}
      columns={columns}
      initialSort={{ column: 'at', descending: true }}
      onOpen={({ id }) => open.run({ id })}
      empty={{ title: t('reports:screen.none') }}
    />
  );
}
