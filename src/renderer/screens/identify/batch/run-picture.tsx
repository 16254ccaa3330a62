import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Batch, BatchRow } from '../../../../contract/batches';
import { api } from '../../../app/wire/client';
import type { CurveTrace, PlotPeakArea } from '../../../charts/curve-traces';
import { CurvesView } from '../../../charts/curves-view';
import { inMinutes } from '../../files/viewer/in-minutes';
import classes from './batch.module.css';

/** The run's total ion current with the components where they elute. */
export function RunPicture({ batch, rows }: { readonly batch: Batch; readonly rows: readonly BatchRow[] }) {
  const { t } = useTranslation();
  const { input } = batch;
  const source = input.kind === 'run' ? { fileId: input.fileId, index: input.index } : null;
  const run = useQuery({
    ...api.measurements.item.queryOptions({
      input: source ?? { fileId: batch.id, index: 0 },
      enabled: source !== null,
      meta: { topics: [] },
    }),
    select: inMinutes,
  });
  const item = run.data?.kind === 'run' ? run.data : undefined;
  const label = t('search:run.current');
  const traces = useMemo(
    (): readonly CurveTrace[] =>
      item === undefined ? [] : [{ key: 'tic', label, form: 'line', colour: 0, x: item.times, y: item.ionCurrent, peaks: [] }],
    [item, label],
  );
  const peakAreas = useMemo(
    (): readonly PlotPeakArea[] => rows.flatMap(({ time, row }) => (time === null ? [] : [{ ...time, text: String(row + 1) }])),
    [rows],
  );
  if (item === undefined) return null;
  return (
    <div className={classes.picture}>
      <CurvesView
        title={batch.name}
        recordKey={batch.id}
        xAxis={item.timeAxis}
        yAxis={item.intensityAxis}
        traces={traces}
        peakAreas={peakAreas}
      />
    </div>
  );
}
