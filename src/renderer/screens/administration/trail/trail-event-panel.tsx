import { Group, Stack, Table, Text, Title } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AuditEvent } from '../../../../contract/audit';
import { CodeText } from '../../../components/code-text';
import { DateText } from '../../../components/date-text';
import { differencesOf } from './differences';
import { sayAction } from './trail-columns';
import classes from './trail-event.module.css';

function Value({ value, sign }: { readonly value: string | null; readonly sign: 'before' | 'after' }) {
  const { t } = useTranslation();
  if (value === null) return null;
  const Icon = sign === 'before' ? IconMinus : IconPlus;
  const label = sign === 'before' ? t('administration:trail.before') : t('administration:trail.after');
  return (
    <div className={classes.value} data-sign={sign}>
      <Icon size={14} aria-label={label} />
      <bdi>{value === '' ? t('administration:trail.empty-value') : value}</bdi>
    </div>
  );
}

function RowDifferences({ change }: { readonly change: AuditEvent['changes'][number] }) {
  const { t } = useTranslation();
  const differences = differencesOf(change);
  return (
    <section>
      <Group gap="xs" mb={4}>
        <Title order={3} size="h4">
          <CodeText code={change.table} plain />
        </Title>
        <CodeText code={change.id} shorten />
      </Group>
      <Table withTableBorder verticalSpacing={5} layout="fixed">
        <Table.Tbody>
          {differences.map(({ field, before, after }) => (
            <Table.Tr key={field}>
              <Table.Th w={170} className={classes.field}>
                {field}
              </Table.Th>
              <Table.Td>
                <Value value={before} sign="before" />
                <Value value={after} sign="after" />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {differences.length === 0 && <Text c="dimmed">{t('administration:trail.no-difference')}</Text>}
    </section>
  );
}

/** One event whole: who, what, when, why, the rows before and after, and its place in the chain. */
export function TrailEventPanel({ event }: { readonly event: AuditEvent }) {
  const { t } = useTranslation();
  const facts = Object.entries(event.detail);
  return (
    <Stack gap="md">
      <div>
        <Text fw={600} size="lg">
          {sayAction(event.action, t)}
        </Text>
        <Text>
          {event.actor?.fullName ?? t('administration:trail.program')}, <DateText instant={event.at} />
        </Text>
        {event.subjectCode !== null && <CodeText code={event.subjectCode} />}
        {event.reason !== null && (
          <Text mt="xs">
            {t('frame:reason.label')}: {event.reason}
          </Text>
        )}
      </div>
      {event.changes.map((change) => (
        <RowDifferences key={`${change.table} ${change.id}`} change={change} />
      ))}
      {facts.length > 0 && (
        <Table withTableBorder verticalSpacing={5} layout="fixed">
          <Table.Tbody>
            {facts.map(([name, value]) => (
              <Table.Tr key={name}>
                <Table.Th w={170} className={classes.field}>
                  {name}
                </Table.Th>
                <Table.Td className={classes.wrap}>{typeof value === 'string' ? value : JSON.stringify(value)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Text size="sm" c="dimmed">
        {t('administration:trail.hash')} <CodeText code={event.hash} shorten /> · {t('administration:trail.previous-hash')}{' '}
        <CodeText code={event.previousHash} shorten />
      </Text>
    </Stack>
  );
}
