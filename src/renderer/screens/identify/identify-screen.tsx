import { Button, Text, Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch as useAddress } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorAlert } from '../../app/errors/error-alert';
import { presentError } from '../../app/errors/present-error';
import { useHighPotencyBanner, useOpenRecord } from '../../app/record/open-record';
import { useScreenKeys } from '../../app/record/screen-keys';
import { useMay } from '../../app/system-state';
import { api } from '../../app/wire/client';
import { PageHeader } from '../../components/page-header';
import { Screen } from '../../components/screen';
import { StatusBadge } from '../../components/status-badge';
import { queryOf } from './address';
import { ConclusionStrip } from './conclusion-strip';
import { HistoryDrawer } from './history-drawer';
import classes from './identify.module.css';
import { JointButton } from './joint/joint-button';
import type { Offer } from './method/offers';
import { Panes } from './panes';
import { QueryWarnings } from './query-warnings';
import { SearchActions } from './search-actions';
import { SearchFacts } from './search-facts';
import { NO_FILTERS, settingsOf } from './settings';
import { SettingsButton } from './settings-form';
import { OpenFileButton } from './unknown/open-file-button';
import { UnknownChoice } from './unknown/unknown-choice';
import { useUnknownFiles } from './unknown/use-unknown-files';
import { useExhibit } from './use-exhibit';
import { useSearch } from './use-search';
import { Welcome } from './welcome';

const NO_OFFERS: readonly Offer[] = [];
const FROZEN = { topics: ['search', 'search_reveal'] } as const;

