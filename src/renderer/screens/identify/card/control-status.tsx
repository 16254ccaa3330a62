import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import type { identify } from '../../../../contract/identify';
import { ControlIntervalLine } from '../../../components/control-interval-line';
import { DateText } from '../../../components/date-text';
import { StatusBadge, type Tone } from '../../../components/status-badge';

export type Revealed = z.infer<NonNullable<(typeof identify.reveal)['~orpc']['outputSchema']>>;

const TONES: Readonly<Record<Revealed['onDay'][number]['status'], Tone>> = {
  controlled: 'info',
  'not-controlled': 'neutral',
  unknown: 'attention',
};

/** Class, intervals of control, and the status on a day; what is not known is said to be unknown. */
export function ControlStatus({ revealed, asOf }: { readonly revealed: Revealed; readonly asOf: string | null }) {
  const { t } = useTranslation();
  const { substanceClass, controls, onDay } = revealed;
  return (
    <Stack gap={6}>
      <Text size="sm">
        {substanceClass === '' ? t('identify:reveal.class-unknown') : t('identify:reveal.class', { name: substanceClass })}
      </Text>
      {onDay.length > 0 && (
        <Stack gap={2}>
          {asOf !== null && (
            <Text size="xs" c="dimmed">
              {t('identify:reveal.status-on')} <DateText day={asOf} />
            </Text>
          )}
          {onDay.map(({ convention, schedule, status }) => (
            <Text key={`${convention} ${schedule}`} size="sm" component="div">
              {t(`references:control.convention.${convention}`)} {schedule}{' '}
              <StatusBadge tone={TONES[status]} label={t(`references:control.status.${status}`)} />
            </Text>
          ))}
        </Stack>
      )}
      {controls.length === 0 ? (
        <Text size="sm">{t('identify:reveal.no-rows')}</Text>
      ) : (
        controls.map((interval) => <ControlIntervalLine key={interval.id} interval={interval} />)
      )}
      <Text size="xs" c="dimmed">
        {t('references:control.not-official')}
      </Text>
    </Stack>
  );
}
