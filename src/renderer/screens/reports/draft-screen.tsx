import { Button, SegmentedControl, Text } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReportLanguage, reportLanguage } from '../../../contract/base';
import type { ReportItem } from '../../../contract/reports';
import { languageOf } from '../../../i18n/languages';
import { ErrorAlert } from '../../app/errors/error-alert';
import { QueryState } from '../../app/errors/query-state';
import { useAction } from '../../app/errors/use-action';
import { useOpenRecord } from '../../app/record/open-record';
import { useMay } from '../../app/system-state';
import { useJob } from '../../app/tasks/jobs-state';
import { api } from '../../app/wire/client';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';
import { StatusBadge } from '../../components/status-badge';
import { CaseReports } from './case-reports';
import { DraftProgress } from './draft-progress';
import { ItemLine, type Waiver } from './item-line';
import classes from './reports.module.css';

/** The items of ISO/IEC 17025:2017, 7.8.2.1, each present, missing or waived; a draft is made when none is missing. */
export function DraftScreen() {
  const { t, i18n } = useTranslation();
  const { caseId = '' } = useParams({ strict: false });
  const mayDraft = useMay('reports.draft');
  const [waivers, setWaivers] = useState<readonly Waiver[]>([]);
  const [language, setLanguage] = useState<ReportLanguage>(() => reportLanguage.catch('en').parse(languageOf(i18n.language).tag));
  const [jobId, setJobId] = useState<string | undefined>();
  const caseFile = useQuery(api.casework.cases.get.queryOptions({ input: { id: caseId } }));
  const readiness = useQuery(
    api.reports.readiness.queryOptions({ input: { caseId, waivers: [...waivers] }, placeholderData: keepPreviousData }),
  );
  const draft = useAction(api.reports.draft.mutationOptions(), { inPlace: true, onDone: (started) => setJobId(started.jobId) });
  const job = useJob(jobId);
  const code = caseFile.data?.code;
  useOpenRecord(code === undefined ? [] : [{ label: code, code, to: `/cases/${caseId}` }, { label: t('reports:screen.draft') }]);
  const waive = (item: ReportItem['item'], reason: string | null): void =>
    setWaivers([...waivers.filter((waiver) => waiver.item !== item), ...(reason === null ? [] : [{ item, reason }])]);
  const ready = readiness.data?.ready === true;
  const missing = readiness.data?.items.filter(({ state }) => state === 'missing').length ?? 0;
  return (
    <Screen fill>
      <PageHeader
        title={t('reports:screen.draft')}
        hint={t('reports:screen.draft-hint')}
        status={
          readiness.data !== undefined && (
            <StatusBadge
              tone={ready ? 'good' : 'attention'}
              label={ready ? t('reports:screen.ready') : t('reports:screen.missing-count', { count: missing })}
            />
          )
        }
        actions={
          mayDraft && (
            <>
              <Text size="sm" c="dimmed" id="report-language">
                {t('reports:screen.written-in')}
              </Text>
              <SegmentedControl
                size="sm"
                aria-labelledby="report-language"
                value={language}
                onChange={(next) => setLanguage(next as ReportLanguage)}
                data={reportLanguage.options.map((value) => ({ value, label: t(`reports:screen.in.${value}`) }))}
              />
              <Button
                leftSection={<IconFileText size={16} aria-hidden />}
                disabled={!ready}
                loading={draft.busy || job?.state === 'running'}
                onClick={() => draft.run({ caseId, language, waivers: [...waivers] })}
              >
                {t('reports:screen.make')}
              </Button>
            </>
          )
        }
      />
      {draft.failure !== null && <ErrorAlert error={draft.failure} />}
      {job !== undefined && <DraftProgress job={job} />}
      <QueryState query={readiness}>
        {({ items }) => (
          <ol className={classes.items} aria-label={t('reports:screen.items')}>
            {items.map((item) => (
              <ItemLine key={item.item} item={item} onWaive={mayDraft ? (reason) => waive(item.item, reason) : undefined} />
            ))}
          </ol>
        )}
      </QueryState>
      {(caseFile.data?.reports ?? 0) > 0 && (
        <div className={classes.drafts}>
          <CaseReports caseId={caseId} />
        </div>
      )}
    </Screen>
  );
}
