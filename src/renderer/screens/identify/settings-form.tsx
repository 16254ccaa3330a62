import { Button, Checkbox, Group, Input, MultiSelect, NumberInput, Popover, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../app/wire/client';
import classes from './identify.module.css';
import { MethodFields } from './method/method-fields';
import { keyOf, methodName, type Offer, offersByMethod } from './method/offers';
import { filterCount, type SearchSettings, searchesUnstated, withUnstated } from './settings';

const massOf = (value: string | number): number | null => (typeof value === 'number' ? Math.round(value) : null);

function SettingsFields(props: {
  readonly initial: SearchSettings;
  readonly offers: readonly Offer[];
  readonly busy: boolean;
  readonly onSearch: (settings: SearchSettings) => void;
}) {
  const { t } = useTranslation();
  const { initial, busy, onSearch } = props;
  const offers = offersByMethod(props.offers);
  const [method, setMethod] = useState(initial.method);
  const [filters, setFilters] = useState(initial.filters);
  const collections = useQuery(api.library.collections.queryOptions({ meta: { topics: ['collection'] } }));
  const inUse = (collections.data ?? []).filter(({ retiredAt }) => retiredAt === null);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSearch({ method, filters });
      }}
    >
      <Stack gap="sm">
        {offers.length > 1 && (
          <Input.Wrapper label={t('search:method.family')}>
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label={t('search:method.family')}
              data={offers.map((offer) => ({ value: keyOf(offer.method), label: methodName(offer.method, t) }))}
              value={keyOf(method)}
              onChange={(key) => {
                const offer = offers.find((each) => keyOf(each.method) === key);
                if (offer !== undefined) setMethod(offer.method);
              }}
            />
          </Input.Wrapper>
        )}
        <MethodFields key={keyOf(method)} method={method} onChange={setMethod} />
        <MultiSelect
          label={t('identify:settings.collections')}
          placeholder={filters.collectionIds.length === 0 ? t('identify:settings.all-collections') : ''}
          data={inUse.map(({ id, name }) => ({ value: id, label: name }))}
          value={filters.collectionIds}
          onChange={(collectionIds) => setFilters({ ...filters, collectionIds })}
          comboboxProps={{ withinPortal: false }}
          clearable
        />
        <Group grow align="flex-start" gap="xs">
          <TextInput
            label={t('identify:card.formula')}
            placeholder={t('identify:settings.any')}
            maxLength={60}
            value={filters.formula}
            onChange={(event) => setFilters({ ...filters, formula: event.currentTarget.value.trim() })}
          />
        </Group>
        <Group grow align="flex-start" gap="xs">
          <NumberInput
            label={t('identify:settings.mass-from')}
            min={1}
            max={5000}
            allowDecimal={false}
            value={filters.nominalMassFrom ?? ''}
            onChange={(value) => setFilters({ ...filters, nominalMassFrom: massOf(value) })}
          />
          <NumberInput
            label={t('identify:settings.mass-to')}
            min={1}
            max={5000}
            allowDecimal={false}
            value={filters.nominalMassTo ?? ''}
            onChange={(value) => setFilters({ ...filters, nominalMassTo: massOf(value) })}
          />
        </Group>
        {method.family === 'ei' && (
          <Checkbox
            label={t('identify:settings.unstated')}
            description={t('identify:settings.unstated-hint')}
            checked={searchesUnstated(filters)}
            onChange={(event) => setFilters(withUnstated(filters, event.currentTarget.checked))}
          />
        )}
        <Text size="xs" c="dimmed">
          {t('identify:settings.new-list')}
        </Text>
        <Group justify="flex-end" className={classes.settingsFoot}>
          <Button type="submit" loading={busy} leftSection={<IconSearch size={16} aria-hidden />}>
            {t('identify:settings.search')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** How the search is made, in one button; opened, the form for the next one. Another search makes another list, the shown one stays as it is. */
export function SettingsButton(props: {
  readonly settings: SearchSettings;
  readonly offers: readonly Offer[];
  readonly busy: boolean;
  readonly opened: boolean;
  readonly onOpened: (opened: boolean) => void;
  readonly onSearch: (settings: SearchSettings) => void;
}) {
  const { t } = useTranslation();
  const { settings, offers, busy, opened, onOpened, onSearch } = props;
  const narrowed = filterCount(settings.filters);
  const score = t(`identify:score.${settings.method.score}.name`);
  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-end" width={430} trapFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          onClick={() => onOpened(!opened)}
        >
          {narrowed === 0 ? t('identify:settings.button', { score }) : t('identify:settings.button-narrowed', { score, count: narrowed })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown mah="78vh" style={{ overflow: 'auto' }} aria-label={t('identify:settings.title')}>
        <SettingsFields
          key={JSON.stringify(settings)}
          initial={settings}
          offers={offers}
          busy={busy}
          onSearch={(next) => {
            onOpened(false);
            onSearch(next);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
