import type { PlotReading } from './plot-subject';
import type { Range } from './zoom';

/** What a drag (or a click, where one writes) does. */
export type PlotMode = 'zoom' | 'pan' | 'range' | 'background' | 'annotate';

/** What a screen can be told from a picture. A gesture that nobody listens to is not offered. */
export interface PlotGestures {
  /** A click, or Enter at the crosshair. */
  readonly onPick?: ((reading: PlotReading) => void) | undefined;
  /** The crosshair was moved by keys. */
  readonly onStep?: ((reading: PlotReading) => void) | undefined;
  /** A stretch of the abscissa was selected: dragged with Alt or in its mode, or from Enter to Enter. */
  readonly onRange?: ((range: Range) => void) | undefined;
  readonly onBackground?: ((range: Range) => void) | undefined;
  /** A person wants to write at a place. */
  readonly onAnnotate?: ((reading: PlotReading) => void) | undefined;
}

/** The modes there are to choose from. */
export function modesOf({ onRange, onBackground, onAnnotate }: PlotGestures): readonly PlotMode[] {
  return [
    'zoom',
    'pan',
    ...(onRange === undefined ? [] : (['range'] as const)),
    ...(onBackground === undefined ? [] : (['background'] as const)),
    ...(onAnnotate === undefined ? [] : (['annotate'] as const)),
  ];
}

export function nextMode(mode: PlotMode, gestures: PlotGestures): PlotMode {
  const modes = modesOf(gestures);
  return modes[(modes.indexOf(mode) + 1) % modes.length] ?? 'zoom';
}

/** Tells whoever listens to selections of a mode; false where the mode selects nothing. */
export function selectIn(mode: PlotMode, range: Range, { onRange, onBackground }: PlotGestures): boolean {
  if (mode === 'range' && onRange !== undefined) onRange(range);
  else if (mode === 'background' && onBackground !== undefined) onBackground(range);
  else return false;
  return true;
}
