import { Button, Group, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { xySignalToNoise } from '../../../../core/processing/measures/xy-signal-to-noise';
import { valueOrRefusal } from '../../../../core/processing/refused';
import { abscissaValues } from '../../../../core/spectrum/axis';
import type { Trace } from '../../../../core/spectrum/curves';
import { formatReading } from '../../../../i18n/formats/numbers';
import { axisWords, peaksPointDown } from '../../../charts/axis-words';
import type { Range } from '../../../charts/zoom';
import classes from '../files.module.css';
import type { Study } from '../viewer/use-study';
import { refusalWords } from './refusal-words';

const between = ([from, to]: Range) => ({ from: Math.min(from, to), to: Math.max(from, to) });

/** Signal to noise of chosen stretches of the shown trace, by both usual definitions, each with its name. */
export function signalToNoise(trace: Trace, noise: Range, signal: Range | null) {
  return valueOrRefusal(() =>
    xySignalToNoise(
      { x: abscissaValues(trace.x), y: trace.y.values },
      {
        noise: between(noise),
        ...(signal === null ? {} : { signal: between(signal) }),
        direction: peaksPointDown(trace.y.axis) ? 'down' : 'up',
      },
    ),
  );
}

export function SignalToNoise({ trace, study }: { readonly trace: Trace; readonly study: Study }) {
  const { t, i18n } = useTranslation();
  const { regions, setRegions } = study;
  const { signal, noise } = regions;
  const found = useMemo(() => (noise === null ? undefined : signalToNoise(trace, noise, signal)), [trace, noise, signal]);
  const { unit } = axisWords(trace.x.axis, t);
  const number = (value: number): string => formatReading(value, i18n.language);
  const ratio = (value: number): string => (Number.isFinite(value) ? number(Number(value.toPrecision(3))) : t('files:noise.without'));
  const line = (label: string, range: Range | null, otherwise: string, clear: () => void) => (
    <Group gap={6} justify="space-between" wrap="nowrap" w="100%">
      <Text size="sm">
        <Text span size="sm" c="dimmed">
          {label}
        </Text>{' '}
        {range === null
          ? otherwise
          : t('files:noise.between', { from: number(Math.min(...range)), to: number(Math.max(...range)), unit }).trim()}
      </Text>
      {range !== null && (
        <Button size="compact-xs" variant="subtle" onClick={clear} aria-label={t('files:run.clear', { what: label })}>
          {t('files:run.clear-short')}
        </Button>
      )}
    </Group>
  );
  return (
    <section aria-label={t('files:noise.title')} className={classes.checks}>
      <Text size="sm" fw={600}>
        {t('files:noise.title')}
      </Text>
      {line(t('files:noise.noise'), noise, t('files:run.nothing-chosen'), () => setRegions({ ...regions, noise: null }))}
      {line(t('files:noise.signal'), signal, t('files:noise.whole'), () => setRegions({ ...regions, signal: null }))}
      {found === undefined && (
        <Text size="xs" c="dimmed">
          {t('files:noise.hint')}
        </Text>
      )}
      {found !== undefined && 'refused' in found && (
        <Text size="xs" className={classes.refusal} role="alert">
          {refusalWords(found.refused, t, i18n.language)}
        </Text>
      )}
      {found !== undefined && 'value' in found && (
        <div role="status">
          <Text size="sm">{t('files:noise.rms', { ratio: ratio(found.value.ratio) })}</Text>
          <Text size="sm">{t('files:noise.pharmacopoeial', { ratio: ratio(found.value.pharmacopoeial) })}</Text>
          <Text size="xs" c="dimmed">
            {t('files:noise.parts', {
              signal: number(Number(found.value.signal.toPrecision(4))),
              rms: number(Number(found.value.noiseRms.toPrecision(3))),
              peakToPeak: number(Number(found.value.noisePeakToPeak.toPrecision(3))),
            })}
          </Text>
        </div>
      )}
    </section>
  );
}
