import type { MarkerPrimitive, Primitive, Scene, TextPrimitive } from './scene';
import type { PlotTheme } from './theme';

export interface SvgOptions {
  /** Name of the face, as the painter knows it (a CSS family list, or the name a report registered). @default 'sans-serif' */
  readonly fontFamily?: string;
  /** What the picture shows, for those who cannot see it; the reader's language. */
  readonly title?: string;
}

/**
 * Paints a scene as an SVG document with presentation attributes alone: no style element or attribute, no script, no reference
 * to anything outside, so it may stand in the window, in an `<img>` and in a report.
 */
export function sceneToSvg(scene: Scene, theme: PlotTheme, options: SvgOptions = {}): string {
  const { width, height } = scene;
  const size = `width="${number(width)}" height="${number(height)}" viewBox="0 0 ${number(width)} ${number(height)}"`;
  const title = options.title === undefined ? '' : `<title>${escaped(options.title)}</title>`;
  const ground =
    theme.ground === undefined ? '' : `<rect x="0" y="0" width="${number(width)}" height="${number(height)}" fill="${theme.ground}"/>`;
  const body = scene.primitives.map((primitive) => painted(primitive, theme)).join('');
  const family = escaped(options.fontFamily ?? 'sans-serif');
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img" direction="ltr" font-family="${family}">${title}${ground}${body}</svg>`;
}

function painted(primitive: Primitive, theme: PlotTheme): string {
  switch (primitive.kind) {
    case 'line': {
      const { x1, y1, x2, y2 } = primitive;
      const ends = `x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}"`;
      return `<line ${ends} ${stroke(primitive, theme)}/>`;
    }
    case 'marker':
      return marker(primitive, theme);
    case 'text':
      return text(primitive, theme);
  }
}

function stroke({ role }: Primitive, theme: PlotTheme): string {
  const { colour, width, dash } = theme.strokes[role];
  return `stroke="${colour}" stroke-width="${number(width)}"${dash === undefined ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`}`;
}

function marker({ role, shape, x, y, radius }: MarkerPrimitive, theme: PlotTheme): string {
  const { colour, width } = theme.strokes[role];
  if (shape === 'ring') {
    const place = `cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"`;
    return `<circle ${place} fill="none" stroke="${colour}" stroke-width="${number(width)}"/>`;
  }
  const points = [
    [x, y - radius],
    [x + radius, y + radius],
    [x - radius, y + radius],
  ] as const;
  return `<polygon points="${points.map(([px, py]) => `${number(px)},${number(py)}`).join(' ')}" fill="${colour}"/>`;
}

function text({ role, x, y, text: content, size, anchor, turned }: TextPrimitive, theme: PlotTheme): string {
  const turn = turned ? ` transform="rotate(-90 ${number(x)} ${number(y)})"` : '';
  const fill = theme.strokes[role].colour;
  return `<text x="${number(x)}" y="${number(y)}" font-size="${number(size)}" text-anchor="${anchor}" fill="${fill}"${turn}>${escaped(content)}</text>`;
}

/** Hundredths are finer than any painter shows; a NaN would make the document invalid. */
function number(value: number): string {
  return Number.isFinite(value) ? String(Math.round(value * 100) / 100) : '0';
}

/** Escapes markup, and drops characters that XML 1.0 does not allow. */
function escaped(value: string): string {
  return value
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');
}
