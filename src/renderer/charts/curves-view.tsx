import { type ReactNode, useMemo, useState } from 'react';
import type { Arrangement } from '../../core/plot/arrangement';
import type { Axis } from '../../core/spectrum/axis';
import { useScreenKeys } from '../app/record/screen-keys';
import { ArrangementMenu } from './arrangement-menu';
import type { CurveAnnotation, CurveTrace, PlotBand, PlotPeakArea } from './curve-traces';
import type { PlotGestures } from './plot-gestures';
import { plotKeys } from './plot-keys';
import { PlotView } from './plot-view';
import { useCurveSubject } from './use-curve-subject';

/** How several curves stand together. */
export interface CurveArrangement {
  readonly kind: Arrangement;
  /** Distance of stacked curves, as a share of the highest. */
  readonly offset: number;
  /** The first visible trace minus the second, in a part of its own below. */
  readonly difference: boolean;
  /** The height fits what is shown, not all there is. */
  readonly fitHeight: boolean;
}

export const PLAIN_ARRANGEMENT: CurveArrangement = { kind: 'overlay', offset: 0.25, difference: false, fitHeight: false };

export interface CurvesViewProps {
  /** Names the picture for a screen reader and its files. */
  readonly title: string;
  /** Another record: the zoom starts anew when it changes. @default title */
  readonly recordKey?: string;
  readonly heading?: ReactNode;
  readonly xAxis: Axis;
  /** Whether the abscissa falls to the right. @default for wavenumbers and chemical shifts; say so for an NMR spectrum in Hz */
  readonly xFalls?: boolean;
  /** Of the first trace. */
  readonly yAxis: Axis;
  /** Up to 20; keep the identity of the array and of each trace between renders. */
  readonly traces: readonly CurveTrace[];
  /** How they stand at first. @default one over the other, the whole height */
  readonly initially?: Partial<CurveArrangement>;
  readonly annotations?: readonly CurveAnnotation[];
  /** Shaded stretches. */
  readonly bands?: readonly PlotBand[];
  /** Chromatographic peaks of the first trace. */
  readonly peakAreas?: readonly PlotPeakArea[];
  /** A chosen place. */
  readonly cursor?: number | undefined;
  /** What the person does in the picture; only what is listened to is offered. Keep its identity (useMemo). */
  readonly gestures?: PlotGestures;
  /** Tools before the plot's own: a switch of the ordinate, processing. */
  readonly tools?: ReactNode;
  /** Further `<Menu.Item>`s of the menu of files: JCAMP-DX. */
  readonly menu?: ReactNode;
}

/** Curves of any technique: one or up to twenty, over each other, stacked or mirrored, before and after processing. */
export function CurvesView(props: CurvesViewProps) {
  const { title, heading, traces, initially, gestures, tools, menu } = props;
  const [arrangement, setArrangement] = useState<CurveArrangement>({ ...PLAIN_ARRANGEMENT, ...initially });
  const shown = useMemo(() => traces.filter(({ visible }) => visible !== false), [traces]);
  const { subject, table } = useCurveSubject({ ...props, recordKey: props.recordKey ?? title, shown, arrangement });
  useScreenKeys(plotKeys(gestures));
  const own = <ArrangementMenu traces={shown} value={arrangement} onChange={setArrangement} />;
  return (
    <PlotView
      subject={subject}
      title={title}
      table={table}
      heading={heading}
      tools={
        <>
          {tools}
          {own}
        </>
      }
      menu={menu}
      {...(gestures === undefined ? {} : { gestures })}
    />
  );
}
