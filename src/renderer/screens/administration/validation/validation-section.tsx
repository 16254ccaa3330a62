import { Button, Group, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ValidationRecord } from '../../../../contract/validation';
import { QueryState } from '../../../app/errors/query-state';
import { useAction } from '../../../app/errors/use-action';
import { useMay } from '../../../app/system-state';
import { api } from '../../../app/wire/client';
import { DateText } from '../../../components/date-text';
import { ReasonDialog } from '../../../components/reason-dialog';
import { StatusBadge } from '../../../components/status-badge';
import classes from '../administration.module.css';
import { ValidationResult } from './validation-result';

const TOPICS = { topics: ['search_validation', 'search_validation_decision'] } as const;

/** The guided validation of the probability on the laboratory's own spectra: choose, look, turn on. */
export function ValidationSection() {
  const { t } = useTranslation();
  const state = useQuery(api.validation.state.queryOptions({ meta: TOPICS }));
  return (
    <div className={classes.scroll}>
      <Stack className={classes.page} gap="sm">
        <Title order={2} size="h3">
          {t('administration:validation.title')}
        </Title>
        <Text>{t('administration:validation.explanation')}</Text>
        <QueryState query={state}>
          {({ shown, algorithmVersion, records }) => (
            <>
              <Group gap="sm">
                <StatusBadge
                  tone={shown ? 'good' : 'neutral'}
                  label={shown ? t('administration:validation.on') : t('administration:validation.off')}
                />
                <Text size="sm" c="dimmed">
                  {t('administration:validation.version', { version: algorithmVersion })}
                </Text>
                {shown && <Withdraw />}
              </Group>
              <Begin />
              <Records records={records} shown={shown} />
            </>
          )}
        </QueryState>
      </Stack>
    </div>
  );
}

function Begin() {
  const { t } = useTranslation();
  const mayEdit = useMay('methods.edit');
  const [collectionId, setCollectionId] = useState<string | null>(null);
  const collections = useQuery(api.library.collections.queryOptions({ meta: { topics: ['collection'] } }));
  const start = useAction(api.validation.start.mutationOptions(), { success: t('administration:validation.started') });
  const inUse = (collections.data ?? []).filter(({ retiredAt, kind }) => retiredAt === null && kind !== 'starter');
  return (
    <section aria-label={t('administration:validation.step1')}>
      <Title order={3} size="h4">
        {t('administration:validation.step1')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('administration:validation.step1-hint')}
      </Text>
      {!mayEdit && <Text size="sm">{t('administration:validation.step1-reader')}</Text>}
      {mayEdit && (
        <Group align="end" gap="xs">
          <Select
            label={t('administration:validation.collection')}
            data={inUse.map(({ id, name }) => ({ value: id, label: name }))}
            value={collectionId}
            onChange={setCollectionId}
            w={320}
          />
          <Button
            disabled={collectionId === null}
            loading={start.busy}
            onClick={() => collectionId !== null && start.run({ collectionId })}
          >
            {t('administration:validation.start')}
          </Button>
        </Group>
      )}
    </section>
  );
}

function Records({ records, shown }: { readonly records: readonly ValidationRecord[]; readonly shown: boolean }) {
  const { t } = useTranslation();
  const [openId, setOpenId] = useState<string | null>(null);
  const open = records.find(({ id }) => id === openId) ?? records[0];
  return (
    <section aria-label={t('administration:validation.step2')}>
      <Title order={3} size="h4">
        {t('administration:validation.step2')}
      </Title>
      {open === undefined ? (
        <Text size="sm" c="dimmed">
          {t('administration:validation.none')}
        </Text>
      ) : (
        <Stack gap="xs">
          {records.length > 1 && (
            <Select
              aria-label={t('administration:validation.step2')}
              allowDeselect={false}
              data={records.map(({ id, collectionName, queries, at }) => ({
                value: id,
                label: `${t('administration:validation.record', { collection: collectionName, queries })} · ${at.slice(0, 10)}`,
              }))}
              value={open.id}
              onChange={setOpenId}
              w={420}
            />
          )}
          <Text size="sm" c="dimmed">
            <bdi>{open.collectionName}</bdi>, <DateText instant={open.at} />, {open.by}
          </Text>
          <ValidationResult record={open} />
          <Accept record={open} shown={shown} />
        </Stack>
      )}
    </section>
  );
}

function Accept({ record, shown }: { readonly record: ValidationRecord; readonly shown: boolean }) {
  const { t } = useTranslation();
  const mayEdit = useMay('methods.edit');
  const [asking, setAsking] = useState(false);
  const accept = useAction(api.validation.accept.mutationOptions(), { inPlace: true, onDone: () => setAsking(false) });
  if (record.acceptedBy !== null && shown)
    return (
      <Text size="sm">
        {t('administration:validation.accepted', { by: record.acceptedBy })}{' '}
        {record.acceptedAt !== null && <DateText instant={record.acceptedAt} />}
      </Text>
    );
  if (!record.acceptable) return null;
  return (
    <>
      <Title order={3} size="h4">
        {t('administration:validation.step3')}
      </Title>
      {mayEdit ? (
        <div>
          <Button onClick={() => setAsking(true)}>{t('administration:validation.accept')}</Button>
        </div>
      ) : (
        <Text size="sm">{t('administration:validation.step3-reader')}</Text>
      )}
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('administration:validation.accept')}
        consequence={t('administration:validation.accept-text')}
        confirmLabel={t('administration:validation.accept')}
        onConfirm={(reason) => accept.run({ id: record.id, reason })}
        busy={accept.busy}
        failure={accept.failure}
      />
    </>
  );
}

function Withdraw() {
  const { t } = useTranslation();
  const mayEdit = useMay('methods.edit');
  const [asking, setAsking] = useState(false);
  const withdraw = useAction(api.validation.withdraw.mutationOptions(), { inPlace: true, onDone: () => setAsking(false) });
  if (!mayEdit) return null;
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('administration:validation.withdraw')}
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('administration:validation.withdraw')}
        consequence={t('administration:validation.withdraw-text')}
        confirmLabel={t('administration:validation.withdraw')}
        onConfirm={(reason) => withdraw.run({ reason })}
        busy={withdraw.busy}
        failure={withdraw.failure}
      />
    </>
  );
}
