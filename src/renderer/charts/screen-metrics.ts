import type { MeasureText } from '../../core/plot/text-width';

/** The faces of the window, as a canvas names them. */
export const PLOT_FONT = '"Inter Variable", "Noto Sans Arabic Variable", system-ui, sans-serif';

function createMeasure(): MeasureText {
  const context = document.createElement('canvas').getContext('2d');
  const widths = new Map<string, number>();
  return (text, size) => {
    const key = `${size} ${text}`;
    const known = widths.get(key);
    if (known !== undefined) return known;
    if (context === null) throw new Error('This window has no canvas');
    context.font = `${size}px ${PLOT_FONT}`;
    const { width } = context.measureText(text);
    widths.set(key, width);
    return width;
  };
}

let measure: MeasureText | undefined;

/** Widths as the canvas will paint them. Kept; asked for anew when a face arrives (`forgetWidths`). */
export const measureOnScreen: MeasureText = (text, size) => {
  measure ??= createMeasure();
  return measure(text, size);
};

/** A face was loaded: what was measured with its stand-in no longer holds. */
export function forgetWidths(): void {
  measure = undefined;
}
