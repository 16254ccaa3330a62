import { Text, VisuallyHidden } from '@mantine/core';
import { IconBracketsOff, IconDeselect } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlotBand } from '../../core/plot/curve-plot-options';
import type { Axis } from '../../core/spectrum/axis';
import { formatReading } from '../../i18n/formats/numbers';
import { axisWords } from './axis-words';
import type { CurveAnnotation, CurveTrace, PlotPeakArea } from './curve-traces';
import { CurvesView } from './curves-view';
import { MassSpectrumView } from './mass-spectrum-view';
import type { PlotGestures } from './plot-gestures';
import classes from './run-view.module.css';
import { ToolButton } from './tool-button';
import type { Range } from './zoom';

export interface RunScan {
  readonly mz: Float64Array;
  readonly intensity: Float64Array;
  /** Drawn as a line where the points are a profile. */
  readonly profile?: boolean;
  /** In words: scan number and time, or the averaged range less its background. @default the run and the time */
  readonly title?: string;
}

export interface RunViewProps {
  /** Names both pictures and their files. */
  readonly title: string;
  /** @default title */
  readonly recordKey?: string;
  readonly heading?: ReactNode;
  readonly timeAxis: Axis;
  readonly intensityAxis: Axis;
  /** Total ion current first, then extracted ions and whatever else the run has; the crosshair walks the points of the first. */
  readonly chromatograms: readonly CurveTrace[];
  /** Peaks of the first chromatogram. */
  readonly peaks?: readonly PlotPeakArea[];
  readonly annotations?: readonly CurveAnnotation[];
  /** The spectrum to show below, fetched by the caller; `undefined` while there is none. */
  readonly scan: RunScan | undefined;
  /** The scan on its way: what is shown stays, quietly. */
  readonly scanPending?: boolean;
  /** Time of the chosen scan, in the unit of the time axis. */
  readonly time: number | undefined;
  /** A click in the chromatogram, Enter, or a step with Shift and an arrow: the time of a point of the nearest trace. */
  readonly onScan: (time: number) => void;
  /** The range whose scans are averaged; `null` clears it. */
  readonly range?: Range | null;
  readonly onRange?: (range: Range | null) => void;
  readonly background?: Range | null;
  readonly onBackground?: (range: Range | null) => void;
  readonly onAnnotate?: (time: number) => void;
  readonly tools?: ReactNode;
  readonly menu?: ReactNode;
  /** For the spectrum's own tool row. */
  readonly scanHeading?: ReactNode;
  readonly scanTools?: ReactNode;
  readonly scanMenu?: ReactNode;
}

/** A run: its chromatograms above, the spectrum of the chosen time, or of a range less a background, below. */
export function RunView(props: RunViewProps) {
  const { t, i18n } = useTranslation();
  const { title, timeAxis, chromatograms, scan, scanPending, time, onScan, onAnnotate } = props;
  const { range = null, background = null, onRange, onBackground } = props;
  const bands = useMemo(
    (): readonly PlotBand[] => [
      ...(background === null ? [] : [{ kind: 'background' as const, from: background[0], to: background[1] }]),
      ...(range === null ? [] : [{ kind: 'selection' as const, from: range[0], to: range[1] }]),
    ],
    [range, background],
  );
  const gestures = useMemo(
    (): PlotGestures => ({
      onPick: ({ x }) => onScan(x),
      onStep: ({ x }) => onScan(x),
      onRange: onRange && ((next) => onRange(next)),
      onBackground: onBackground && ((next) => onBackground(next)),
      onAnnotate: onAnnotate && (({ x }) => onAnnotate(x)),
    }),
    [onScan, onRange, onBackground, onAnnotate],
  );
  const { unit } = useMemo(() => axisWords(timeAxis, t), [timeAxis, t]);
  const told = (value: number): string => {
    const at = formatReading(value, i18n.language);
    return unit === '' ? at : t('plot:with-unit', { value: at, unit });
  };
  const scanTitle = scan?.title ?? (time === undefined ? title : t('plot:curves.scan-of', { title, time: told(time) }));
  return (
    <div className={classes.run}>
      <VisuallyHidden role="status">
        {range !== null && t('plot:range-chosen', { from: told(range[0]), to: told(range[1]) })}
      </VisuallyHidden>
      <div className={classes.part}>
        <CurvesView
          title={t('plot:curves.chromatogram-of', { title })}
          recordKey={props.recordKey ?? title}
          heading={props.heading}
          xAxis={timeAxis}
          yAxis={props.intensityAxis}
          traces={chromatograms}
          initially={FIT_HEIGHT}
          bands={bands}
          cursor={time}
          gestures={gestures}
          menu={props.menu}
          {...(props.peaks === undefined ? {} : { peakAreas: props.peaks })}
          {...(props.annotations === undefined ? {} : { annotations: props.annotations })}
          tools={
            <>
              {props.tools}
              {range !== null && onRange !== undefined && (
                <ToolButton label={t('plot:clear-range')} icon={<IconDeselect size={16} />} onClick={() => onRange(null)} />
              )}
              {background !== null && onBackground !== undefined && (
                <ToolButton label={t('plot:clear-background')} icon={<IconBracketsOff size={16} />} onClick={() => onBackground(null)} />
              )}
            </>
          }
        />
      </div>
      <div className={classes.part} aria-busy={scanPending}>
        {scan === undefined ? (
          <Text c="dimmed" size="sm" p="md" role="status">
            {t('plot:curves.no-scan')}
          </Text>
        ) : (
          <MassSpectrumView
            peaks={scan}
            title={scanTitle}
            // The next scan of the same run keeps the zoom.
            recordKey={props.recordKey ?? title}
            profile={scan.profile === true}
            heading={props.scanHeading ?? <Text size="sm">{scanTitle}</Text>}
            tools={props.scanTools}
            menu={props.scanMenu}
          />
        )}
      </div>
    </div>
  );
}

const FIT_HEIGHT = { fitHeight: true } as const;
