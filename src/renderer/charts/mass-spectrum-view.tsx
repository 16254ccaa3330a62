import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Peaks } from '../../contract/library';
import { layoutMassSpectrum } from '../../core/plot/layout-mass-spectrum';
import { shownRange } from '../../core/plot/plot-options';
import { formatNumber } from '../../i18n/formats/numbers';
import type { Column } from '../components/data-list/column';
import { labelsFor } from './labels-for';
import { formatMz } from './plot-numbers';
import { markReader, type PlotMark, type PlotSubject } from './plot-subject';
import { PlotView } from './plot-view';

/** From nothing to the base peak and room for its label. */
const PERCENT_HEIGHTS = [0, 108] as const;

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

export interface MassSpectrumViewProps {
  readonly peaks: Peaks;
  readonly title: string;
  /** Another record: the zoom starts anew when it changes. @default the title and the first peak */
  readonly recordKey?: string;
  /** The points are a profile: a line, not sticks. */
  readonly profile?: boolean;
  readonly heading?: ReactNode;
  readonly tools?: ReactNode;
  readonly menu?: ReactNode;
}

/** One mass spectrum: picture, table of peaks, files. */
export function MassSpectrumView(props: MassSpectrumViewProps) {
  const { t, i18n } = useTranslation();
  const { peaks, title, heading, tools, menu, profile = false } = props;
  const recordKey = props.recordKey ?? `${title} ${peaks.mz.length} ${peaks.mz[0]}`;
  const language = i18n.language;
  const rows = useMemo(() => rowsOf(peaks), [peaks]);
  const subject = useMemo((): PlotSubject => {
    const format = (value: number): string => formatMz(value, language);
    const marks = rows.map(
      ({ mz, percent }): PlotMark => ({
        x: mz,
        weight: percent,
        // A profile has 100,000: only the one that is read is put into words.
        get text() {
          return t('identify:plot.value', { mz: format(mz), percent: formatNumber(percent, language, 1) });
        },
      }),
    );
    const words = { mz: t('identify:plot.mz'), intensity: t('identify:plot.relative') };
    return {
      key: recordKey,
      extent: shownRange(peaks.mz, undefined),
      heights: PERCENT_HEIGHTS,
      layout: (frame) => {
        const labelCount = labelsFor(frame.width);
        const scene = layoutMassSpectrum(peaks, { ...frame, formatNumber: format, words, labelCount, profile });
        return { scene, reader: markReader(marks, scene) };
      },
    };
  }, [peaks, rows, profile, recordKey, language, t]);
  const columns = useMemo(
    (): readonly Column<PeakRow>[] => [
      { id: 'mz', header: t('identify:plot.mz'), value: ({ mz }) => mz, cell: ({ mz }) => formatMz(mz, language), align: 'end' },
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
  const table = useMemo(() => ({ rows: () => rows, columns, rowKey: ({ mz }: PeakRow) => String(mz) }), [rows, columns]);
  return <PlotView subject={subject} title={title} heading={heading} tools={tools} menu={menu} table={table} />;
}
