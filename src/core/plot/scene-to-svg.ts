import type { MarkerPrimitive, PolylinePrimitive, Primitive, Scene, TextPrimitive } from './scene';
import { type PlotTheme, type Stroked, strokeOf } from './theme';

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
    case 'polyline':
      return polyline(primitive, theme);
    case 'band': {
      const { left, top, right, bottom } = primitive;
      const place = `x="${number(left)}" y="${number(top)}" width="${number(right - left)}" height="${number(bottom - top)}"`;
      return `<rect ${place} ${fill(primitive, theme)}/>`;
    }
    case 'marker':
      return marker(primitive, theme);
    case 'text':
      return text(primitive, theme);
  }
}

function stroke(styled: Stroked, theme: PlotTheme, whole = false): string {
  const { colour, width, dash, opacity } = strokeOf(styled, theme);
  const dashes = whole || dash === undefined ? '' : ` stroke-dasharray="${dash.map(number).join(' ')}"`;
  return `stroke="${colour}" stroke-width="${number(width)}"${dashes}${opacity === undefined ? '' : ` stroke-opacity="${number(opacity)}"`}`;
}

function fill(styled: Stroked, theme: PlotTheme): string {
  const { colour, opacity } = strokeOf(styled, theme);
  return `fill="${colour}"${opacity === undefined ? '' : ` fill-opacity="${number(opacity)}"`}`;
}

function polyline(primitive: PolylinePrimitive, theme: PlotTheme): string {
  const { points, filled } = primitive;
  const steps: string[] = [];
  let down = false;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i]!;
    const y = points[i + 1]!;
    if (Number.isFinite(x) && Number.isFinite(y)) {
      steps.push(`${down ? 'L' : 'M'}${number(x)} ${number(y)}`);
      down = true;
    } else down = false;
  }
  if (steps.length === 0) return '';
  const d = steps.join('');
  if (filled) return `<path d="${d}Z" ${fill(primitive, theme)}/>`;
  return `<path d="${d}" fill="none" stroke-linejoin="round" ${stroke(primitive, theme, true)}/>`;
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
  const { colour } = theme.strokes[role];
  return `<text x="${number(x)}" y="${number(y)}" font-size="${number(size)}" text-anchor="${anchor}" fill="${colour}"${turn}>${escaped(content)}</text>`;
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
