import { Button, Group, Select, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../app/wire/client';
import { LIBRARY_TOPICS } from '../../library/topics';

/** One of the laboratory's own collections in use, or a new one. */
export function CollectionField(props: {
  /** '' for none. */
  readonly value?: string;
  readonly onChange: (id: string) => void;
  /** Asked for a new one. */
  readonly onNew: () => void;
  readonly error?: ReactNode;
}) {
  const { t } = useTranslation();
  const { value = '', onChange, onNew, error } = props;
  const collections = useQuery(api.library.collections.queryOptions({ meta: { topics: LIBRARY_TOPICS } }));
  const own = (collections.data ?? []).filter(({ kind, retiredAt }) => kind === 'own' && retiredAt === null);
  const none = collections.data !== undefined && own.length === 0;
  return (
    <div>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          flex={1}
          label={t('library:add.collection')}
          placeholder={none ? t('library:add.no-collection') : t('library:add.choose-collection')}
          data={own.map(({ id, name }) => ({ value: id, label: name }))}
          value={value === '' ? null : value}
          onChange={(next) => onChange(next ?? '')}
          error={error !== undefined && error !== null}
        />
        <Button variant="default" leftSection={<IconPlus size={15} aria-hidden />} onClick={onNew}>
          {t('library:new-collection.open')}
        </Button>
      </Group>
      {error !== undefined && error !== null && (
        <Text size="xs" c="error" mt={4} role="alert">
          {error}
        </Text>
      )}
    </div>
  );
}
