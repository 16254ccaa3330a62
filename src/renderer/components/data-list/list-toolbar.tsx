import { ActionIcon, Badge, Button, Checkbox, MultiSelect, Popover, Stack, Text, TextInput, Tooltip } from '@mantine/core';
import { IconClipboard, IconColumns3, IconFilter, IconSearch, IconTableExport } from '@tabler/icons-react';
import { type ReactNode, type Ref, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';
import classes from './data-list.module.css';
import { choicesOf } from './list-view';
import type { ListState } from './use-list-state';

function FilterMenu<Row>(props: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly state: ListState<Row>;
}) {
  const { t, i18n } = useTranslation();
  const { rows, columns, state } = props;
  const filterable = useMemo(() => columns.filter((column) => column.filter !== undefined), [columns]);
  const active = Object.values(state.filters).filter((kept) => kept.length > 0).length;
  if (filterable.length === 0) return null;
  return (
    <Popover position="bottom-start" withinPortal trapFocus width={300}>
      <Popover.Target>
        <Button
          variant={active > 0 ? 'light' : 'default'}
          size="xs"
          leftSection={<IconFilter size={15} aria-hidden />}
          rightSection={active > 0 ? <Badge size="xs">{active}</Badge> : undefined}
        >
          {t('frame:list.filter')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="xs">
          {filterable.map((column) => (
            <MultiSelect
              key={column.id}
              label={column.header}
              size="xs"
              clearable
              comboboxProps={{ withinPortal: false }}
              data={choicesOf(rows, column, i18n.language).map((value) => ({ value, label: column.filter?.label?.(value) ?? value }))}
              value={[...(state.filters[column.id] ?? [])]}
              onChange={(kept) => state.setFilters({ ...state.filters, [column.id]: kept })}
            />
          ))}
          <Button size="xs" variant="subtle" disabled={active === 0} onClick={() => state.setFilters({})}>
            {t('frame:list.clear-filters')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

function ColumnMenu<Row>(props: { readonly columns: readonly Column<Row>[]; readonly state: ListState<Row> }) {
  const { t } = useTranslation();
  const { columns, state } = props;
  const toggle = (id: string): void =>
    state.setHidden(state.hidden.includes(id) ? state.hidden.filter((hidden) => hidden !== id) : [...state.hidden, id]);
  return (
    <Popover position="bottom-end" withinPortal trapFocus>
      <Popover.Target>
        <Tooltip label={t('frame:list.columns')}>
          <ActionIcon variant="default" size={30} aria-label={t('frame:list.columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {columns.map(({ id, header }) => (
            <Checkbox key={id} size="xs" label={header} checked={!state.hidden.includes(id)} onChange={() => toggle(id)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}

/** Search, filter, the screen's own tools, count, columns, copy, CSV. */
export function ListToolbar<Row>(props: {
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly state: ListState<Row>;
  readonly total: number;
  readonly search: { readonly value: string; readonly onChange: (text: string) => void } | null;
  readonly searchRef: Ref<HTMLInputElement>;
  readonly searchHint: string | undefined;
  readonly tools: ReactNode;
  readonly filters: boolean;
  readonly onCopy: () => void;
  readonly onCsv: () => void;
}) {
  const { t } = useTranslation();
  const { rows, columns, state, total, search, searchRef, searchHint, tools, filters, onCopy, onCsv } = props;
  const shown = state.viewed.length;
  return (
    <div className={classes.toolbar}>
      {search !== null && (
        <TextInput
          ref={searchRef}
          size="xs"
          className={classes.search}
          type="search"
          aria-label={t('frame:list.search')}
          placeholder={searchHint ?? t('frame:list.search')}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={search.value}
          onChange={(event) => search.onChange(event.currentTarget.value)}
        />
      )}
      {filters && <FilterMenu rows={rows} columns={columns} state={state} />}
      {tools}
      <div className={classes.end}>
        <Text className={classes.count} role="status">
          {shown === total ? t('frame:list.count', { count: total }) : t('frame:list.count-of', { shown, count: total })}
        </Text>
        <ColumnMenu columns={columns} state={state} />
        <Tooltip label={t('frame:list.copy')}>
          <ActionIcon variant="default" size={30} aria-label={t('frame:list.copy')} onClick={onCopy}>
            <IconClipboard size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('frame:list.csv')}>
          <ActionIcon variant="default" size={30} aria-label={t('frame:list.csv')} onClick={onCsv}>
            <IconTableExport size={16} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}
