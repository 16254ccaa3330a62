import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { saturationFindingKey, saturationVerdictKey } from '../../../../core/processing/chain/describe-step';
import { checkSaturation } from '../../../../core/processing/measures/check-saturation';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { StatusBadge, type Tone } from '../../../components/status-badge';
import classes from '../files.module.css';
import type { Outcome } from './use-outcome';

const TONES = { good: 'good', doubtful: 'attention', saturated: 'attention' } as const satisfies Record<string, Tone>;

/** Whether the measurement itself can be relied on: looked at as measured, not as processed. */
export function Checks({ outcome }: { readonly outcome: Outcome }) {
  const { t, i18n } = useTranslation();
  const check = useMemo(() => checkSaturation(outcome.original), [outcome.original]);
  return (
    <section aria-label={t('files:process.checks')} className={classes.checks}>
      <Text size="sm" fw={600}>
        {t('files:process.checks')}
      </Text>
      <StatusBadge tone={TONES[check.verdict]} label={t(saturationVerdictKey(check.verdict))} />
      {check.findings.map(({ code, params }) => (
        <Text key={code} size="xs" c="dimmed">
          {t(saturationFindingKey(code), {
            ...Object.fromEntries(
              Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(value, i18n.language) : value]),
            ),
          })}
        </Text>
      ))}
    </section>
  );
}
