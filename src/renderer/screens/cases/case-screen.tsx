import { Button } from '@mantine/core';
import { IconFileText, IconPencil, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseSummary, ExhibitSummary } from '../../../contract/casework';
import { QueryState } from '../../app/errors/query-state';
import { useOpenRecord } from '../../app/record/open-record';
import { useScreenKeys } from '../../app/record/screen-keys';
import { useScreenCommands } from '../../app/search-everything/sources';
import { useMay } from '../../app/system-state';
import { api } from '../../app/wire/client';
import { DataList } from '../../components/data-list/data-list';
import { PageHeader } from '../../components/page-header';
import { RecordDrawer } from '../../components/record-drawer';
import { Screen } from '../../components/screen';
import { CaseReports } from '../reports/case-reports';
import { CaseFacts } from './case-facts';
import { CaseForm } from './case-form';
import classes from './case-screen.module.css';
import { CaseStatus } from './case-status';
import { exhibitColumns } from './exhibit-columns';
import { ExhibitForm } from './exhibit-form';

type CaseFile = CaseSummary & { readonly exhibitList: readonly ExhibitSummary[] };

/** One case: its facts, its exhibits, its reports. */
export function CaseScreen() {
  const { caseId = '' } = useParams({ strict: false });
  const caseFile = useQuery(api.casework.cases.get.queryOptions({ input: { id: caseId } }));
  useOpenRecord(caseFile.data === undefined ? [] : [{ label: caseFile.data.title, code: caseFile.data.code }]);
  return (
    <Screen fill>
      <QueryState query={caseFile}>{(data) => <OpenCase caseFile={data} onReload={caseFile.refetch} />}</QueryState>
    </Screen>
  );
}

function OpenCase({ caseFile, onReload }: { readonly caseFile: CaseFile; readonly onReload: () => Promise<unknown> }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isOpen = caseFile.status === 'open';
  const mayReceive = useMay('cases.receive');
  const mayDraft = useMay('reports.draft');
  const mayAdd = mayReceive && isOpen;
  const [open, setOpen] = useState<'case' | 'exhibit' | null>(null);
  const columns = useMemo(() => exhibitColumns(t), [t]);
  const close = (): void => setOpen(null);
  const addExhibit = (): void => setOpen('exhibit');
  const editCase = (): void => setOpen('case');
  const toReport = (): void => void navigate({ to: '/cases/$caseId/report', params: { caseId: caseFile.id } });
  const commands = [
    { id: 'new-exhibit', keys: 'shift+N', labelKey: 'casework:exhibits.add', run: addExhibit, offered: mayAdd },
    { id: 'edit-case', keys: 'shift+E', labelKey: 'casework:case.edit', run: editCase, offered: mayReceive },
    { id: 'draft-report', keys: 'shift+R', labelKey: 'reports:screen.draft', run: toReport, offered: mayDraft },
  ].filter(({ offered }) => offered);
  useScreenKeys(commands);
  useScreenCommands(commands);
  const addLabel = t('casework:exhibits.add');
  return (
    <>
      <PageHeader
        title={<bdi>{caseFile.title}</bdi>}
        status={<CaseStatus status={caseFile.status} />}
        actions={
          <>
            {mayReceive && (
              <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={editCase}>
                {t('casework:case.edit')}
              </Button>
            )}
            {mayDraft && (
              <Button
                component={Link}
                to={`/cases/${caseFile.id}/report`}
                variant="default"
                leftSection={<IconFileText size={16} aria-hidden />}
              >
                {t('reports:screen.draft')}
              </Button>
            )}
            {mayAdd && (
              <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={addExhibit}>
                {addLabel}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.columns}>
        <CaseFacts caseFile={caseFile} />
        <div className={classes.lists}>
          <DataList<ExhibitSummary>
            id="exhibits"
            label={t('casework:exhibits.title')}
            rows={caseFile.exhibitList}
            rowKey={({ id }) => id}
            columns={columns}
            initialSort={{ column: 'number', descending: false }}
            onOpen={({ id }) => void navigate({ to: '/cases/$caseId/exhibits/$exhibitId', params: { caseId: caseFile.id, exhibitId: id } })}
            empty={{
              title: t('casework:exhibits.none'),
              hint: t('casework:exhibits.none-hint'),
              action: mayAdd ? { label: addLabel, onClick: addExhibit } : undefined,
            }}
          />
          {caseFile.reports > 0 && <CaseReports caseId={caseFile.id} />}
        </div>
      </div>
      <RecordDrawer opened={open === 'case'} onClose={close} title={t('casework:case.edit')} size={560}>
        <CaseForm caseFile={caseFile} onClose={close} onReload={onReload} />
      </RecordDrawer>
      <RecordDrawer opened={open === 'exhibit'} onClose={close} title={addLabel} size={720}>
        <ExhibitForm
          caseId={caseFile.id}
          exhibit={null}
          onClose={close}
          onSaved={({ id }) => void navigate({ to: '/cases/$caseId/exhibits/$exhibitId', params: { caseId: caseFile.id, exhibitId: id } })}
          onReload={onReload}
        />
      </RecordDrawer>
    </>
  );
}
