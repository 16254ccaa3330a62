import type { ScreenKey } from '../app/record/screen-keys';
import type { PlotGestures } from './plot-gestures';

/** The keys of a plot of curves, for `?`; the plot that has the focus handles them itself (`usePlotKeys`). */
export function plotKeys({ onPick, onRange, onBackground, onAnnotate }: PlotGestures = {}): readonly ScreenKey[] {
  const selects = onRange !== undefined || onBackground !== undefined;
  return [
    { keys: '- / 0', labelKey: 'plot:keys.zoom' },
    { keys: 'ArrowLeft / ArrowRight', labelKey: 'plot:keys.move' },
    { keys: 'ArrowUp / ArrowDown', labelKey: 'plot:keys.stretch' },
    { keys: 'PageUp / PageDown', labelKey: 'plot:keys.lift' },
    { keys: 'shift+ArrowLeft / ArrowRight', labelKey: 'plot:keys.read' },
    { keys: 'shift+ArrowUp / ArrowDown', labelKey: 'plot:keys.trace' },
    { keys: 'M', labelKey: 'plot:keys.mode' },
    ...(selects || onPick !== undefined ? [{ keys: 'Enter', labelKey: 'plot:keys.select' }] : []),
    ...(onAnnotate === undefined ? [] : [{ keys: 'A', labelKey: 'plot:keys.annotate' }]),
  ];
}
