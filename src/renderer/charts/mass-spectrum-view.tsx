import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Peaks } from '../../contract/library';
import { layoutMassSpectrum } from '../../core/plot/layout-mass-spectrum';
import { shownRange } from '../../core/plot/plot-options';
import { formatNumber } from '../../i18n/formats/numbers';
import type { Column } from '../components/data-list/column';
import type { PlotSubject } from './plot-subject';
import { PlotView } from './plot-view';

interface PeakRow {
  readonly mz: number;
  readonly percent: number;
  readonly intensity: number;
}

function rowsOf({ mz, intensity }: Peaks): readonly PeakRow[] {
  const base = intensity.reduce((most, value) => Math.max(most, value), 0);
  return Array.from(mz, (at, index) => {
    const height = intensity[index] ?? 0;
    return { mz: at, intensity: height, percent: base > 0 ? (100 * height) / base : 0 };
  });
}

/** One mass spectrum: picture, table of peaks, files. */
export function MassSpectrumView(props: { readonly peaks: Peaks; readonly title: string; readonly heading?: ReactNode }) {
  const { t, i18n } = useTranslation();
  const { peaks, title, heading } = props;
  const language = i18n.language;
  const rows = useMemo(() => rowsOf(peaks), [peaks]);
  const subject = useMemo((): PlotSubject => {
    const format = (value: number): string => formatNumber(value, language);
    const words = { mz: t('identify:plot.mz'), intensity: t('identify:plot.relative') };
    return {
      key: `${title} ${peaks.mz.length} ${peaks.mz[0]}`,
      extent: shownRange(peaks.mz, undefined),
      marks: rows.map(({ mz, percent }) => ({
        x: mz,
        weight: percent,
        text: t('identify:plot.value', { mz: format(mz), percent: formatNumber(percent, language, 1) }),
      })),
      layout: (frame) => layoutMassSpectrum(peaks, { ...frame, formatNumber: format, words, labelCount: labelsFor(frame.width) }),
    };
  }, [peaks, rows, title, language, t]);
  const columns = useMemo(
    (): readonly Column<PeakRow>[] => [
      { id: 'mz', header: t('identify:plot.mz'), value: ({ mz }) => mz, cell: ({ mz }) => formatNumber(mz, language), align: 'end' },
      {
        id: 'percent',
        header: t('identify:plot.relative'),
        value: ({ percent }) => Number(percent.toFixed(2)),
        cell: ({ percent }) => formatNumber(percent, language, 2),
        align: 'end',
      },
      {
        id: 'intensity',
        header: t('identify:plot.intensity'),
        value: ({ intensity }) => intensity,
        cell: ({ intensity }) => formatNumber(intensity, language),
        align: 'end',
      },
    ],
    [t, language],
  );
  return <PlotView subject={subject} title={title} heading={heading} table={{ rows, columns, rowKey: ({ mz }) => String(mz) }} />;
}

/** About one label for every 60 px: more would stand in each other's way. */
export function labelsFor(width: number): number {
  return Math.max(6, Math.floor(width / 60));
}
