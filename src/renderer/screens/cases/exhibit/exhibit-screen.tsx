import { Badge, Button, Tabs } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exhibit } from '../../../../contract/casework';
import { QueryState } from '../../../app/errors/query-state';
import { useHighPotencyBanner, useOpenRecord } from '../../../app/record/open-record';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { useScreenCommands } from '../../../app/search-everything/sources';
import { api } from '../../../app/wire/client';
import { PageHeader } from '../../../components/page-header';
import { RecordDrawer } from '../../../components/record-drawer';
import { Screen } from '../../../components/screen';
import { StatusBadge } from '../../../components/status-badge';
import { ExhibitForm } from '../exhibit-form';
import { CaseAtWork, ClosedNote, useMayWork } from './case-at-work';
import { ChecklistPane } from './checklist/checklist-pane';
import classes from './exhibit.module.css';
import { useExhibitLine } from './exhibit-line';
import { STEPS } from './steps';

/** The technician's working place: the step at hand, and beside it what a conclusion still needs. */
export function ExhibitScreen() {
  const { exhibitId = '' } = useParams({ strict: false });
  const exhibit = useQuery(api.casework.exhibits.get.queryOptions({ input: { id: exhibitId } }));
  return (
    <Screen fill>
      <QueryState query={exhibit}>
        {(data) => (
          <CaseAtWork caseId={data.caseId}>
            <OpenExhibit key={data.id} exhibit={data} onReload={exhibit.refetch} />
          </CaseAtWork>
        )}
      </QueryState>
    </Screen>
  );
}

function useExhibitRecord(exhibit: Exhibit): void {
  const { t } = useTranslation();
  useOpenRecord([
    { label: exhibit.caseCode, code: exhibit.caseCode, to: `/cases/${exhibit.caseId}` },
    { label: exhibit.description, code: exhibit.code },
  ]);
  useHighPotencyBanner(exhibit.highPotencySuspected ? [t('casework:potency.suspected')] : []);
}

function useSteps(exhibit: Exhibit) {
  const navigate = useNavigate();
  const asked = useParams({ strict: false }).step;
  const step = STEPS.find(({ id }) => id === asked) ?? STEPS[0];
  const go = (id: string): void =>
    void navigate({
      to: '/cases/$caseId/exhibits/$exhibitId/$step',
      params: { caseId: exhibit.caseId, exhibitId: exhibit.id, step: id },
      replace: true,
    });
  useScreenKeys(STEPS.map(({ id, labelKey }, index) => ({ keys: String(index + 1), labelKey, run: () => go(id) })));
  return { step, go };
}

function OpenExhibit({ exhibit, onReload }: { readonly exhibit: Exhibit; readonly onReload: () => Promise<unknown> }) {
  const { t } = useTranslation();
  useExhibitRecord(exhibit);
  const { step, go } = useSteps(exhibit);
  const mayEdit = useMayWork('cases.receive');
  const [editing, setEditing] = useState(false);
  const edit = { id: 'edit-exhibit', keys: 'shift+E', labelKey: 'casework:exhibit-form.edit', run: () => setEditing(true) };
  useScreenKeys(mayEdit ? [edit] : []);
  useScreenCommands(mayEdit ? [edit] : []);
  const line = useExhibitLine(exhibit);
  if (step === undefined) return null;
  return (
    <>
      <PageHeader
        title={<bdi>{exhibit.description}</bdi>}
        hint={<bdi>{line}</bdi>}
        status={exhibit.highPotencySuspected && <StatusBadge tone="danger" label={t('casework:potency.title')} />}
        actions={
          mayEdit && (
            <Button variant="default" leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
              {t('casework:exhibit-form.edit')}
            </Button>
          )
        }
      />
      <ClosedNote caseId={exhibit.caseId} caseCode={exhibit.caseCode} />
      <Tabs className={classes.steps} value={step.id} onChange={(id) => id !== null && go(id)}>
        <Tabs.List className={classes.strip} aria-label={t('casework:step.label')}>
          {STEPS.map(({ id, labelKey, icon: Icon, count }) => (
            <Tabs.Tab
              key={id}
              value={id}
              leftSection={<Icon size={16} stroke={1.6} />}
              rightSection={count(exhibit) ? <Count value={count(exhibit) ?? 0} /> : undefined}
            >
              {t(labelKey)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <div className={classes.body}>
          <Tabs.Panel value={step.id} className={classes.work}>
            <step.component exhibit={exhibit} />
          </Tabs.Panel>
          <ChecklistPane exhibit={exhibit} />
        </div>
      </Tabs>
      <RecordDrawer opened={editing} onClose={() => setEditing(false)} title={exhibit.code} size={720}>
        <ExhibitForm caseId={exhibit.caseId} exhibit={exhibit} onClose={() => setEditing(false)} onReload={onReload} />
      </RecordDrawer>
    </>
  );
}

function Count({ value }: { readonly value: number }) {
  return (
    <Badge size="xs" variant="default" circle={value < 10}>
      {value}
    </Badge>
  );
}
