import { useComputedColorScheme } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { linearScale } from '../../core/plot/scale';
import { PLOT_THEMES } from '../../core/plot/theme';
import { paintScene } from './canvas-painter';
import classes from './plot-canvas.module.css';
import { axesBox, meantMark, type PlotMark, type PlotSubject, steppedMark } from './plot-subject';
import { forgetWidths, measureOnScreen, PLOT_FONT } from './screen-metrics';
import { dragged, panned, type Range, zoomed } from './zoom';

const KEY_ZOOM = 0.7;
const KEY_PAN = 0.15;
/** A drag shorter than this many pixels was meant as a click. */
const LEAST_DRAG = 5;

interface Drag {
  readonly kind: 'zoom' | 'pan';
  readonly from: number;
  readonly to: number;
  readonly start: Range;
}

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
 * The picture itself: painted on a canvas from the same layout that the SVG and the report are made of. Wheel and drag zoom,
 * drag with Shift moves, a double click shows all; + − 0 and the arrows do the same from the keyboard, Shift with an arrow walks the peaks.
 */
export function PlotCanvas(props: {
  readonly subject: PlotSubject;
  readonly range: Range;
  readonly onRange: (range: Range) => void;
  /** What the picture shows, for a screen reader. */
  readonly label: string;
}) {
  const { subject, range, onRange, label } = props;
  const { extent, marks } = subject;
  const { ref: frameRef, width: measuredWidth, height: measuredHeight } = useElementSize();
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const dark = useComputedColorScheme('light') === 'dark';
  const fonts = useFontsLoaded();
  const [mark, setMark] = useState<PlotMark | undefined>();
  const [drag, setDrag] = useState<Drag | undefined>();
  const width = Math.floor(measuredWidth);
  const height = Math.floor(measuredHeight);
  // biome-ignore lint/correctness/useExhaustiveDependencies: fonts: the widths of texts change when a face has arrived
  const scene = useMemo(
    () => (width < 40 || height < 40 ? undefined : subject.layout({ width, height, range, measure: measureOnScreen })),
    [subject, width, height, range, fonts],
  );
  const box = useMemo(() => (scene === undefined ? undefined : axesBox(scene)), [scene]);
  const scale = useMemo(() => linearScale(range, [box?.left ?? 0, box?.right ?? 1]), [range, box]);

  useLayoutEffect(() => {
    const canvas = canvasRef.current;
    const context = canvas?.getContext('2d');
    if (scene === undefined || canvas === null || context === null || context === undefined) return;
    const density = window.devicePixelRatio;
    canvas.width = Math.round(scene.width * density);
    canvas.height = Math.round(scene.height * density);
    context.scale(density, density);
    paintScene(context, scene, { ...PLOT_THEMES[dark ? 'dark' : 'light'], ground: undefined }, PLOT_FONT);
  }, [scene, dark]);

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null) return;
    // React listens to the wheel passively; a page that scrolls under a zooming plot is no instrument.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      onRange(zoomed(range, event.deltaY < 0 ? KEY_ZOOM : 1 / KEY_ZOOM, scale.valueAt(event.offsetX), extent));
    };
    canvas.addEventListener('wheel', onWheel, { passive: false });
    return () => canvas.removeEventListener('wheel', onWheel);
  }, [range, onRange, scale, extent]);

  const perPixel = (range[1] - range[0]) / Math.max(1, (box?.right ?? 1) - (box?.left ?? 0));
  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const at = event.nativeEvent.offsetX;
    setDrag({ kind: event.shiftKey ? 'pan' : 'zoom', from: at, to: at, start: range });
  };
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>): void => {
    const at = event.nativeEvent.offsetX;
    if (drag === undefined) {
      setMark(meantMark(marks, scale.valueAt(at), perPixel, range));
      return;
    }
    setDrag({ ...drag, to: at });
    if (drag.kind === 'pan') onRange(panned(drag.start, (drag.from - at) * perPixel, extent));
  };
  const onPointerUp = (): void => {
    if (drag?.kind === 'zoom' && Math.abs(drag.to - drag.from) >= LEAST_DRAG)
      onRange(dragged(scale.valueAt(drag.from), scale.valueAt(drag.to), extent));
    setDrag(undefined);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const middle = mark !== undefined && mark.x >= range[0] && mark.x <= range[1] ? mark.x : (range[0] + range[1]) / 2;
    const direction = event.key === 'ArrowRight' ? 1 : -1;
    switch (event.key) {
      case '+':
      case '=':
        onRange(zoomed(range, KEY_ZOOM, middle, extent));
        break;
      case '-':
      case '−':
        onRange(zoomed(range, 1 / KEY_ZOOM, middle, extent));
        break;
      case '0':
        onRange(extent);
        break;
      case 'Escape':
        if (mark === undefined) return;
        setMark(undefined);
        break;
      case 'ArrowLeft':
      case 'ArrowRight':
        if (event.shiftKey) setMark(steppedMark(marks, mark, direction, range));
        else onRange(panned(range, direction * KEY_PAN * (range[1] - range[0]), extent));
        break;
      default:
        return;
    }
    event.preventDefault();
    event.stopPropagation();
  };

  const shownMark = mark !== undefined && mark.x >= range[0] && mark.x <= range[1] && drag === undefined ? mark : undefined;
  const at = shownMark === undefined ? 0 : scale.at(shownMark.x);
  return (
    <div
      ref={frameRef}
      className={classes.frame}
      dir="ltr"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is zoomed, moved and read by keys
      tabIndex={0}
      aria-label={label}
      onKeyDown={onKeyDown}
      data-plot
    >
      <canvas
        ref={canvasRef}
        className={classes.canvas}
        data-panning={drag?.kind === 'pan' || undefined}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerLeave={() => drag === undefined && setMark(undefined)}
        onDoubleClick={() => onRange(extent)}
      />
      {box !== undefined && shownMark !== undefined && (
        <>
          <div className={classes.hair} style={{ left: at, top: box.top, height: box.bottom - box.top }} />
          <div
            className={classes.value}
            // In the corner away from the hair, so that a long value never leaves the picture.
            style={at > (box.left + box.right) / 2 ? { left: box.left + 4, top: box.top } : { right: 4, top: box.top }}
            role="status"
          >
            {shownMark.text}
          </div>
        </>
      )}
      {box !== undefined && drag?.kind === 'zoom' && (
        <div
          className={classes.band}
          style={{ left: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from), top: box.top, height: box.bottom - box.top }}
        />
      )}
    </div>
  );
}
