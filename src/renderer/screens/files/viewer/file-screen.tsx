import { Tabs, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../../contract/measurements';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { QueryState } from '../../../app/errors/query-state';
import { useOpenRecord } from '../../../app/record/open-record';
import { useScreenKeys } from '../../../app/record/screen-keys';
import { api } from '../../../app/wire/client';
import { EmptyState } from '../../../components/empty-state';
import { PageHeader } from '../../../components/page-header';
import { Screen } from '../../../components/screen';
import { StatusBadge } from '../../../components/status-badge';
import { FileActions } from '../actions/file-actions';
import type { FileAddress, PanelName } from '../address';
import { firstTrace } from '../compare/comparable';
import { useShelved } from '../compare/use-shelved';
import classes from '../files.module.css';
import { ComparePanel } from '../panels/compare-panel';
import { FactsPanel } from '../panels/facts-panel';
import { ReadingPanel } from '../panels/reading-panel';
import { ProcessingPanel } from '../processing/processing-panel';
import { RunPanel } from '../processing/run-panel';
import { useOutcome } from '../processing/use-outcome';
import { Contents } from './contents';
import { inMinutes } from './in-minutes';
import { ItemPane } from './item-pane';
import { useStudy } from './use-study';

const PANELS: readonly PanelName[] = ['facts', 'processing', 'compare', 'reading'];

/** One opened file: its records, the picture of one of them, and everything known of it. */
export function FileScreen() {
  const { fileId } = useParams({ from: '/library/files/$fileId' });
  const query = useQuery(api.measurements.file.queryOptions({ input: { id: fileId }, meta: { topics: ['collection', 'added_spectrum'] } }));
  return (
    <Screen fill>
      <QueryState query={query}>{(file) => <FileViewer key={file.id} file={file} />}</QueryState>
    </Screen>
  );
}

function FileViewer({ file }: { readonly file: OpenedFile }) {
  const address = useSearch({ from: '/library/files/$fileId' });
  const index = Math.min(address.item ?? 0, Math.max(0, file.items - 1));
  return <RecordViewer key={index} file={file} address={address} index={index} />;
}

function RecordViewer({ file, address, index }: { readonly file: OpenedFile; readonly address: FileAddress; readonly index: number }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const item = useQuery({
    ...api.measurements.item.queryOptions({ input: { fileId: file.id, index }, enabled: file.items > 0, meta: { topics: [] } }),
    select: inMinutes,
  });
  const study = useStudy(file.id, index, item.data);
  const shelved = useShelved({ fileId: file.id, index });
  const references = useMemo(
    () =>
      new Map(
        shelved.flatMap((record) => {
          const trace = firstTrace(record);
          return trace === undefined ? [] : [[record.key, trace] as const];
        }),
      ),
    [shelved],
  );
  const outcome = useOutcome(study, references);
  const panel = address.panel ?? (file.refusal === null ? 'facts' : 'reading');
  const go = (next: Partial<FileAddress>): void =>
    void navigate({ to: '/library/files/$fileId', params: { fileId: file.id }, search: { ...address, ...next }, replace: true });
  const name = item.data === undefined ? file.title : item.data.identity.name;
  useOpenRecord([{ label: t('files:crumb') }, { label: file.name }]);
  useScreenKeys([
    { keys: 'alt+ArrowDown', labelKey: 'files:keys.next', run: () => index + 1 < file.items && go({ item: index + 1 }) },
    { keys: 'alt+ArrowUp', labelKey: 'files:keys.previous', run: () => index > 0 && go({ item: index - 1 }) },
    { keys: 'F', labelKey: 'files:keys.facts', run: () => go({ panel: 'facts' }) },
    { keys: 'P', labelKey: 'files:keys.processing', run: () => go({ panel: 'processing' }) },
    { keys: 'C', labelKey: 'files:keys.compare', run: () => go({ panel: 'compare' }) },
    { keys: 'R', labelKey: 'files:keys.reading', run: () => go({ panel: 'reading' }) },
  ]);
  const single = file.items <= 1 && address.batch === undefined;
  return (
    <>
      <PageHeader
        title={
          <span className={classes.title} dir="auto" title={name}>
            <bdi>{name === '' ? file.name : name}</bdi>
          </span>
        }
        hint={
          <span className={classes.hint}>
            <bdi>{file.path}</bdi>
            <span>{t(`files:format.${file.format}`)}</span>
            {file.items > 1 && <span>{t('files:items.of', { number: index + 1, count: file.items })}</span>}
            {(file.refusal !== null || file.warningTotal > 0) && (
              <UnstyledButton onClick={() => go({ panel: 'reading' })}>
                <StatusBadge
                  tone="attention"
                  label={file.refusal === null ? t('files:reading.warnings', { count: file.warningTotal }) : t('files:reading.partly')}
                />
              </UnstyledButton>
            )}
          </span>
        }
        actions={<FileActions file={file} study={study} address={address} />}
      />
      <VisuallyHidden role="status">{t('files:items.shown', { name, number: formatNumber(index + 1, i18n.language, 0) })}</VisuallyHidden>
      <div className={classes.body} data-single={single || undefined}>
        {!single && <Contents file={file} address={address} />}
        <div className={classes.picture}>
          {item.error !== null && <ErrorAlert error={presentError(item.error, t)} onRetry={() => void item.refetch()} />}
          {file.items === 0 && <EmptyState title={t('files:items.empty')} />}
          {file.items > 0 && item.error === null && (
            <QueryState query={item} inset>
              {(data) => <ItemPane item={data} study={study} outcome={outcome} shelved={shelved} />}
            </QueryState>
          )}
        </div>
        <aside className={classes.panel} aria-label={t('files:panel.label')}>
          <Tabs className={classes.tabs} value={panel} onChange={(next) => go({ panel: PANELS.find((known) => known === next) })}>
            <Tabs.List aria-label={t('files:panel.label')} grow>
              {PANELS.map((known) => (
                <Tabs.Tab key={known} value={known} className={classes.tab}>
                  {t(`files:panel.${known}`)}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value="facts" className={classes.tabs}>
              <FactsPanel file={file} item={item.data} />
            </Tabs.Panel>
            <Tabs.Panel value="processing" className={classes.tabs}>
              {item.data?.kind === 'run' ? (
                <RunPanel item={item.data} study={study} runName={name === '' ? file.name : name} />
              ) : (
                <ProcessingPanel file={file} study={study} outcome={outcome} />
              )}
            </Tabs.Panel>
            <Tabs.Panel value="compare" className={classes.tabs}>
              <ComparePanel file={file} study={study} />
            </Tabs.Panel>
            <Tabs.Panel value="reading" className={classes.tabs}>
              <ReadingPanel file={file} />
            </Tabs.Panel>
          </Tabs>
        </aside>
      </div>
    </>
  );
}
