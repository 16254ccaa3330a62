import { Button, Stack, Text, Title } from '@mantine/core';
import { IconRubberStamp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CriteriaEdition } from '../../../../contract/casework';
import { QueryState } from '../../../app/errors/query-state';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { CodeText } from '../../../components/code-text';
import { DateText } from '../../../components/date-text';
import { ReasonDialog } from '../../../components/reason-dialog';
import { StatusBadge } from '../../../components/status-badge';
import classes from '../administration.module.css';
import { SourcesTable, TechniquesTable } from './criteria-tables';

/** The edition of the criteria that ships, what it says of each technique, and the laboratory's own act of taking it (R10). */
export function CriteriaSection() {
  const criteria = useQuery(api.casework.criteria.get.queryOptions({ meta: { topics: ['criteria_adoption'] } }));
  return (
    <div className={classes.scroll}>
      <QueryState query={criteria}>{(edition) => <Edition edition={edition} onReload={() => void criteria.refetch()} />}</QueryState>
    </div>
  );
}

function Edition({ edition, onReload }: { readonly edition: CriteriaEdition; readonly onReload: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack className={classes.page} gap="md">
      <div>
        <Title order={2} size="h3">
          {edition.edition}
        </Title>
        <Text>{t('administration:criteria.what')}</Text>
        <Text mt="xs">
          {t('administration:criteria.version')} <CodeText code={edition.version} /> · {t('administration:criteria.issued')}{' '}
          <DateText day={edition.issuedOn} />
        </Text>
        <Text>
          {t('administration:criteria.hash')} <CodeText code={edition.sha256} shorten />
        </Text>
      </div>
      <Adoption edition={edition} onReload={onReload} />
      <Title order={2} size="h4">
        {t('administration:criteria.techniques')}
      </Title>
      <TechniquesTable techniques={edition.techniques} />
      <Title order={2} size="h4">
        {t('administration:criteria.sources')}
      </Title>
      <SourcesTable sources={edition.sources} />
    </Stack>
  );
}

function Adoption({ edition, onReload }: { readonly edition: CriteriaEdition; readonly onReload: () => void }) {
  const { t } = useTranslation();
  const mayAdopt = useMay('criteria.adopt');
  const [asking, setAsking] = useState(false);
  const { adopted, version, sha256 } = edition;
  const adopt = useAction(api.casework.criteria.adopt.mutationOptions(), {
    inPlace: true,
    success: t('administration:criteria.adopted-now'),
    onDone: () => setAsking(false),
  });
  const dismiss = (): void => {
    adopt.reset();
    setAsking(false);
  };
  if (adopted !== null)
    return (
      <div>
        <StatusBadge tone="good" label={t('administration:criteria.adopted')} />
        <Text mt="xs">
          <bdi>{adopted.by.fullName}</bdi>, <DateText instant={adopted.at} />
        </Text>
        <Text c="dimmed">
          <bdi>{adopted.note}</bdi>
        </Text>
      </div>
    );
  return (
    <div>
      <StatusBadge tone="attention" label={t('administration:criteria.not-adopted')} />
      <Text mt="xs">{t('administration:criteria.not-adopted-text')}</Text>
      {mayAdopt && (
        <Button mt="xs" leftSection={<IconRubberStamp size={16} aria-hidden />} onClick={() => setAsking(true)}>
          {t('administration:criteria.adopt')}
        </Button>
      )}
      <ReasonDialog
        opened={asking}
        onClose={dismiss}
        title={t('administration:criteria.adopt')}
        consequence={t('administration:criteria.adopt-text', { edition: edition.edition })}
        confirmLabel={t('administration:criteria.adopt')}
        onConfirm={(note) => adopt.run({ version, sha256, note })}
        busy={adopt.busy}
        failure={adopt.failure}
        onReload={onReload}
      />
    </div>
  );
}
