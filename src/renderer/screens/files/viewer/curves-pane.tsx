import { Select, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CurvesItem } from '../../../../contract/measurements';
import { valueOrRefusal } from '../../../../core/processing/refused';
import { averageTraces } from '../../../../core/processing/several/average-traces';
import { abscissaValues } from '../../../../core/spectrum/axis';
import type { Trace } from '../../../../core/spectrum/curves';
import { fallsToTheRight } from '../../../charts/axis-words';
import type { CurveTrace, PlotBand } from '../../../charts/curve-traces';
import { CurvesView } from '../../../charts/curves-view';
import type { PlotGestures } from '../../../charts/plot-gestures';
import { StatusBadge } from '../../../components/status-badge';
import { firstTrace, sameAxes } from '../compare/comparable';
import type { ShelvedItem } from '../compare/use-shelved';
import classes from '../files.module.css';
import { refusalWords } from '../processing/refusal-words';
import { type Outcome, outcomeOf } from '../processing/use-outcome';
import { AnnotateDialog, useAnnotating } from './annotating';
import { distinctName, sharedStart } from './distinct-names';
import type { Study } from './use-study';

const NO_REFERENCES: ReadonlyMap<string, Trace> = new Map();

const pointsOf = ({ x, y }: Trace): { readonly x: Float64Array; readonly y: Float64Array } => ({ x: abscissaValues(x), y: y.values });

/** Assignments of the file are written out; what oscillates has no bands to name; undefined leaves it to the picture. */
function peaksOf({ notes, role, ...trace }: Trace, technique: CurvesItem['technique']): CurveTrace['peaks'] {
  if (notes !== undefined && notes.length > 0) {
    const { x, y } = pointsOf({ role, ...trace });
    return notes.map(({ point, text }) => ({ x: x[point] ?? 0, y: y[point] ?? 0, text }));
  }
  return technique === 'nmr-fid' || role === 'interferogram' || role === 'phase' ? [] : undefined;
}

interface Drawn {
  readonly record: ShelvedItem;
  readonly trace: Trace;
}

/** The last of the twenty looks: compared records seldom reach it. */
const MEAN_LOOK = 19;

/** Mean of the open trace and the visible others; undefined for one alone. */
function meanOf(open: Trace, drawn: readonly Drawn[]) {
  const shown = drawn.filter(({ record }) => record.visible).map(({ trace }) => trace);
  if (shown.length === 0) return undefined;
  return { count: shown.length + 1, ...valueOrRefusal(() => averageTraces([open, ...shown])) };
}

/** The curves of a record: the chosen trace, before and after its steps, with the compared ones. */
export function CurvesPane(props: {
  readonly item: CurvesItem;
  readonly study: Study;
  readonly outcome: Outcome;
  readonly shelved: readonly ShelvedItem[];
}) {
  const { t, i18n } = useTranslation();
  const { item, study, outcome, shelved } = props;
  const { processed, original } = outcome;
  const steps = study.steps.value;
  const title = item.identity.name === '' ? t('files:items.unnamed', { number: study.index + 1 }) : item.identity.name;
  const annotating = useAnnotating(study.annotations);
  const { regions, setRegions } = study;
  const gestures = useMemo(
    (): PlotGestures => ({
      ...annotating.gestures,
      onRange: (signal) => setRegions({ ...regions, signal }),
      onBackground: (noise) => setRegions({ ...regions, noise }),
    }),
    [annotating.gestures, regions, setRegions],
  );
  const bands = useMemo(
    (): readonly PlotBand[] => [
      ...(regions.noise === null ? [] : [{ kind: 'background' as const, from: regions.noise[0], to: regions.noise[1] }]),
      ...(regions.signal === null ? [] : [{ kind: 'selection' as const, from: regions.signal[0], to: regions.signal[1] }]),
    ],
    [regions],
  );
  const drawn = useMemo(
    () =>
      shelved.flatMap((record): readonly Drawn[] => {
        const measured = firstTrace(record);
        if (measured === undefined) return [];
        const trace = sameAxes(measured, original) ? outcomeOf(measured, steps, NO_REFERENCES).processed : measured;
        return sameAxes(trace, processed) ? [{ record, trace }] : [];
      }),
    [shelved, steps, original, processed],
  );
  // Names of a series often begin alike: a legend has room for what tells them apart.
  const shared = useMemo(() => sharedStart([title, ...drawn.map(({ record }) => record.label)]), [title, drawn]);
  const others = useMemo(
    () =>
      drawn.map(({ record: { key, label, visible, look }, trace }): CurveTrace => {
        return { key, label: distinctName(label, shared), visible, colour: look, form: trace.form, ...pointsOf(trace) };
      }),
    [drawn, shared],
  );
  const mean = useMemo(() => (study.mean ? meanOf(processed, drawn) : undefined), [study.mean, processed, drawn]);
  const traces = useMemo((): readonly CurveTrace[] => {
    const changed = processed !== original && study.before;
    const ownScale = !sameAxes(processed, original);
    const peaks = peaksOf(processed, item.technique);
    return [
      {
        key: 'open',
        label: processed.label === '' || others.length > 0 ? distinctName(title, shared) : processed.label,
        colour: 0,
        form: processed.form,
        ...pointsOf(processed),
        ...(changed ? { original: { ...pointsOf(original), ownScale } } : {}),
        ...(peaks === undefined ? {} : { peaks }),
      },
      ...(mean !== undefined && 'value' in mean
        ? [
            {
              key: 'mean',
              label: t('files:compare.mean-of', { count: mean.count }),
              colour: MEAN_LOOK,
              form: 'line' as const,
              ...pointsOf(mean.value),
            },
          ]
        : []),
      ...others,
    ];
  }, [processed, original, study.before, title, shared, others, mean, item.technique, t]);
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
            {outcome.refused !== undefined && (
              <StatusBadge tone="attention" label={t('files:process.stopped-at', { number: outcome.refused.index + 1 })} />
            )}
            {mean !== undefined && 'refused' in mean && (
              <Text size="xs" className={classes.refusal} role="status">
                {refusalWords(mean.refused, t, i18n.language)}
              </Text>
            )}
            {left > 0 && (
              <Text size="xs" c="dimmed" role="status">
                {t('files:compare.other-axes', { count: left })}
              </Text>
            )}
          </>
        }
        xAxis={processed.x.axis}
        // NMR is written from high to low in hertz as in ppm.
        xFalls={fallsToTheRight(processed.x.axis) || (item.technique === 'nmr' && processed.x.axis.quantity === 'frequency')}
        yAxis={processed.y.axis}
        traces={traces}
        annotations={annotating.shown}
        bands={bands}
        gestures={gestures}
      />
      <AnnotateDialog annotating={annotating} />
    </>
  );
}
