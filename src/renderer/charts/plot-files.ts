import { sceneToSvg } from '../../core/plot/scene-to-svg';
import { PLOT_THEMES } from '../../core/plot/theme';
import { saveText } from '../components/data-list/save-text';
import { paintScene } from './canvas-painter';
import type { PlotSubject } from './plot-subject';
import { measureOnScreen, PLOT_FONT } from './screen-metrics';
import type { PlotViewport } from './zoom';

/** A picture as a report takes it, whatever the size of the window: in px, letters 12 px high. */
const PICTURE = { width: 960, height: 540, fontSize: 12 } as const;
/** Pixels of the saved PNG per px of the picture: 300 dots per inch at 16 cm. */
const PNG_SCALE = 2;

const sceneOf = (subject: PlotSubject, { range, yRange }: PlotViewport) =>
  subject.layout({ ...PICTURE, range, ...(yRange === undefined ? {} : { yRange }), measure: measureOnScreen }).scene;

/** The part shown, as an SVG document on white. */
export function svgOf(subject: PlotSubject, view: PlotViewport, title: string): string {
  return sceneToSvg(sceneOf(subject, view), PLOT_THEMES.light, { fontFamily: 'Inter, Noto Sans, sans-serif', title });
}

/** The part shown, as a PNG on white, as a `data:` address. */
export function pngOf(subject: PlotSubject, view: PlotViewport): string {
  const canvas = document.createElement('canvas');
  canvas.width = PICTURE.width * PNG_SCALE;
  canvas.height = PICTURE.height * PNG_SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This window has no canvas');
  context.scale(PNG_SCALE, PNG_SCALE);
  paintScene(context, sceneOf(subject, view), PLOT_THEMES.light, PLOT_FONT);
  return canvas.toDataURL('image/png');
}

export function saveSvg(subject: PlotSubject, view: PlotViewport, title: string, fileName: string): void {
  saveText(`${fileName}.svg`, 'image/svg+xml', svgOf(subject, view, title));
}

export function savePng(subject: PlotSubject, view: PlotViewport, fileName: string): void {
  const link = document.createElement('a');
  link.href = pngOf(subject, view);
  link.download = `${fileName}.png`;
  link.click();
}
