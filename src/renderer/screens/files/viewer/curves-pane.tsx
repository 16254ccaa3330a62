import { Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvesItem } from '../../../../contract/measurements';
import { xyPeaks } from '../../../../core/processing/measures/xy-peaks';
import { valueOrRefusal } from '../../../../core/processing/refused';
import { abscissaValues } from '../../../../core/spectrum/axis';
import type { Trace } from '../../../../core/spectrum/curves';
import type { CurveTrace } from '../../../charts/curve-traces';
import { CurvesView } from '../../../charts/curves-view';
import { firstTrace, sameAxes } from '../compare/comparable';
import type { ShelvedItem } from '../compare/use-shelved';
import { type Outcome, outcomeOf } from '../processing/use-outcome';
import { AnnotateDialog, useAnnotating } from './annotating';
import type { Study } from './use-study';

/** Labelled peaks: more would not be read. */
const MOST_PEAKS = 200;
/** Of the height of the curve; smaller summits are mostly noise. */
const LEAST_PROMINENCE = 0.01;

const NO_REFERENCES: ReadonlyMap<string, Trace> = new Map();

const pointsOf = ({ x, y }: Trace): { readonly x: Float64Array; readonly y: Float64Array } => ({ x: abscissaValues(x), y: y.values });

/** Bands of a curve that deserve a label: assignments of the file, else summits that stand out. */
function peaksOf(trace: Trace): CurveTrace['peaks'] {
  const { x, y } = pointsOf(trace);
  if (trace.notes !== undefined && trace.notes.length > 0)
    return trace.notes.map(({ point, text }) => ({ x: x[point] ?? 0, y: y[point] ?? 0, text }));
  if (trace.form === 'sticks') return undefined;
  const heights = y.reduce(
    ({ low, high }, value) => (Number.isNaN(value) ? { low, high } : { low: Math.min(low, value), high: Math.max(high, value) }),
    {
      low: Number.POSITIVE_INFINITY,
      high: Number.NEGATIVE_INFINITY,
    },
  );
  const direction = trace.y.axis.quantity === 'transmittance' || trace.y.axis.quantity === 'reflectance' ? 'down' : 'up';
  const found = valueOrRefusal(() =>
    xyPeaks({ x, y }, { direction, minProminence: LEAST_PROMINENCE * (heights.high - heights.low), limit: MOST_PEAKS }),
  );
  return 'refused' in found ? undefined : found.value.map((peak) => ({ x: peak.x, y: peak.y, weight: peak.prominence }));
}

/** The curves of a record: the chosen trace, before and after its steps, with the compared ones. */
export function CurvesPane(props: {
  readonly item: CurvesItem;
  readonly study: Study;
  readonly outcome: Outcome;
  readonly shelved: readonly ShelvedItem[];
}) {
  const { t } = useTranslation();
  const { item, study, outcome, shelved } = props;
  const { processed, original } = outcome;
  const steps = study.steps.value;
  const title = item.identity.name === '' ? t('files:items.unnamed', { number: study.index + 1 }) : item.identity.name;
  const annotating = useAnnotating(study.annotations);
  const others = useMemo(
    () =>
      shelved.flatMap(({ key, label, look, visible, ...record }): readonly CurveTrace[] => {
        const trace = firstTrace({ key, label, look, visible, ...record });
        if (trace === undefined) return [];
        const shown = sameAxes(trace, original) ? outcomeOf(trace, steps, NO_REFERENCES).processed : trace;
        return sameAxes(shown, processed) ? [{ key, label, visible, colour: look, form: shown.form, ...pointsOf(shown) }] : [];
      }),
    [shelved, steps, original, processed],
  );
  const traces = useMemo((): readonly CurveTrace[] => {
    const changed = processed !== original && study.before;
    const ownScale = !sameAxes(processed, original);
    const peaks = peaksOf(processed);
    return [
      {
        key: 'open',
        label: processed.label === '' ? title : processed.label,
        colour: 0,
        form: processed.form,
        ...pointsOf(processed),
        ...(changed ? { original: { ...pointsOf(original), ownScale } } : {}),
        ...(peaks === undefined ? {} : { peaks }),
      },
      ...others,
    ];
  }, [processed, original, study.before, title, others]);
  const left = shelved.filter(({ visible }) => visible).length - others.filter(({ visible }) => visible !== false).length;
  return (
    <>
      <CurvesView
        key={`${study.fileId} ${study.index}`}
        title={title}
        recordKey={`${study.fileId} ${study.index} ${study.trace} ${processed.x.axis.quantity} ${processed.x.axis.unit}`}
        heading={
          <>
            {item.traces.length > 1 && (
              <Select
                size="xs"
                w={200}
                allowDeselect={false}
                aria-label={t('files:trace.label')}
                data={item.traces.map((trace, index) => ({
                  value: String(index),
                  label: trace.label === '' ? t(`files:trace.role.${trace.role}`) : trace.label,
                }))}
                value={String(study.trace)}
                onChange={(next) => next !== null && study.setTrace(Number(next))}
              />
            )}
            {left > 0 && (
              <Text size="xs" c="dimmed" role="status">
                {t('files:compare.other-axes', { count: left })}
              </Text>
            )}
          </>
        }
        xAxis={processed.x.axis}
        yAxis={processed.y.axis}
        traces={traces}
        annotations={annotating.shown}
        gestures={annotating.gestures}
      />
      <AnnotateDialog annotating={annotating} />
    </>
  );
}
