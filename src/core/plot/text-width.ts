/** Width of a text at a font size, in the picture's unit. The painter's own metrics are best; the estimate is the fallback. */
export type MeasureText = (text: string, size: number) => number;

/**
 * A width that no text in a sans-serif face exceeds by much: 0.6 em a character (Inter and Noto Sans digits are 0.57 to 0.62 em),
 * 1.05 em for the full-width scripts.
 */
export const estimateTextWidth: MeasureText = (text, size) =>
  [...text].reduce((width, character) => width + (character.codePointAt(0)! >= 0x2e80 ? 1.05 : 0.62), 0) * size;

/** The text if it fits, else as much of it as fits with an ellipsis. */
export function fitText(text: string, width: number, size: number, measure: MeasureText): string {
  if (measure(text, size) <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && measure(`${characters.join('')}…`, size) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
