import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { axisTitle } from '../../core/plot/axis-numbers';
import { differenceOf } from '../../core/plot/difference';
import { layoutCurves } from '../../core/plot/layout-curves';
import { abscissaExtent, type PlotTrace } from '../../core/plot/plot-trace';
import { axisWords, fallsToTheRight, peaksPointDown } from './axis-words';
import { curveTable } from './curve-table';
import { type CurveTrace, plotTraces } from './curve-traces';
import type { CurveArrangement, CurvesViewProps } from './curves-view';
import { labelsFor } from './labels-for';
import { formatPlotNumber, formatReading } from './plot-numbers';
import type { PlotSubject } from './plot-subject';
import { traceReader } from './trace-reader';

/** A window narrower than this share of all shows nothing more. */
const NARROWEST_SHARE = 1e-5;
/** Heights are zoomed out to this many times what is there. */
const HEIGHT_ROOM = 1.25;

function heightsOf(traces: readonly PlotTrace[]): readonly [number, number] {
  let low = 0;
  let high = 0;
  for (const { y } of traces) {
    for (const value of y) {
      if (value < low) low = value;
      if (value > high && Number.isFinite(value)) high = value;
    }
  }
  return [low, low + HEIGHT_ROOM * (high - low || 1)];
}

/** What a view of curves shows and lists. */
export function useCurveSubject(
  props: Pick<CurvesViewProps, 'xAxis' | 'yAxis' | 'annotations' | 'bands' | 'peakAreas' | 'cursor'> & {
    readonly recordKey: string;
    readonly shown: readonly CurveTrace[];
    readonly arrangement: CurveArrangement;
  },
) {
  const { t, i18n } = useTranslation();
  const { xAxis, yAxis, recordKey, shown, arrangement, annotations, bands, peakAreas, cursor } = props;
  const language = i18n.language;
  const words = useMemo(() => ({ x: axisWords(xAxis, t), y: axisWords(yAxis, t) }), [xAxis, yAxis, t]);
  const traces = useMemo(() => plotTraces(shown, peaksPointDown(yAxis)), [shown, yAxis]);
  const { kind, offset, fitHeight } = arrangement;
  const difference = useMemo(() => {
    const [first, second] = arrangement.difference ? traces.filter(({ original }) => original !== true) : [];
    if (first === undefined || second === undefined) return undefined;
    return { ...differenceOf(first, second), label: t('plot:difference-of', { first: first.label, second: second.label }) };
  }, [traces, arrangement.difference, t]);
  const whole = useMemo(() => ({ extent: abscissaExtent(traces), heights: heightsOf(traces) }), [traces]);

  const subject = useMemo((): PlotSubject => {
    const withUnit = (value: number, unit: string): string =>
      unit === '' ? formatReading(value, language) : t('plot:with-unit', { value: formatReading(value, language), unit });
    const say = ({ label }: PlotTrace, x: number, y: number): string => {
      // m/z has no unit: its name stands in front.
      const place = words.x.unit === '' ? `${words.x.name} ${formatReading(x, language)}` : withUnit(x, words.x.unit);
      const value = t('plot:value', { x: place, y: withUnit(y, words.y.unit) });
      return shown.length > 1 ? t('plot:value-of', { trace: label, value }) : value;
    };
    const { extent, heights } = whole;
    return {
      key: recordKey,
      extent,
      narrowest: (extent[1] - extent[0]) * NARROWEST_SHARE,
      heights: kind === 'mirror' ? [-125, 125] : heights,
      layout: (frame) => {
        const scene = layoutCurves(traces, {
          ...frame,
          scaling: fitHeight ? 'shown' : 'whole',
          arrangement: kind,
          offset,
          x: { ...words.x, falling: fallsToTheRight(xAxis) },
          y: words.y,
          words: {
            relative: t('plot:relative-height'),
            original: (name) => t('plot:original-of', { name }),
            difference: difference?.label ?? '',
          },
          formatNumber: (value, decimals) => formatPlotNumber(value, language, decimals),
          labelCount: labelsFor(frame.width),
          ...(difference === undefined ? {} : { difference }),
          ...(annotations === undefined ? {} : { annotations }),
          ...(bands === undefined ? {} : { bands }),
          ...(peakAreas === undefined ? {} : { peakAreas }),
          ...(cursor === undefined ? {} : { cursor }),
        });
        return { scene, reader: traceReader(traces, scene, say) };
      },
    };
  }, [
    traces,
    shown.length,
    whole,
    words,
    xAxis,
    recordKey,
    kind,
    offset,
    fitHeight,
    difference,
    annotations,
    bands,
    peakAreas,
    cursor,
    language,
    t,
  ]);

  const table = useMemo(
    () =>
      curveTable(shown, {
        trace: t('plot:trace'),
        x: axisTitle(words.x),
        y: axisTitle(words.y),
        format: (value) => formatReading(value, language),
      }),
    [shown, words, language, t],
  );
  return { subject, table };
}
