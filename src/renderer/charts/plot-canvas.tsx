import { useComputedColorScheme, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PLOT_THEMES } from '../../core/plot/theme';
import { formatReading } from '../../i18n/formats/numbers';
import { paintScene } from './canvas-painter';
import classes from './plot-canvas.module.css';
import type { PlotGestures, PlotMode } from './plot-gestures';
import { PlotPointer } from './plot-pointer';
import type { PlotReading, PlotSubject } from './plot-subject';
import { forgetWidths, measureOnScreen, PLOT_FONT } from './screen-metrics';
import { usePlotKeys } from './use-plot-keys';
import { usePlotPointer } from './use-plot-pointer';
import type { PlotViewport } from './zoom';

/** A picture that has not changed for so long is at rest, ms. */
const REST = 120;

function useFontsLoaded(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const ended = new AbortController();
    const loaded = (): void => {
      forgetWidths();
      setCount((known) => known + 1);
    };
    document.fonts.addEventListener('loadingdone', loaded, { signal: ended.signal });
    return () => ended.abort();
  }, []);
  return count;
}

/**
 * The picture itself: painted on a canvas from the same layout that the SVG and the report are made of. The wheel zooms (with Shift or
 * Ctrl the height), a drag does what the mode says (with Shift it moves, with Alt it selects), a double click shows all. See `usePlotKeys`.
 */
export function PlotCanvas(props: {
  readonly subject: PlotSubject;
  readonly view: PlotViewport;
  readonly onView: (view: PlotViewport) => void;
  readonly mode: PlotMode;
  readonly onMode: (mode: PlotMode) => void;
  readonly gestures: PlotGestures;
  /** What the picture shows, for a screen reader. */
  readonly label: string;
}) {
  const { t, i18n } = useTranslation();
  const { subject, view, onView, mode, onMode, gestures, label } = props;
  const { range, yRange } = view;
  const { ref: frameRef, width: measuredWidth, height: measuredHeight } = useElementSize();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const dark = useComputedColorScheme('light') === 'dark';
  const fonts = useFontsLoaded();
  const [reading, setReading] = useState<PlotReading | undefined>();
  const width = Math.floor(measuredWidth);
  const height = Math.floor(measuredHeight);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fonts: the widths of texts change when a face has arrived
  const plotted = useMemo(
    () =>
      width < 40 || height < 40
        ? undefined
        : subject.layout({ width, height, range, ...(yRange === undefined ? {} : { yRange }), measure: measureOnScreen }),
    [subject, width, height, range, yRange, fonts],
  );
  const scene = plotted?.scene;

  useLayoutEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (scene === undefined || canvas === null || context === null || context === undefined) return;
    const density = window.devicePixelRatio;
    const [wide, high] = [Math.round(scene.width * density), Math.round(scene.height * density)];
    // Setting a size, even the same one, makes the canvas anew.
    if (canvas.width !== wide) canvas.width = wide;
    if (canvas.height !== high) canvas.height = high;
    context.setTransform(density, 0, 0, density, 0, 0);
    const theme = { ...PLOT_THEMES[dark ? 'dark' : 'light'], ground: undefined };
    paintScene(context, scene, theme, PLOT_FONT, 1 / density);
    // As soon as the picture rests its lines have their width, where that is more than a pixel.
    const wider = density > 1 || scene.primitives.some((primitive) => 'broad' in primitive && primitive.broad === true);
    const rest = wider ? setTimeout(() => paintScene(context, scene, theme, PLOT_FONT), REST) : undefined;
    return () => clearTimeout(rest);
  }, [scene, dark]);

  const pointer = usePlotPointer({ canvasRef, subject, plotted, view, onView, mode, gestures, onReading: setReading });
  const keys = usePlotKeys({ subject, plotted, view, onView, mode, onMode, gestures, reading, onReading: setReading });
  const shown = reading !== undefined && reading.x >= range[0] && reading.x <= range[1] && pointer.drag === undefined ? reading : undefined;
  return (
    <div
      ref={frameRef}
      className={classes.frame}
      dir="ltr"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is zoomed, moved and read by keys
      tabIndex={0}
      aria-label={label}
      onKeyDown={keys.onKeyDown}
      data-plot
    >
      <canvas ref={canvasRef} className={classes.canvas} data-mode={pointer.drag?.mode ?? mode} {...pointer.handlers} />
      {scene !== undefined && <PlotPointer scene={scene} reading={shown} drag={pointer.drag} firstEnd={keys.firstEnd} />}
      <VisuallyHidden role="status">{mode !== 'zoom' && t(`plot:mode.${mode}`)}</VisuallyHidden>
      <VisuallyHidden role="status">
        {keys.firstEnd !== undefined && t('plot:range-from', { x: formatReading(keys.firstEnd, i18n.language) })}
      </VisuallyHidden>
    </div>
  );
}
