import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { linearScale, type Scale } from '../../core/plot/scale';
import type { PlotScene } from '../../core/plot/scene';
import { type PlotGestures, type PlotMode, selectIn } from './plot-gestures';
import type { PlotReading, PlotSubject, Plotted } from './plot-subject';
import { dragged, type PlotViewport, panned, stretched, zoomed } from './zoom';

export const ZOOM_STEP = 0.7;
/** A drag shorter than this many pixels was meant as a click. */
const LEAST_DRAG = 5;
/** A drag as high as this means a height too. */
const LEAST_HEIGHT = 14;

interface Spot {
  readonly left: number;
  readonly top: number;
}

export interface Drag {
  readonly mode: PlotMode;
  readonly from: Spot;
  readonly to: Spot;
  /** Whether it has become high enough to zoom the height. */
  readonly box: boolean;
  readonly start: PlotViewport;
}

/** The abscissa as it will be when a viewport is shown, before it is laid out. */
function abscissaOf({ x }: PlotScene, { range }: PlotViewport): Scale {
  return linearScale(range, x.range);
}

/** What the ordinate shows from bottom to top, the room for labels included. */
export function shownHeights({ plot, y }: PlotScene): readonly [number, number] {
  return [y.valueAt(plot.bottom), y.valueAt(plot.top)];
}

/** At most one new picture a frame, however fast wheel and pointer report. */
export function useViewSoon(view: PlotViewport, onView: (view: PlotViewport) => void) {
  const wanted = useRef<PlotViewport | undefined>(undefined);
  const frame = useRef(0);
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
      wanted.current = undefined;
    },
    [],
  );
  return {
    /** The viewport as asked for last. */
    latest: (): PlotViewport => wanted.current ?? view,
    show: (next: PlotViewport): void => {
      if (wanted.current === undefined) {
        frame.current = requestAnimationFrame(() => {
          const last = wanted.current;
          wanted.current = undefined;
          if (last !== undefined) onView(last);
        });
      }
      wanted.current = next;
    },
  };
}

/** Wheel, drag, click and double click on a plot. */
export function usePlotPointer(options: {
  readonly canvasRef: RefObject<HTMLCanvasElement | null>;
  readonly subject: PlotSubject;
  readonly plotted: Plotted | undefined;
  readonly view: PlotViewport;
  readonly onView: (view: PlotViewport) => void;
  readonly mode: PlotMode;
  readonly gestures: PlotGestures;
  readonly onReading: (reading: PlotReading | undefined) => void;
}) {
  const { canvasRef, subject, plotted, view, onView, mode, gestures, onReading } = options;
  const { extent, narrowest, heights } = subject;
  const [drag, setDrag] = useState<Drag | undefined>();
  const soon = useViewSoon(view, onView);
  const scene = plotted?.scene;

  useEffect(() => {
    const canvas = canvasRef.current;
    if (canvas === null || scene === undefined) return;
    // React listens to the wheel passively; a page that scrolls under a zooming plot is no instrument.
    const onWheel = (event: WheelEvent): void => {
      event.preventDefault();
      const now = soon.latest();
      // Shift turns the wheel sideways on some systems.
      const factor = (event.deltaY || event.deltaX) < 0 ? ZOOM_STEP : 1 / ZOOM_STEP;
      if ((event.ctrlKey || event.shiftKey) && heights !== undefined) {
        const shown = now.yRange ?? shownHeights(scene);
        const anchor = linearScale(shown, [scene.plot.bottom, scene.plot.top]).valueAt(event.offsetY);
        soon.show({ ...now, yRange: stretched(shown, factor, anchor, heights) });
        return;
      }
      soon.show({ ...now, range: zoomed(now.range, factor, abscissaOf(scene, now).valueAt(event.offsetX), extent, narrowest) });
    };
    canvas.addEventListener('wheel', onWheel, { passive: false });
    return () => canvas.removeEventListener('wheel', onWheel);
  }, [canvasRef, scene, extent, narrowest, heights, soon]);

  const onPointerDown = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = { left: event.nativeEvent.offsetX, top: event.nativeEvent.offsetY };
    const selecting = event.altKey && gestures.onRange !== undefined;
    setDrag({ mode: event.shiftKey ? 'pan' : selecting ? 'range' : mode, from, to: from, box: false, start: view });
  };
  const onPointerMove = (event: PointerEvent<HTMLCanvasElement>): void => {
    const to = { left: event.nativeEvent.offsetX, top: event.nativeEvent.offsetY };
    if (drag === undefined || scene === undefined) {
      onReading(plotted?.reader.meant(to.left, to.top));
      return;
    }
    const high = drag.mode === 'zoom' && heights !== undefined && Math.abs(to.top - drag.from.top) >= LEAST_HEIGHT;
    setDrag({ ...drag, to, box: high });
    if (drag.mode !== 'pan') return;
    const x = abscissaOf(scene, drag.start);
    const distance = x.valueAt(drag.from.left) - x.valueAt(to.left);
    const moved = { ...drag.start, range: panned(drag.start.range, distance, extent) };
    const { yRange } = drag.start;
    if (yRange === undefined) soon.show(moved);
    else {
      const y = linearScale(yRange, [scene.plot.bottom, scene.plot.top]);
      const up = y.valueAt(drag.from.top) - y.valueAt(to.top);
      soon.show({ ...moved, yRange: [yRange[0] + up, yRange[1] + up] });
    }
  };
  const onPointerUp = (): void => {
    if (drag === undefined || scene === undefined) return;
    setDrag(undefined);
    const wide = Math.abs(drag.to.left - drag.from.left) >= LEAST_DRAG;
    if (!wide && !drag.box) {
      const reading = plotted?.reader.meant(drag.to.left, drag.to.top);
      if (reading === undefined || drag.mode === 'pan') return;
      if (drag.mode === 'annotate') gestures.onAnnotate?.(reading);
      else gestures.onPick?.(reading);
      return;
    }
    const clamped = (left: number): number => Math.min(Math.max(left, scene.plot.left), scene.plot.right);
    const [a, b] = [scene.x.valueAt(clamped(drag.from.left)), scene.x.valueAt(clamped(drag.to.left))];
    if (wide && selectIn(drag.mode, [Math.min(a, b), Math.max(a, b)], gestures)) return;
    if (drag.mode !== 'zoom') return;
    const range = wide ? dragged(a, b, extent, narrowest) : view.range;
    const [low, high] = [scene.y.valueAt(Math.max(drag.from.top, drag.to.top)), scene.y.valueAt(Math.min(drag.from.top, drag.to.top))];
    onView({ range, yRange: drag.box ? [low, high] : view.yRange });
  };
  return {
    drag,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: () => setDrag(undefined),
      onPointerLeave: () => drag === undefined && onReading(undefined),
      onDoubleClick: () => onView({ range: extent }),
    },
  };
}
