import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Peaks } from '../../contract/library';
import { layoutMirror } from '../../core/plot/layout-mirror';
import { shownRange } from '../../core/plot/plot-options';
import { type ComparedPeak, comparePeaks, type PeakCategory } from '../../core/search/compare-peaks';
import { formatNumber } from '../../i18n/formats/numbers';
import type { Column } from '../components/data-list/column';
import { StatusBadge, type Tone } from '../components/status-badge';
import { labelsFor } from './labels-for';
import { formatMz } from './plot-numbers';
import { markReader, type PlotMark, type PlotSubject } from './plot-subject';
import { PlotView } from './plot-view';

export interface NamedPeaks {
  readonly name: string;
  readonly peaks: Peaks;
}

const CATEGORY_KEYS: Readonly<Record<PeakCategory, string>> = {
  matched: 'identify:plot.category.matched',
  missing: 'identify:plot.category.missing',
  extra: 'identify:plot.category.extra',
};
const TONES: Readonly<Record<PeakCategory, Tone>> = { matched: 'good', missing: 'attention', extra: 'info' };

/** Unknown above, candidate below: which peaks match, are missing from the unknown, or are only in it. */
export function MirrorView(props: { readonly query: NamedPeaks; readonly reference: NamedPeaks; readonly heading?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { query, reference, heading } = props;
  const language = i18n.language;
  const comparison = useMemo(() => comparePeaks(query.peaks, reference.peaks), [query.peaks, reference.peaks]);
  const subject = useMemo((): PlotSubject => {
    const format = (value: number): string => formatMz(value, language);
    const percent = (value: number): string => formatNumber(value, language, 1);
    const { matched, missing, extra } = comparison.significant;
    const words = {
      mz: t('identify:plot.mz'),
      intensity: t('identify:plot.relative'),
      query: t('identify:plot.unknown-is', { name: query.name }),
      reference: t('identify:plot.reference-is', { name: reference.name }),
      matched: t('identify:plot.legend.matched', { count: matched }),
      missing: t('identify:plot.legend.missing', { count: missing }),
      extra: t('identify:plot.legend.extra', { count: extra }),
    };
    const marks = comparison.peaks.map(
      (peak): PlotMark => ({
        x: peak.mz,
        weight: Math.max(peak.queryPercent, peak.referencePercent),
        text: t('identify:plot.mirror-value', {
          mz: format(peak.mz),
          query: percent(peak.queryPercent),
          reference: percent(peak.referencePercent),
          category: t(CATEGORY_KEYS[peak.category]),
        }),
      }),
    );
    return {
      // The unknown stays: a zoom is kept while one walks through the candidates.
      key: `${query.name} ${query.peaks.mz.length} ${query.peaks.mz[0]}`,
      extent: shownRange(
        comparison.peaks.map((peak) => peak.mz),
        undefined,
      ),
      layout: (frame) => {
        const scene = layoutMirror(comparison, { ...frame, formatNumber: format, words, labelCount: labelsFor(frame.width) });
        return { scene, reader: markReader(marks, scene) };
      },
    };
  }, [comparison, query, reference.name, language, t]);
  const columns = useMemo(
    (): readonly Column<ComparedPeak>[] => [
      { id: 'mz', header: t('identify:plot.mz'), value: ({ mz }) => mz, align: 'end', width: 80 },
      {
        id: 'query',
        header: t('identify:plot.unknown-percent'),
        value: ({ queryPercent }) => Number(queryPercent.toFixed(1)),
        cell: ({ queryPercent }) => formatNumber(queryPercent, language, 1),
        align: 'end',
      },
      {
        id: 'reference',
        header: t('identify:plot.reference-percent'),
        value: ({ referencePercent }) => Number(referencePercent.toFixed(1)),
        cell: ({ referencePercent }) => formatNumber(referencePercent, language, 1),
        align: 'end',
      },
      {
        id: 'category',
        header: t('identify:plot.comparison'),
        value: ({ category }) => t(CATEGORY_KEYS[category]),
        cell: ({ category, significant }) => (
          <StatusBadge tone={significant ? TONES[category] : 'neutral'} label={t(CATEGORY_KEYS[category])} />
        ),
        filter: { kind: 'choice' },
        width: { grow: 2, least: 150 },
      },
    ],
    [t, language],
  );
  const table = useMemo(
    () => ({ rows: () => comparison.peaks, columns, rowKey: ({ mz }: ComparedPeak) => String(mz) }),
    [comparison, columns],
  );
  return (
    <PlotView
      subject={subject}
      title={t('identify:plot.mirror-title', { query: query.name, reference: reference.name })}
      heading={heading}
      table={table}
    />
  );
}
