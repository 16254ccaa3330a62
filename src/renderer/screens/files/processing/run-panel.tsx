import { ActionIcon, Button, Group, NumberInput, Stack, Switch, Text, TextInput, Tooltip } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunItem } from '../../../../contract/measurements';
import { axisTitle } from '../../../../core/plot/axis-numbers';
import type { ChromatographicPeak } from '../../../../core/processing/runs/chromatographic-peaks';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { useObservable } from '../../../app/observable';
import { axisWords } from '../../../charts/axis-words';
import type { Column } from '../../../components/data-list/column';
import { DataList } from '../../../components/data-list/data-list';
import classes from '../files.module.css';
import { nearestScan, timesOf } from '../viewer/scan-places';
import type { IonWindow, Study } from '../viewer/use-study';
import { ladder } from './ladder';
import { indexAt, RetentionIndex } from './retention-index';
import { useRunPeaks } from './use-run-peaks';

/** Half the width of the window around an ion that is given as one number: what nominal masses need. */
const HALF_WINDOW = 0.5;
const MOST_IONS = 19;

/** `105`, `105.1-105.3`, several with blanks between. Undefined where it is none of these. */
export function readIons(text: string): readonly IonWindow[] | undefined {
  const words = text
    .replaceAll(',', '.')
    .split(/[\s;]+/)
    .filter((word) => word !== '');
  const windows = words.map((word): IonWindow | undefined => {
    const [, from, to] = /^(\d+(?:\.\d+)?)(?:[-–](\d+(?:\.\d+)?))?$/.exec(word) ?? [];
    if (from === undefined) return undefined;
    const mz = Number(from);
    if (to === undefined) return { from: mz - HALF_WINDOW, to: mz + HALF_WINDOW };
    return { from: Math.min(mz, Number(to)), to: Math.max(mz, Number(to)) };
  });
  return windows.every((window) => window !== undefined) && windows.length > 0 ? windows : undefined;
}

/** What is done with a run: ions followed, scans averaged and a background taken off, peaks measured. */
export function RunPanel({ item, study, runName }: { readonly item: RunItem; readonly study: Study; readonly runName: string }) {
  return (
    <Stack gap="md" className={classes.scroll}>
      <Ions study={study} />
      <Averaged item={item} study={study} />
      <Peaks item={item} study={study} />
      <RetentionIndex item={item} study={study} runName={runName} />
    </Stack>
  );
}

