import { ActionIcon, Group, Popover, Stack, Text, Tooltip } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { StoredSearch } from '../../../contract/identify';
import { formatNumber } from '../../../i18n/formats/numbers';
import { CodeText } from '../../components/code-text';
import { DateText } from '../../components/date-text';
import classes from './card/card.module.css';
import { MethodWords } from './method/method-words';
import { RerunButton } from './rerun-button';
import { filterCount } from './settings';

/** What was asked of what, by whom, with which version: what is stored so that the search can be understood and run again. */
export function SearchFacts({ search }: { readonly search: StoredSearch }) {
  const { t, i18n } = useTranslation();
  const label = t('identify:facts.title');
  const { librarySnapshot: snapshot, parameters } = search;
  return (
    <Popover position="bottom-end" width={440} withinPortal trapFocus>
      <Popover.Target>
        <Tooltip label={label}>
          <ActionIcon variant="default" size={30} aria-label={label}>
            <IconInfoCircle size={17} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} mah="78vh" style={{ overflow: 'auto' }}>
        <Stack gap="xs">
          <dl className={classes.facts}>
            <dt>{t('identify:facts.at')}</dt>
            <dd>
              <DateText instant={search.at} />, {search.by}
            </dd>
            <MethodWords search={search} />
            <dt>{t('identify:facts.library')}</dt>
            <dd>
              {t('identify:facts.spectra', { count: snapshot.spectra, shown: formatNumber(snapshot.spectra, i18n.language) })}
              {snapshot.collections.map(({ id, name, spectra }) => (
                <div key={id}>
                  <bdi>{name}</bdi> ({formatNumber(spectra, i18n.language)})
                </div>
              ))}
            </dd>
            <dt>{t('identify:facts.snapshot')}</dt>
            <dd>
              <CodeText code={snapshot.id} shorten />
            </dd>
            <dt>{t('identify:facts.filters')}</dt>
            <dd>{filterCount(search.filters) === 0 ? t('identify:facts.no-filters') : <FilterFacts search={search} />}</dd>
            <dt>{t('identify:facts.time')}</dt>
            <dd>{t('identify:facts.milliseconds', { value: formatNumber(search.milliseconds, i18n.language, 0) })}</dd>
          </dl>
          <details className={classes.raw}>
            <summary>{t('search:words.raw')}</summary>
            <dl className={classes.facts}>
              {Object.entries(parameters).map(([name, value]) => (
                <div key={name} className={classes.fact}>
                  <dt>{name}</dt>
                  <dd dir="ltr">{String(value)}</dd>
                </div>
              ))}
            </dl>
          </details>
          <Text size="xs" c="dimmed">
            {t('identify:facts.frozen')}
          </Text>
          <Group justify="flex-end">
            <RerunButton search={search} />
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function FilterFacts({ search }: { readonly search: StoredSearch }) {
  const { t } = useTranslation();
  const { ionisation, nominalMassFrom, nominalMassTo, formula, collectionIds } = search.filters;
  const parts = [
    collectionIds.length > 0 ? t('identify:facts.chosen-collections', { count: collectionIds.length }) : null,
    ionisation.length > 0 ? ionisation.map((value) => t(`library:ionisation.${value}`)).join(', ') : null,
    nominalMassFrom !== null || nominalMassTo !== null
      ? t('identify:facts.mass', { from: nominalMassFrom ?? '…', to: nominalMassTo ?? '…' })
      : null,
    formula === '' ? null : formula,
  ];
  return <>{parts.filter((part) => part !== null).join(' · ')}</>;
}
