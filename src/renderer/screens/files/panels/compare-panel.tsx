import { ActionIcon, Button, Checkbox, Group, Stack, Switch, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OpenedFile } from '../../../../contract/measurements';
import { useObservable } from '../../../app/observable';
import { emptyShelf, MOST_SHELVED, putOnShelf, samePlace, shelf, showOnShelf, takeFromShelf } from '../compare/shelf';
import classes from '../files.module.css';
import { distinctName, sharedStart } from '../viewer/distinct-names';
import type { Study } from '../viewer/use-study';

/** Records to be drawn with the one that is open: gathered from file to file, shown or hidden, taken away. */
export function ComparePanel({ file, study }: { readonly file: OpenedFile; readonly study: Study }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const records = useObservable(shelf);
  const shared = sharedStart(records.map((record) => record.label));
  const { item, index } = study;
  const here = { fileId: file.id, index };
  const held = records.some((record) => samePlace(record, here));
  const name = item === undefined || item.identity.name === '' ? file.name : item.identity.name;
  const label = file.items > 1 ? `${name} (${index + 1})` : name;
  return (
    <Stack gap="sm" className={classes.scroll}>
      <Text size="sm" c="dimmed">
        {t('files:compare.hint', { count: MOST_SHELVED })}
      </Text>
      <Group gap="xs">
        <Button
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          disabled={item === undefined || held || records.length >= MOST_SHELVED}
          onClick={() => putOnShelf({ ...here, label })}
        >
          {held ? t('files:compare.held') : t('files:compare.add')}
        </Button>
        {records.length > 0 && (
          <Button size="xs" variant="default" leftSection={<IconTrash size={14} aria-hidden />} onClick={emptyShelf}>
            {t('files:compare.clear')}
          </Button>
        )}
      </Group>
      {item?.kind === 'curves' && records.some((record) => !samePlace(record, here)) && (
        <Switch
          size="xs"
          label={t('files:compare.mean')}
          checked={study.mean}
          onChange={(event) => study.setMean(event.currentTarget.checked)}
        />
      )}
      {records.length === 0 && <Text size="sm">{t('files:compare.empty')}</Text>}
      <ul className={classes.shelf} aria-label={t('files:compare.title')}>
        {records.map((record) => (
          <li key={`${record.fileId} ${record.index}`}>
            <Checkbox
              size="xs"
              checked={record.visible}
              label={<bdi title={record.label}>{distinctName(record.label, shared)}</bdi>}
              onChange={(event) => showOnShelf(record, event.currentTarget.checked)}
            />
            <Group gap={2} wrap="nowrap">
              {!samePlace(record, here) && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  aria-label={t('files:compare.open', { name: record.label })}
                  onClick={() =>
                    void navigate({
                      to: '/library/files/$fileId',
                      params: { fileId: record.fileId },
                      search: { item: record.index, panel: 'compare' },
                    })
                  }
                >
                  {t('files:compare.show')}
                </Button>
              )}
              <Tooltip label={t('files:compare.remove', { name: record.label })}>
                <ActionIcon
                  size={22}
                  variant="subtle"
                  color="gray"
                  aria-label={t('files:compare.remove', { name: record.label })}
                  onClick={() => takeFromShelf(record)}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Tooltip>
            </Group>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
