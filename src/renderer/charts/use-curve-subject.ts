import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { arrange } from '../../core/plot/arrangement';
import { axisTitle } from '../../core/plot/axis-numbers';
import { differenceOf } from '../../core/plot/difference';
import { layoutCurves } from '../../core/plot/layout-curves';
import { abscissaExtent, type PlotTrace } from '../../core/plot/plot-trace';
import { formatPlotNumber, formatReading } from '../../i18n/formats/numbers';
import { axisWords, fallsToTheRight, peaksPointDown } from './axis-words';
import { curveTable } from './curve-table';
import { type CurveTrace, plotTraces } from './curve-traces';
import type { CurveArrangement, CurvesViewProps } from './curves-view';
import { labelsFor } from './labels-for';
import type { PlotSubject } from './plot-subject';
import { traceReader } from './trace-reader';
import type { Range } from './zoom';

/** A window narrower than this share of all shows nothing more. */
const NARROWEST_SHARE = 1e-5;
/** Heights are zoomed out to this many times what is there. */
const HEIGHT_ROOM = 1.25;

/** From least to greatest drawn value, with room. */
function heightsOf(traces: readonly PlotTrace[], extent: Range, { kind, offset }: CurveArrangement): Range {
  const [low, high] = arrange(traces, { arrangement: kind, offset, range: extent, scaling: 'whole' }).domain;
  return [low, low + HEIGHT_ROOM * (high - low || 1)];
}

/** What a view of curves shows and lists. */
export function useCurveSubject(
  props: Pick<CurvesViewProps, 'xAxis' | 'xFalls' | 'yAxis' | 'annotations' | 'bands' | 'peakAreas' | 'cursor'> & {
    readonly recordKey: string;
    readonly shown: readonly CurveTrace[];
    readonly arrangement: CurveArrangement;
  },
) {
  const { t, i18n } = useTranslation();
  const { xAxis, xFalls = fallsToTheRight(xAxis), yAxis, recordKey, shown, arrangement, annotations, bands, peakAreas, cursor } = props;
  const language = i18n.language;
  const words = useMemo(() => ({ x: axisWords(xAxis, t), y: axisWords(yAxis, t) }), [xAxis, yAxis, t]);
  const xKey = `${xAxis.quantity} ${xAxis.unit}`;
  const yKey = `${yAxis.quantity} ${yAxis.unit}`;
  const down = peaksPointDown(yAxis);
  const traces = useMemo(() => plotTraces(shown, down), [shown, down]);
  const { kind, offset, fitHeight } = arrangement;
  const difference = useMemo(() => {
    const [first, second] = arrangement.difference ? traces.filter(({ original }) => original !== true) : [];
    if (first === undefined || second === undefined) return undefined;
    return { ...differenceOf(first, second), label: t('plot:difference-of', { first: first.label, second: second.label }) };
  }, [traces, arrangement.difference, t]);
  const whole = useMemo(() => {
    const extent = abscissaExtent(traces);
    return { extent, heights: heightsOf(traces, extent, arrangement) };
  }, [traces, arrangement]);

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
      key: `${recordKey} ${xKey}`,
      extent,
      narrowest: (extent[1] - extent[0]) * NARROWEST_SHARE,
      heights,
      heightsKey: `${yKey} ${kind}`,
      layout: (frame) => {
        const scene = layoutCurves(traces, {
          ...frame,
          scaling: fitHeight ? 'shown' : 'whole',
          arrangement: kind,
          offset,
          x: { ...words.x, falling: xFalls },
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
    xFalls,
    recordKey,
    xKey,
    yKey,
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