function Ions({ study }: { readonly study: Study }) {
  const { t, i18n } = useTranslation();
  const [text, setText] = useState('');
  const { run, changeRun } = study;
  const read = readIons(text);
  const add = (): void => {
    if (read === undefined) return;
    changeRun({ ions: [...run.ions, ...read].slice(0, MOST_IONS) });
    setText('');
  };
  const number = (value: number): string => formatNumber(value, i18n.language);
  return (
    <section aria-label={t('files:run.ions')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Group gap={6} align="end" wrap="nowrap">
          <TextInput
            size="xs"
            flex={1}
            label={t('files:run.ions')}
            description={t('files:run.ions-hint')}
            value={text}
            error={text.trim() !== '' && read === undefined ? t('files:run.ions-unreadable') : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <Button size="xs" type="submit" leftSection={<IconPlus size={14} aria-hidden />} disabled={read === undefined}>
            {t('files:run.follow')}
          </Button>
        </Group>
      </form>
      <ul className={classes.shelf} aria-label={t('files:run.followed')}>
        {run.ions.map((window, index) => {
          const label = t('files:run.ions-of', { from: number(window.from), to: number(window.to) });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same window may stand twice
            <li key={`${window.from} ${window.to} ${index}`}>
              <Text size="sm">{label}</Text>
              <Tooltip label={t('files:compare.remove', { name: label })}>
                <ActionIcon
                  size={22}
                  variant="subtle"
                  color="gray"
                  aria-label={t('files:compare.remove', { name: label })}
                  onClick={() => changeRun({ ions: run.ions.filter((_, place) => place !== index) })}
                >
                  <IconX size={14} />
                </ActionIcon>
              </Tooltip>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Averaged({ item, study }: { readonly item: RunItem; readonly study: Study }) {
  const { t, i18n } = useTranslation();
  const { run, changeRun } = study;
  const line = (label: string, range: (typeof run.ranges)[number] | undefined, clear: () => void) => {
    const times = timesOf(item.times, range);
    const told =
      times === null
        ? t('files:run.nothing-chosen')
        : t('files:run.chosen', { from: formatNumber(times[0], i18n.language), to: formatNumber(times[1], i18n.language) });
    return (
      <Group gap={6} justify="space-between" wrap="nowrap">
        <Text size="sm">
          <Text span size="sm" c="dimmed">
            {label}
          </Text>{' '}
          {told}
        </Text>
        {times !== null && (
          <Button size="compact-xs" variant="subtle" onClick={clear} aria-label={t('files:run.clear', { what: label })}>
            {t('files:run.clear-short')}
          </Button>
        )}
      </Group>
    );
  };
  return (
    <section aria-label={t('files:run.average')}>
      <Text size="sm" fw={600}>
        {t('files:run.average')}
      </Text>
      {run.ranges.length + run.background.length === 0 && (
        <Text size="xs" c="dimmed">
          {t('files:run.hint')}
        </Text>
      )}
      {line(t('files:run.range'), run.ranges[0], () => changeRun({ ranges: [] }))}
      {line(t('files:run.background'), run.background[0], () => changeRun({ background: [] }))}
      <NumberInput
        size="xs"
        mt={4}
        w={150}
        min={0.0001}
        max={10}
        step={0.1}
        decimalScale={4}
        label={t('files:run.bin')}
        suffix=" m/z"
        value={run.binWidth}
        onChange={(value) => typeof value === 'number' && value >= 0.0001 && value <= 10 && changeRun({ binWidth: value })}
      />
    </section>
  );
}

interface PeakRow extends ChromatographicPeak {
  readonly number: number;
}

function Peaks({ item, study }: { readonly item: RunItem; readonly study: Study }) {
  const { t, i18n } = useTranslation();
  const { run, changeRun } = study;
  const marked = useObservable(ladder);
  const peaks = useRunPeaks(item, run.peaksShown);
  const rows = useMemo(() => (peaks ?? []).map((peak, index): PeakRow => ({ ...peak, number: index + 1 })), [peaks]);
  const columns = useMemo((): readonly Column<PeakRow>[] => {
    const time = axisWords(item.timeAxis, t).unit;
    const figure = (
      id: 'apex' | 'area' | 'height' | 'width' | 'tailing' | 'start' | 'end',
      decimals?: number,
      hidden = false,
    ): Column<PeakRow> => ({
      id,
      header: axisTitle({ name: t(`files:run.peak.${id}`), unit: id === 'area' || id === 'height' || id === 'tailing' ? '' : time }),
      value: (peak) => peak[id] ?? null,
      cell: (peak) => (peak[id] === undefined ? '–' : formatNumber(peak[id], i18n.language, decimals)),
      align: 'end',
      width: 92,
      hiddenAtFirst: hidden,
    });
    return [
      { id: 'number', header: t('files:items.number'), value: ({ number }) => number, align: 'end', width: 46 },
      figure('apex', 3),
      { ...figure('area', 0), width: 116 },
      figure('height', 0, true),
      figure('width', 4, true),
      figure('tailing', 2),
      ...(marked.alkanes.length < 2
        ? []
        : [
            {
              id: 'index',
              header: t('files:index.short'),
              value: ({ apex }: PeakRow) => {
                const found = indexAt(apex, marked);
                return 'value' in found ? Math.round(found.value) : null;
              },
              align: 'end' as const,
              width: 80,
            },
          ]),
      figure('start', 3, true),
      figure('end', 3, true),
    ];
  }, [t, i18n.language, marked, item.timeAxis]);
  return (
    <div className={classes.peaks}>
      <Switch
        size="xs"
        label={t('files:run.peaks')}
        checked={run.peaksShown}
        onChange={(event) => changeRun({ peaksShown: event.currentTarget.checked })}
      />
      {run.peaksShown && peaks === undefined && (
        <Text size="sm" c="dimmed">
          {t('files:run.no-times')}
        </Text>
      )}
      {run.peaksShown && peaks !== undefined && (
        <div className={classes.peakList}>
          <DataList<PeakRow>
            id="run-peaks"
            label={t('files:run.peaks')}
            rows={rows}
            rowKey={({ number }) => String(number)}
            columns={columns}
            onOpen={({ apex }) => changeRun({ scan: nearestScan(item.times, apex), ranges: [] })}
            empty={{ title: t('files:run.no-peaks') }}
          />
        </div>
      )}
    </div>
  );
}
