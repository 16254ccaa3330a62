import { type KeyboardEvent, useState } from 'react';
import { nextMode, type PlotGestures, type PlotMode, selectIn } from './plot-gestures';
import type { PlotReading, PlotSubject, Plotted } from './plot-subject';
import { shownHeights, ZOOM_STEP } from './use-plot-pointer';
import { type PlotViewport, panned, stretched, zoomed } from './zoom';

const PAN_STEP = 0.15;
/** Readings that Shift and Ctrl with an arrow pass over. */
const STRIDE = 10;

/**
 * Everything a plot does, by keys: + − 0 zoom, arrows move and stretch, Page up and down move the height, Shift with an arrow walks the
 * readings (with Ctrl by tens, up and down from trace to trace), Enter picks or sets the ends of a selection, M changes the mode, A writes.
 */
export function usePlotKeys(options: {
  readonly subject: PlotSubject;
  readonly plotted: Plotted | undefined;
  readonly view: PlotViewport;
  readonly onView: (view: PlotViewport) => void;
  readonly mode: PlotMode;
  readonly onMode: (mode: PlotMode) => void;
  readonly gestures: PlotGestures;
  readonly reading: PlotReading | undefined;
  readonly onReading: (reading: PlotReading | undefined) => void;
}) {
  const { subject, plotted, view, onView, mode, onMode, gestures, reading, onReading } = options;
  const { extent, narrowest, heights } = subject;
  const { range, yRange } = view;
  /** The end that was set first, while the other is looked for. */
  const [firstEnd, setFirstEnd] = useState<number | undefined>();

  const zoom = (factor: number): void => {
    const shown = reading !== undefined && reading.x >= range[0] && reading.x <= range[1];
    onView({ ...view, range: zoomed(range, factor, shown ? reading.x : (range[0] + range[1]) / 2, extent, narrowest) });
  };
  const stretch = (factor: number): void => {
    if (heights === undefined || plotted === undefined) return;
    const shown = yRange ?? shownHeights(plotted.scene);
    // What stands on the axis stays on it.
    const anchor = Math.min(Math.max(0, shown[0]), shown[1]);
    onView({ ...view, yRange: stretched(shown, factor, anchor, heights) });
  };
  const lift = (share: number): void => {
    if (yRange === undefined) return;
    const by = share * (yRange[1] - yRange[0]);
    onView({ ...view, yRange: [yRange[0] + by, yRange[1] + by] });
  };
  const walk = (direction: 1 | -1, stride: number): void => {
    const next = plotted?.reader.stepped(reading, direction, stride);
    if (next === undefined) return;
    onReading(next);
    gestures.onStep?.(next);
  };
  const enter = (): void => {
    if (reading === undefined) return;
    if (mode === 'annotate') gestures.onAnnotate?.(reading);
    else if (mode !== 'range' && mode !== 'background') gestures.onPick?.(reading);
    else if (firstEnd === undefined) setFirstEnd(reading.x);
    else {
      selectIn(mode, [Math.min(firstEnd, reading.x), Math.max(firstEnd, reading.x)], gestures);
      setFirstEnd(undefined);
    }
  };

  const act = (event: KeyboardEvent): boolean => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const arrow = key === 'ArrowLeft' || key === 'ArrowRight';
    if (altKey || metaKey || (ctrlKey && !(shiftKey && arrow))) return false;
    // Left and right are those of the picture; on an axis that falls, right is lower.
    const falls = plotted !== undefined && plotted.scene.x.range[0] > plotted.scene.x.range[1];
    const towards = (key === 'ArrowRight') !== falls ? 1 : -1;
    switch (key) {
      case '+':
      case '=':
        zoom(ZOOM_STEP);
        return true;
      case '-':
      case '−':
        zoom(1 / ZOOM_STEP);
        return true;
      case '0':
        onView({ range: extent });
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        if (shiftKey) walk(towards, ctrlKey ? STRIDE : 1);
        else onView({ ...view, range: panned(range, towards * PAN_STEP * (range[1] - range[0]), extent) });
        return true;
      case 'ArrowUp':
      case 'ArrowDown': {
        if (!shiftKey) {
          stretch(key === 'ArrowUp' ? ZOOM_STEP : 1 / ZOOM_STEP);
          return true;
        }
        const other = plotted?.reader.switched?.(reading, key === 'ArrowDown' ? 1 : -1);
        if (other !== undefined) onReading(other);
        return true;
      }
      case 'PageUp':
      case 'PageDown':
        lift(key === 'PageUp' ? PAN_STEP : -PAN_STEP);
        return true;
      case 'Enter':
        enter();
        return true;
      case 'm':
      case 'M':
        setFirstEnd(undefined);
        onMode(nextMode(mode, gestures));
        return true;
      case 'a':
      case 'A':
        if (reading === undefined || gestures.onAnnotate === undefined) return false;
        gestures.onAnnotate(reading);
        return true;
      case 'Escape':
        if (firstEnd !== undefined) setFirstEnd(undefined);
        else if (reading !== undefined) onReading(undefined);
        else return false;
        return true;
      default:
        return false;
    }
  };
  return {
    firstEnd,
    onKeyDown: (event: KeyboardEvent): void => {
      if (!act(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}
