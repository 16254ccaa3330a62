import type { MarkerPrimitive, PolylinePrimitive, Primitive, Scene, TextPrimitive } from '../../core/plot/scene';
import { type PlotTheme, strokeOf } from '../../core/plot/theme';

const ALIGN = { start: 'left', middle: 'center', end: 'right' } as const;

/** Paints a laid out scene; the same scene as SVG is the exported picture. The context's unit is the scene's unit. */
export function paintScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  theme: PlotTheme,
  fontFamily: string,
  /** Lines of many points no wider than this: while the picture moves, one pixel of the screen is painted much faster. */
  widest = Number.POSITIVE_INFINITY,
): void {
  context.globalAlpha = 1;
  context.clearRect(0, 0, scene.width, scene.height);
  if (theme.ground !== undefined) {
    context.fillStyle = theme.ground;
    context.fillRect(0, 0, scene.width, scene.height);
  }
  for (const primitive of scene.primitives) paint(context, primitive, theme, fontFamily, widest);
  context.globalAlpha = 1;
}

function paint(context: CanvasRenderingContext2D, primitive: Primitive, theme: PlotTheme, fontFamily: string, widest: number): void {
  const stroke = strokeOf(primitive, theme);
  context.strokeStyle = stroke.colour;
  context.lineWidth = stroke.width;
  context.globalAlpha = stroke.opacity ?? 1;
  switch (primitive.kind) {
    case 'line':
      context.setLineDash([...(stroke.dash ?? [])]);
      context.beginPath();
      context.moveTo(primitive.x1, primitive.y1);
      context.lineTo(primitive.x2, primitive.y2);
      context.stroke();
      return;
    case 'polyline':
      context.setLineDash([]);
      context.lineWidth = Math.min(stroke.width, widest);
      paintPolyline(context, primitive, stroke.colour);
      return;
    case 'band':
      context.fillStyle = stroke.colour;
      context.fillRect(primitive.left, primitive.top, primitive.right - primitive.left, primitive.bottom - primitive.top);
      return;
    case 'marker':
      context.setLineDash([]);
      paintMarker(context, primitive);
      return;
    case 'text':
      context.fillStyle = stroke.colour;
      paintText(context, primitive, fontFamily);
      return;
  }
}

/** All of it in one path: thousands of points cost one stroke. */
function paintPolyline(context: CanvasRenderingContext2D, { points, filled }: PolylinePrimitive, colour: string): void {
  context.beginPath();
  let down = false;
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i] ?? Number.NaN;
    const y = points[i + 1] ?? Number.NaN;
    if (Number.isNaN(x)) down = false;
    else if (down) context.lineTo(x, y);
    else {
      context.moveTo(x, y);
      down = true;
    }
  }
  if (filled === true) {
    context.closePath();
    context.fillStyle = colour;
    context.fill();
    return;
  }
  context.lineJoin = 'bevel';
  context.stroke();
}

function paintMarker(context: CanvasRenderingContext2D, { shape, x, y, radius }: MarkerPrimitive): void {
  context.beginPath();
  if (shape === 'ring') {
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.stroke();
    return;
  }
  context.moveTo(x, y - radius);
  context.lineTo(x + radius, y + radius);
  context.lineTo(x - radius, y + radius);
  context.closePath();
  context.fillStyle = context.strokeStyle;
  context.fill();
}

function paintText(context: CanvasRenderingContext2D, text: TextPrimitive, fontFamily: string): void {
  context.font = `${text.size}px ${fontFamily}`;
  // Left and right of the picture are the same in every language; only the letters inside a text may run the other way.
  context.direction = 'ltr';
  context.textAlign = ALIGN[text.anchor];
  context.textBaseline = 'alphabetic';
  context.save();
  context.translate(text.x, text.y);
  if (text.turned === true) context.rotate(-Math.PI / 2);
  context.fillText(text.text, 0, 0);
  context.restore();
}
