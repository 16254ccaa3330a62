import { ActionIcon, Badge, Button, Group, MultiSelect, NumberInput, Popover, Select, Stack, Switch, Tooltip } from '@mantine/core';
import { IconFilter, IconSortAscending, IconSortDescending } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { technique } from '../../../../contract/curves';
import { ionisation } from '../../../../contract/library';
import { api } from '../../../app/wire/client';
import { LIBRARY_TOPICS } from '../topics';
import { EVERYTHING, type Narrowing, narrowerCount, SORTS, type SpectraListing } from './use-listing';

const GRADES = ['A', 'B', 'C', 'D'] as const;

const massOf = (value: string | number): number | null => (typeof value === 'number' ? value : null);

/** Technique, collection, the less used filters behind a button, and the order. */
export function SpectraFilters({ listing, collectionId }: { readonly listing: SpectraListing; readonly collectionId: string | null }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { narrowing, narrow } = listing;
  const collections = useQuery(api.library.collections.queryOptions({ meta: { topics: LIBRARY_TOPICS } }));
  const found = [...new Set((collections.data ?? []).flatMap(({ examined }) => (examined?.findings ?? []).map(({ code }) => code)))];
  const Direction = narrowing.descending ? IconSortDescending : IconSortAscending;
  const direction = narrowing.descending ? t('library:spectra.falling') : t('library:spectra.rising');
  return (
    <Group gap={6}>
      <Select
        size="xs"
        w={150}
        clearable
        aria-label={t('files:technique-label')}
        placeholder={t('files:tab.any-technique')}
        data={technique.options.map((value) => ({ value, label: t(`files:technique.${value}`) }))}
        value={narrowing.technique}
        onChange={(next) => narrow({ technique: next as Narrowing['technique'] })}
      />
      <Select
        size="xs"
        w={170}
        clearable
        aria-label={t('library:spectra.collection')}
        placeholder={t('library:spectra.all-collections')}
        data={(collections.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={collectionId}
        onChange={(next) => void navigate({ to: '/library', search: { collection: next ?? undefined } })}
      />
      <MoreFilters narrowing={narrowing} narrow={narrow} found={found} />
      <Select
        size="xs"
        w={140}
        allowDeselect={false}
        aria-label={t('library:spectra.sort')}
        data={SORTS.map((value) => ({ value, label: t(`library:spectra.sorted.${value}`) }))}
        value={narrowing.sort}
        onChange={(next) => narrow({ sort: SORTS.find((known) => known === next) ?? 'name' })}
      />
      <Tooltip label={direction}>
        <ActionIcon variant="default" size={30} aria-label={direction} onClick={() => narrow({ descending: !narrowing.descending })}>
          <Direction size={16} />
        </ActionIcon>
      </Tooltip>
    </Group>
  );
}

function MoreFilters(props: Pick<SpectraListing, 'narrowing' | 'narrow'> & { readonly found: readonly string[] }) {
  const { narrowing, narrow, found } = props;
  const { t } = useTranslation();
  const active = narrowerCount(narrowing);
  const { sort, descending, technique: kept } = narrowing;
  return (
    <Popover position="bottom-start" withinPortal trapFocus width={300}>
      <Popover.Target>
        <Button
          size="xs"
          variant={active > 0 ? 'light' : 'default'}
          leftSection={<IconFilter size={15} aria-hidden />}
          rightSection={active > 0 ? <Badge size="xs">{active}</Badge> : undefined}
        >
          {t('frame:list.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('frame:list.filter')}>
        <Stack gap="sm">
          <Select
            size="xs"
            clearable
            comboboxProps={{ withinPortal: false }}
            label={t('library:spectra.ionisation')}
            placeholder={t('library:spectra.any-ionisation')}
            data={ionisation.options.map((value) => ({ value, label: t(`library:ionisation.${value}`) }))}
            value={narrowing.ionisation}
            onChange={(next) => narrow({ ionisation: next as Narrowing['ionisation'] })}
          />
          <Group grow gap="xs">
            <NumberInput
              size="xs"
              hideControls
              min={0}
              label={t('library:spectra.mass-from')}
              value={narrowing.massFrom ?? ''}
              onChange={(value) => narrow({ massFrom: massOf(value) })}
            />
            <NumberInput
              size="xs"
              hideControls
              min={0}
              label={t('library:spectra.mass-to')}
              value={narrowing.massTo ?? ''}
              onChange={(value) => narrow({ massTo: massOf(value) })}
            />
          </Group>
          <MultiSelect
            size="xs"
            clearable
            comboboxProps={{ withinPortal: false }}
            label={t('hygiene:grade-column')}
            placeholder={narrowing.grades?.length === 0 ? t('hygiene:any-grade') : ''}
            data={GRADES.map((value) => ({ value, label: t('hygiene:grade', { grade: value }) }))}
            value={narrowing.grades ?? []}
            onChange={(grades) => narrow({ grades: GRADES.filter((known) => grades.includes(known)) })}
          />
          <Select
            size="xs"
            clearable
            searchable
            comboboxProps={{ withinPortal: false }}
            label={t('hygiene:finding')}
            placeholder={t('hygiene:any-finding')}
            data={found.map((code) => ({ value: code, label: t(`hygiene:code.${code}`) }))}
            value={narrowing.finding ?? null}
            onChange={(finding) => narrow({ finding })}
          />
          <Switch
            label={t('library:spectra.good-only')}
            description={t('library:spectra.good-only-hint')}
            checked={narrowing.quality === 'good'}
            onChange={(event) => narrow({ quality: event.currentTarget.checked ? 'good' : 'any' })}
          />
          <Switch
            label={t('library:spectra.withdrawn-only')}
            description={t('library:spectra.withdrawn-only-hint')}
            checked={narrowing.withdrawn}
            onChange={(event) => narrow({ withdrawn: event.currentTarget.checked })}
          />
          <Button
            size="xs"
            variant="subtle"
            disabled={active === 0}
            onClick={() => narrow({ ...EVERYTHING, sort, descending, technique: kept })}
          >
            {t('frame:list.clear-filters')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
