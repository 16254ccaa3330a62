import { Spotlight } from '@mantine/spotlight';
import { IconArrowRight, IconCommand, IconSearch } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, type Role } from '../../../contract/permissions';
import { CodeText } from '../../components/code-text';
import { foldText } from '../../components/data-list/list-view';
import { useObservable } from '../observable';
import { RAIL } from '../rail-entries';
import { usePerson } from '../system-state';
import { type SearchHit, screenCommands, searchSources } from './sources';

const LEAST_LETTERS = 2;

function useHits(text: string) {
  const { roles } = usePerson();
  const sources = useObservable(searchSources).filter(
    ({ permission }) => permission === undefined || may(roles as readonly Role[], permission),
  );
  const results = useQueries({
    queries: sources.map((source) => ({
      queryKey: ['search-everything', source.id, text],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.search(text, signal),
      enabled: text.length >= LEAST_LETTERS,
      gcTime: 60_000,
    })),
  });
  return sources.map((source, index) => ({ source, hits: results[index]?.data ?? [], busy: results[index]?.isFetching ?? false }));
}

function Hit({ hit }: { readonly hit: SearchHit }) {
  return (
    <Spotlight.Action
      onClick={hit.open}
      label={hit.label}
      {...(hit.description === undefined ? {} : { description: hit.description })}
      rightSection={hit.code === undefined ? undefined : <CodeText code={hit.code} plain />}
    />
  );
}

/** Ctrl/Cmd+K: sections, commands of the screen, and records from every registered source. */
export function SearchEverything() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { roles } = usePerson();
  const [typed, setTyped] = useState('');
  // Sections and commands follow every letter, so that Enter never takes one that no longer fits; records follow when there is time.
  const groups = useHits(useDeferredValue(typed.trim()));
  const wanted = foldText(typed.trim());
  const matches = (label: string): boolean => foldText(label).includes(wanted);
  const commands = [...useObservable(screenCommands).values()].flat().filter(({ labelKey }) => matches(t(labelKey)));
  const sections = RAIL.filter(
    ({ permission, labelKey }) => (permission === undefined || may(roles as readonly Role[], permission)) && matches(t(labelKey)),
  );
  const found = commands.length + sections.length + groups.reduce((sum, { hits }) => sum + hits.length, 0);
  const busy = groups.some((group) => group.busy);
  return (
    <Spotlight.Root
      query={typed}
      onQueryChange={setTyped}
      shortcut={['mod + K']}
      scrollable
      maxHeight={460}
      centered={false}
      yOffset={72}
      overlayProps={{ backgroundOpacity: 0.3, blur: 0 }}
      transitionProps={{ duration: 100 }}
    >
      <Spotlight.Search
        placeholder={t('frame:search.placeholder')}
        aria-label={t('frame:search.open')}
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {groups.map(
          ({ source, hits }) =>
            hits.length > 0 && (
              <Spotlight.ActionsGroup key={source.id} label={t(source.groupKey)}>
                {hits.map((hit) => (
                  <Hit key={hit.id} hit={hit} />
                ))}
              </Spotlight.ActionsGroup>
            ),
        )}
        {commands.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame:search.commands')}>
            {commands.map(({ id, labelKey, run }) => (
              <Spotlight.Action key={id} label={t(labelKey)} leftSection={<IconCommand size={18} stroke={1.6} />} onClick={run} />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {sections.length > 0 && (
          <Spotlight.ActionsGroup label={t('frame:search.go-to')}>
            {sections.map(({ to, labelKey }) => (
              <Spotlight.Action
                key={to}
                label={t(labelKey)}
                leftSection={<IconArrowRight size={18} stroke={1.6} />}
                onClick={() => void navigate({ to })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {found === 0 && <Spotlight.Empty>{busy ? t('frame:search.busy') : t('frame:search.nothing')}</Spotlight.Empty>}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}
