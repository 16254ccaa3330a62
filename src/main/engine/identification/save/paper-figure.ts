import type { StoredSearch } from '../../../../contract/identify';
import { componentLook, FITTED_LOOK, MEASURED_LOOK } from '../../../../core/plot/fit-looks';
import { layoutCurves } from '../../../../core/plot/layout-curves';
import { layoutMirror } from '../../../../core/plot/layout-mirror';
import { type PlotTrace, plotOrder } from '../../../../core/plot/plot-trace';
import { sceneToSvg } from '../../../../core/plot/scene-to-svg';
import { PLOT_THEMES } from '../../../../core/plot/theme';
import { comparePeaks } from '../../../../core/search/compare-peaks';
import { type Axis, abscissaValues } from '../../../../core/spectrum/axis';
import type { Trace } from '../../../../core/spectrum/curves';
import { formatNumber, formatPlotNumber } from '../../../../i18n/formats/numbers';
import type { Translate } from '../../reports/document/writer';
import type { SearchPaper } from './paper';

/** Points on paper: the width of the text. */
const SIZE = { width: 500, height: 230, fontSize: 8 } as const;
const PAINT = { fontFamily: 'NotoSans' } as const;

/** The unknown against the candidate as vectors: mirrored peaks, curves as they were compared, or a mixture's fit; null where there is nothing to draw. */
export function paperFigure({ search, card, fit, language }: SearchPaper, t: Translate): string | null {
  const name = card?.name ?? '';
  if (fit !== null) {
    const named = (rank: number) => search.candidates.find((candidate) => candidate.rank === rank)?.name ?? String(rank);
    return curves(
      [
        { label: t('search:fit.measured'), trace: fit.measured, look: MEASURED_LOOK },
        { label: t('search:fit.fitted'), trace: fit.fitted, look: FITTED_LOOK },
        ...fit.components.map(({ rank, trace }, place) => ({ label: named(rank), trace, look: componentLook(place) })),
      ],
      t,
      language,
      { label: t('search:fit.residual'), trace: fit.residual },
    );
  }
  if (search.queryTrace !== null) {
    const unknown = { label: t('identify:plot.unknown'), trace: card?.compared?.query ?? search.queryTrace };
    return curves(card?.compared ? [unknown, { label: name, trace: card.compared.reference }] : [unknown], t, language);
  }
  return card === null || search.queryPeaks.mz.length === 0 ? null : mirror(search, card, t, language);
}

function mirror({ queryPeaks }: StoredSearch, card: NonNullable<SearchPaper['card']>, t: Translate, language: string): string {
  const scene = layoutMirror(comparePeaks(queryPeaks, card.referencePeaks), {
    ...SIZE,
    formatNumber: (value) => formatNumber(value, language),
    words: {
      mz: t('identify:plot.mz'),
      intensity: t('identify:plot.relative'),
      query: t('identify:plot.unknown'),
      reference: t('identify:plot.reference-is', { name: card.name }),
      matched: t('identify:plot.category.matched'),
      missing: t('identify:plot.category.missing'),
      extra: t('identify:plot.category.extra'),
    },
  });
  return sceneToSvg(scene, PLOT_THEMES.print, PAINT);
}

interface Curve {
  readonly label: string;
  readonly trace: Trace;
  /** @default the next colour */
  readonly look?: Pick<PlotTrace, 'series' | 'broad'>;
}

/** @param rest what is left over, in a part of its own */
function curves(shown: readonly Curve[], t: Translate, language: string, rest?: Curve): string {
  const points = ({ x, y }: Trace) => plotOrder(abscissaValues(x), y.values);
  const traces = shown.map(({ label, trace, look }, series): PlotTrace => ({ label, ...points(trace), form: trace.form, series, ...look }));
  const [first] = shown;
  if (first === undefined) throw new Error('a figure of curves has at least one');
  const { x, y } = first.trace;
  const scene = layoutCurves(traces, {
    ...SIZE,
    x: { ...axisWords(x.axis, t), falling: x.axis.quantity === 'wavenumber' },
    y: axisWords(y.axis, t),
    words: {
      relative: t('plot:relative-height'),
      original: (label) => t('plot:original-of', { name: label }),
      difference: rest?.label ?? '',
    },
    formatNumber: (value, decimals) => formatPlotNumber(value, language, decimals),
    ...(rest === undefined ? {} : { difference: points(rest.trace) }),
  });
  return sceneToSvg(scene, PLOT_THEMES.print, PAINT);
}

/** Pure numbers have no unit. */
function axisWords({ quantity, unit }: Axis, t: Translate) {
  return {
    name: t(`plot:quantity.${quantity}`),
    unit: unit === '1' || unit === 'unknown' || unit === 'other' ? '' : t(`plot:unit.${unit}`),
  };
}
