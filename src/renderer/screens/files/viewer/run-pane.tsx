import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunItem } from '../../../../contract/measurements';
import { abscissaValues } from '../../../../core/spectrum/axis';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { ErrorAlert } from '../../../app/errors/error-alert';
import { presentError } from '../../../app/errors/present-error';
import { api } from '../../../app/wire/client';
import type { CurveTrace } from '../../../charts/curve-traces';
import { RunView } from '../../../charts/run-view';
import type { Range } from '../../../charts/zoom';
import { firstTrace, sameAxes, totalIonCurrent } from '../compare/comparable';
import type { ShelvedItem } from '../compare/use-shelved';
import { useRunPeaks } from '../processing/use-run-peaks';
import { AnnotateDialog, useAnnotating } from './annotating';
import { nearestScan, scansWithin, timesOf } from './scan-places';
import { averagingOf, type Study } from './use-study';

const FROZEN = { topics: [] } as const;

/** The spectrum of the chosen scan, or of the averaged ones. What was shown stays until the next has arrived. */
function useChosenSpectrum(study: Study) {
  const averaging = averagingOf(study.run);
  const place = { fileId: study.fileId, index: study.index };
  const scan = useQuery(
    api.measurements.scan.queryOptions({
      input: { ...place, scan: study.run.scan },
      enabled: averaging === null,
      placeholderData: keepPreviousData,
      meta: FROZEN,
    }),
  );
  const averaged = useQuery(
    api.measurements.averagedScan.queryOptions({
      input: { ...place, averaging: averaging ?? { ranges: [{ from: 0, to: 0 }], background: [], msLevel: null, binWidth: 1 } },
      enabled: averaging !== null,
      placeholderData: keepPreviousData,
      meta: FROZEN,
    }),
  );
  return { scan, averaged, isAveraged: averaging !== null };
}

/** A run: its chromatograms, and below them the spectrum of a scan or of a stretch less its background. */
export function RunPane(props: { readonly item: RunItem; readonly study: Study; readonly shelved: readonly ShelvedItem[] }) {
  const { t, i18n } = useTranslation();
  const { item, study, shelved } = props;
  const { run, changeRun } = study;
  const { times } = item;
  const title = item.identity.name === '' ? t('files:items.unnamed', { number: study.index + 1 }) : item.identity.name;
  const total = useMemo(() => totalIonCurrent(item), [item]);
  const ions = useQuery(
    api.measurements.extractedIons.queryOptions({
      input: { fileId: study.fileId, index: study.index, windows: run.ions.map(({ from, to }) => ({ from, to })) },
      enabled: run.ions.length > 0,
      placeholderData: keepPreviousData,
      meta: FROZEN,
    }),
  );
  const peaks = useRunPeaks(item, run.peaksShown);
  const chromatograms = useMemo((): readonly CurveTrace[] => {
    const extracted = run.ions.length === 0 ? [] : (ions.data?.intensities ?? []);
    const range = (value: number): string => formatNumber(value, i18n.language);
    return [
      { key: 'tic', label: t('files:run.total'), colour: 0, form: 'line', x: times, y: item.ionCurrent },
      ...extracted.map((y, place): CurveTrace => {
        const window = run.ions[place];
        const label = t('files:run.ions-of', { from: range(window?.from ?? 0), to: range(window?.to ?? 0) });
        return { key: `ions ${place}`, label, colour: place + 1, form: 'line', x: times, y };
      }),
      ...item.chromatograms
        .filter((trace) => sameAxes(trace, total))
        .map(
          (trace, place): CurveTrace => ({
            key: `held ${place}`,
            label: trace.label === '' ? t('files:run.held') : trace.label,
            colour: (run.ions.length + 1 + place) % 20,
            form: trace.form,
            visible: place > 0,
            x: abscissaValues(trace.x),
            y: trace.y.values,
          }),
        ),
      ...shelved.flatMap((record): readonly CurveTrace[] => {
        const trace = firstTrace(record);
        if (trace === undefined || !sameAxes(trace, total)) return [];
        return [
          {
            key: record.key,
            label: record.label,
            visible: record.visible,
            colour: record.look,
            form: trace.form,
            x: abscissaValues(trace.x),
            y: trace.y.values,
          },
        ];
      }),
    ];
  }, [item, times, total, ions.data, run.ions, shelved, t, i18n.language]);
  const { scan, averaged, isAveraged } = useChosenSpectrum(study);
  const shown = useMemo(() => {
    if (isAveraged) {
      if (averaged.data === undefined) return undefined;
      const { scans, backgroundScans, peaks: points } = averaged.data;
      return { ...points, title: t('files:run.averaged', { title, count: scans, background: backgroundScans }) };
    }
    if (scan.data === undefined) return undefined;
    const { number, msLevel, precursorMz, precursorCharge, polarity, profile, peaks: points } = scan.data;
    const sign = polarity === null ? '' : polarity === 'positive' ? '+' : '−';
    const charge = precursorCharge === null ? '' : ` (${precursorCharge}${sign})`;
    const level =
      msLevel > 1 && precursorMz !== null
        ? t('files:run.product', { level: msLevel, mz: `${formatNumber(precursorMz, i18n.language)}${charge}` })
        : '';
    return { ...points, profile, title: `${t('files:run.scan', { title, number })}${level}` };
  }, [isAveraged, averaged.data, scan.data, title, t, i18n.language]);
  const annotating = useAnnotating(study.annotations);
  const { onAnnotate } = annotating.gestures;
  const onScan = useCallback((time: number) => changeRun({ scan: nearestScan(times, time), ranges: [] }), [changeRun, times]);
  const onRange = useCallback(
    (range: Range | null) => changeRun({ ranges: range === null ? [] : [scansWithin(times, range)] }),
    [changeRun, times],
  );
  const onBackground = useCallback(
    (range: Range | null) => changeRun({ background: range === null ? [] : [scansWithin(times, range)] }),
    [changeRun, times],
  );
  const write = useCallback((x: number) => onAnnotate?.({ x, text: '' }), [onAnnotate]);
  const failure = (isAveraged ? averaged.error : scan.error) ?? ions.error;
  return (
    <>
      {failure !== null && <ErrorAlert error={presentError(failure, t)} />}
      <RunView
        title={title}
        recordKey={`${study.fileId} ${study.index}`}
        timeAxis={item.timeAxis}
        intensityAxis={total.y.axis}
        chromatograms={chromatograms}
        {...(peaks === undefined ? {} : { peaks: peaks.map(({ start, apex, end }) => ({ start, apex, end })) })}
        annotations={annotating.shown}
        scan={shown}
        scanPending={isAveraged ? averaged.isFetching : scan.isFetching}
        time={times[run.scan]}
        onScan={onScan}
        range={timesOf(times, run.ranges[0])}
        onRange={onRange}
        background={timesOf(times, run.background[0])}
        onBackground={onBackground}
        onAnnotate={write}
      />
      <AnnotateDialog annotating={annotating} />
    </>
  );
}
