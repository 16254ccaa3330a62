import { ActionIcon, Button, Group, NumberInput, Select, Text, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunItem } from '../../../../contract/measurements';
import { valueOrRefusal } from '../../../../core/processing/refused';
import { retentionIndex } from '../../../../core/processing/runs/retention-index';
import { formatNumber, formatPlotNumber } from '../../../../i18n/formats/numbers';
import { useObservable } from '../../../app/observable';
import classes from '../files.module.css';
import type { Study } from '../viewer/use-study';
import { apexAt, type Ladder, ladder, withAlkane } from './ladder';
import { refusalWords } from './refusal-words';
import { useRunPeaks } from './use-run-peaks';

const FIRST_CARBON = 10;
const MOST_CARBON = 100;

/** Index of a time by a ladder, or why there is none. */
export function indexAt(time: number, { alkanes, method, deadTime }: Ladder) {
  return valueOrRefusal(() => retentionIndex(time, alkanes, { method, deadTime }));
}

/** Alkanes marked at the chosen time, and the index of that time by them. */
export function RetentionIndex({ item, study, runName }: { readonly item: RunItem; readonly study: Study; readonly runName: string }) {
  const { t, i18n } = useTranslation();
  const marked = useObservable(ladder);
  const { alkanes, method, deadTime } = marked;
  const [carbon, setCarbon] = useState<number>((alkanes.at(-1)?.carbon ?? FIRST_CARBON - 1) + 1);
  const peaks = useRunPeaks(item, true) ?? [];
  const chosen = item.times[study.run.scan] ?? Number.NaN;
  const time = apexAt(peaks, chosen);
  const minutes = (value: number): string => t('files:index.minutes', { time: formatNumber(value, i18n.language, 3) });
  const found = indexAt(time, marked);
  if (item.timeAxis.unit !== 'min')
    return (
      <Text size="xs" c="dimmed">
        {t('files:index.no-times')}
      </Text>
    );
  const mark = (): void => {
    ladder.set((current) => ({ ...current, alkanes: withAlkane(current.alkanes, { carbon, time, run: runName }) }));
    setCarbon(Math.min(MOST_CARBON, carbon + 1));
  };
  return (
    <section aria-label={t('files:index.title')} className={classes.peaks}>
      <Text size="sm" fw={600}>
        {t('files:index.title')}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mark();
        }}
      >
        <Group gap={6} align="end" wrap="nowrap">
          <NumberInput
            size="xs"
            flex={1}
            min={1}
            max={MOST_CARBON}
            clampBehavior="strict"
            allowDecimal={false}
            label={t('files:index.carbon', { time: minutes(time) })}
            value={carbon}
            onChange={(next) => typeof next === 'number' && setCarbon(next)}
          />
          <Button size="xs" type="submit" leftSection={<IconPlus size={14} aria-hidden />} disabled={!Number.isFinite(time)}>
            {t('files:index.mark')}
          </Button>
        </Group>
      </form>
      <ul className={classes.shelf} aria-label={t('files:index.ladder')}>
        {alkanes.map((alkane) => (
          <li key={alkane.carbon}>
            <Text size="sm">
              {t('files:index.alkane', { carbon: alkane.carbon, time: minutes(alkane.time) })}{' '}
              {alkane.run !== runName && (
                <Text span size="xs" c="dimmed">
                  <bdi>{alkane.run}</bdi>
                </Text>
              )}
            </Text>
            <Tooltip label={t('files:index.remove', { carbon: alkane.carbon })}>
              <ActionIcon
                size={22}
                variant="subtle"
                color="gray"
                aria-label={t('files:index.remove', { carbon: alkane.carbon })}
                onClick={() =>
                  ladder.set((current) => ({ ...current, alkanes: current.alkanes.filter((known) => known.carbon !== alkane.carbon) }))
                }
              >
                <IconX size={14} />
              </ActionIcon>
            </Tooltip>
          </li>
        ))}
      </ul>
      {alkanes.length === 0 ? (
        <Text size="xs" c="dimmed">
          {t('files:index.hint')}
        </Text>
      ) : (
        <>
          <Group gap={6} grow align="end">
            <Select
              size="xs"
              allowDeselect={false}
              label={t('files:index.method')}
              data={(['linear', 'kovats'] as const).map((value) => ({ value, label: t(`files:index.methods.${value}`) }))}
              value={method}
              onChange={(next) => ladder.set((current) => ({ ...current, method: next === 'kovats' ? 'kovats' : 'linear' }))}
            />
            {method === 'kovats' && (
              <NumberInput
                size="xs"
                min={0}
                step={0.1}
                decimalScale={4}
                suffix=" min"
                label={t('files:index.dead-time')}
                value={deadTime}
                onChange={(next) => typeof next === 'number' && next >= 0 && ladder.set((current) => ({ ...current, deadTime: next }))}
              />
            )}
          </Group>
          {'value' in found ? (
            <Text size="sm" fw={600} role="status">
              {t('files:index.found', { time: minutes(time), index: formatPlotNumber(found.value, i18n.language, 0) })}
            </Text>
          ) : (
            <Text size="xs" className={classes.refusal} role="status">
              {refusalWords(found.refused, t, i18n.language)}
            </Text>
          )}
        </>
      )}
    </section>
  );
}
