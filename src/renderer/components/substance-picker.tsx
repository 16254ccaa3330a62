import { Group, Select, type SelectProps, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubstanceSummary } from '../../contract/substances';
import { api } from '../app/wire/client';

const SHOWN = 40;

export interface SubstancePickerProps
  extends Pick<
    SelectProps,
    'description' | 'error' | 'required' | 'withAsterisk' | 'readOnly' | 'disabled' | 'size' | 'onBlur' | 'onFocus'
  > {
  readonly label: ReactNode;
  /** Id of the substance; null or '' for none. */
  readonly value?: string | null | undefined;
  /** Fits `form.getInputProps('substanceId')`: gives '' when emptied. The second argument is the substance that was picked. */
  readonly onChange: (id: string, substance: SubstanceSummary | null) => void;
  readonly autoFocus?: boolean;
}

/** One substance of the laboratory's register, found by any name in any script, CAS number, InChIKey or formula. */
export function SubstancePicker({ value, onChange, autoFocus = false, ...rest }: SubstancePickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<SubstanceSummary | null>(null);
  const id = value === '' ? null : (value ?? null);
  const known = picked?.id === id ? picked : null;
  const chosen = useQuery(
    api.substances.get.queryOptions({ input: { id: id ?? '' }, enabled: id !== null && known === null, meta: { topics: ['substance'] } }),
  );
  const current: SubstanceSummary | null = known ?? (id === null ? null : (chosen.data ?? null));
  const [text] = useDebouncedValue(typed.trim() === current?.displayName ? '' : typed.trim(), 120);
  const found = useQuery(
    api.substances.search.queryOptions({
      input: { text, offset: 0, limit: SHOWN },
      placeholderData: keepPreviousData,
      meta: { topics: ['substance'] },
    }),
  );
  const items = found.data?.items ?? [];
  const offered = current === null || items.some((item) => item.id === current.id) ? items : [current, ...items];
  const byId = new Map(offered.map((item) => [item.id, item]));
  return (
    <Select
      {...rest}
      searchable
      clearable={rest.readOnly !== true}
      data-autofocus={autoFocus || undefined}
      openOnFocus={!autoFocus}
      placeholder={t('references:picker.placeholder')}
      nothingFoundMessage={found.isFetching ? t('references:picker.busy') : t('references:picker.nothing')}
      data={offered.map((item) => ({ value: item.id, label: item.displayName }))}
      // The engine has searched already, in every name and script; what it gives is shown.
      filter={({ options }) => options}
      maxDropdownHeight={300}
      value={id}
      searchValue={typed}
      onSearchChange={setTyped}
      onChange={(next) => {
        const substance = next === null ? null : (byId.get(next) ?? null);
        setPicked(substance);
        onChange(next ?? '', substance);
      }}
      renderOption={({ option }) => <PickerOption substance={byId.get(option.value)} />}
    />
  );
}

function PickerOption({ substance }: { readonly substance: SubstanceSummary | undefined }) {
  if (substance === undefined) return null;
  const identifiers = [substance.formula, substance.cas].filter((part) => part !== null);
  return (
    <Group gap="xs" justify="space-between" wrap="nowrap" w="100%">
      <div>
        <Text>{substance.displayName}</Text>
        {substance.displayName !== substance.preferredName && (
          <Text size="xs" c="dimmed">
            {substance.preferredName}
          </Text>
        )}
      </div>
      <Text size="xs" c="dimmed" ff="monospace" dir="ltr">
        {identifiers.join(' · ')}
      </Text>
    </Group>
  );
}
