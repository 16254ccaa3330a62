import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ControlInterval } from '../../contract/substances';
import { IntervalDates } from './interval-dates';
import { StatusBadge } from './status-badge';

/** Whether a person of the laboratory compared the row with an official list. */
export function VerifiedBadge({ interval }: { readonly interval: Pick<ControlInterval, 'verifiedAt'> }) {
  const { t } = useTranslation();
  return interval.verifiedAt === null ? (
    <StatusBadge tone="attention" label={t('references:control.not-verified')} />
  ) : (
    <StatusBadge tone="good" label={t('references:control.verified')} />
  );
}

/** One status of control: which convention and schedule, from when to when as far as known, how far to be trusted. */
export function ControlIntervalLine({ interval }: { readonly interval: ControlInterval }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap={6} justify="space-between">
        <Text size="sm" fw={600}>
          {t(`references:control.convention.${interval.convention}`)} · {interval.schedule}
        </Text>
        <VerifiedBadge interval={interval} />
      </Group>
      <Text size="sm" component="div">
        <IntervalDates interval={interval} />
      </Text>
      {interval.scope !== '' && (
        <Text size="xs" c="dimmed">
          {interval.scope}
        </Text>
      )}
    </div>
  );
}