/** A spectrum, what the library holds that is like it, and what may be said of that. */
export function IdentifyScreen() {
  const { t } = useTranslation();
  const address = useAddress({ from: '/identify' });
  const maySearch = useMay('identify.search');
  const files = useUnknownFiles(maySearch, address.exhibit);
  const [walked, setWalked] = useState({ searchId: '', rank: 1 });
  const [historyOpen, setHistoryOpen] = useState(false);
  const [settingsOpen, setSettingsOpen] = useState(false);
  const stored = useQuery(
    api.identify.get.queryOptions({ input: { id: address.search ?? '' }, enabled: address.search !== undefined, meta: FROZEN }),
  );
  const search = address.search === undefined ? undefined : stored.data;
  const query = search?.query ?? queryOf(address);
  const unknown = useQuery(
    api.identify.query.queryOptions({
      input: { query: query ?? { kind: 'file', sha256: '', fileName: '', record: 0 } },
      enabled: query !== null,
      meta: { topics: [] },
    }),
  );
  const rank = walked.searchId === search?.id ? walked.rank : (search?.chosenRank ?? 1);
  const offers = unknown.data?.offers ?? NO_OFFERS;
  const searching = useSearch(address, query, offers[0]?.method);
  const exhibit = useExhibit(address.exhibit ?? search?.exhibitId ?? undefined);
  const shown = search === undefined ? unknown.data : { name: search.queryName, peaks: search.queryPeaks, trace: search.queryTrace };
  useOpenRecord([
    ...(exhibit === null ? [] : [{ label: t('identify:strip.exhibit'), code: exhibit.code, to: exhibit.to }]),
    ...(shown === undefined ? [] : [{ label: shown.name }]),
  ]);
  useHighPotencyBanner(exhibit?.highPotencySuspected === true ? [exhibit.code] : []);
  useScreenKeys([
    { keys: 'mod+O', labelKey: 'identify:keys.open', run: () => document.querySelector<HTMLButtonElement>('[data-open-file]')?.click() },
    { keys: 'H', labelKey: 'identify:keys.history', run: () => setHistoryOpen(true) },
    { keys: 'S', labelKey: 'identify:keys.settings', run: () => setSettingsOpen(true) },
    { keys: 'L', labelKey: 'identify:keys.list', run: () => document.querySelector<HTMLElement>('[data-candidates]')?.focus() },
    { keys: 'ArrowDown', labelKey: 'identify:keys.walk' },
    { keys: '+', labelKey: 'identify:keys.zoom' },
    { keys: 'shift+ArrowRight', labelKey: 'identify:keys.peaks' },
  ]);
  const failure =
    (query === null ? null : searching.failure) ??
    (stored.error === null ? null : presentError(stored.error, t)) ??
    (unknown.error === null || search !== undefined ? null : presentError(unknown.error, t));
  const first = offers[0];
  const settings = search !== undefined ? settingsOf(search) : first === undefined ? null : { method: first.method, filters: NO_FILTERS };
  const fromFile = query?.kind === 'file' ? query.fileName : '';
  return (
    <Screen fill>
      {shown !== undefined && (
        <PageHeader
          title={
            <span className={classes.title} dir="auto" title={shown.name}>
              <bdi>{shown.name === '' ? t('identify:unnamed') : shown.name}</bdi>
            </span>
          }
          hint={
            <span className={classes.hint}>
              <StatusBadge tone="attention" label={t('identify:tentative')} />
              {fromFile !== '' && <bdi>{fromFile}</bdi>}
              <span>
                {shown.trace === null
                  ? t('identify:peak-count', { count: shown.peaks.mz.length })
                  : t('identify:point-count', { count: shown.trace.y.values.length })}
              </span>
            </span>
          }
          actions={
            <>
              {exhibit !== null && (
                <Tooltip label={t('identify:strip.back', { code: exhibit.code })}>
                  <Button
                    size="xs"
                    variant="light"
                    component={Link}
                    to={exhibit.to}
                    leftSection={<IconArrowBackUp size={16} aria-hidden />}
                    aria-label={t('identify:strip.back', { code: exhibit.code })}
                  >
                    <bdi>{exhibit.code}</bdi>
                  </Button>
                </Tooltip>
              )}
              {exhibit !== null && <JointButton exhibitId={exhibit.id} />}
              {query !== null && settings !== null && (
                <SettingsButton
                  settings={settings}
                  offers={offers}
                  busy={searching.busy}
                  opened={settingsOpen}
                  onOpened={setSettingsOpen}
                  onSearch={(next) => searching.search(query, next)}
                />
              )}
              {search !== undefined && (
                <SearchActions
                  search={search}
                  rank={rank}
                  offers={offers}
                  onSearchWith={(method) => query !== null && searching.search(query, { ...settingsOf(search), method })}
                />
              )}
              {search !== undefined && <SearchFacts search={search} />}
              <Tooltip label={t('identify:history.title')}>
                <Button size="xs" px={8} variant="default" aria-label={t('identify:history.title')} onClick={() => setHistoryOpen(true)}>
                  <IconHistory size={16} aria-hidden />
                </Button>
              </Tooltip>
              <OpenFileButton size="xs" onFiles={files.open} />
            </>
          }
        />
      )}
      {failure !== null && (
        <ErrorAlert error={failure} onRetry={failure === searching.failure && failure.passing ? searching.again : undefined} />
      )}
      <QueryWarnings warnings={search?.judgement.warnings ?? unknown.data?.warnings ?? []} />
      {shown === undefined && (failure !== null || (query === null && address.search === undefined)) && (
        <Welcome exhibit={exhibit} onFiles={files.open} onHistory={() => setHistoryOpen(true)} />
      )}
      {shown !== undefined && (
        <>
          <Panes
            key={search?.id ?? ''}
            unknown={shown}
            search={search}
            rank={rank}
            onRank={(next) => setWalked({ searchId: search?.id ?? '', rank: next })}
            busy={searching.busy}
            onSearch={(next) => query !== null && searching.search(query, next)}
          />
          <ConclusionStrip search={search} />
        </>
      )}
      {shown === undefined && (query !== null || address.search !== undefined) && failure === null && (
        <Text c="dimmed" role="status">
          {t('identify:reading')}
        </Text>
      )}
      <UnknownChoice files={files} exhibit={address.exhibit} />
      <HistoryDrawer opened={historyOpen} currentId={address.search} exhibitId={address.exhibit} onClose={() => setHistoryOpen(false)} />
    </Screen>
  );
}
