import { performance } from 'node:perf_hooks';
import { threadCpuUsage } from 'node:process';
import type { CurvePlotOptions } from '../src/core/plot/curve-plot-options';
import { layoutCurves } from '../src/core/plot/layout-curves';
import { layoutMassSpectrum } from '../src/core/plot/layout-mass-spectrum';
import { nearestPoint } from '../src/core/plot/nearest-point';
import type { PlotTrace } from '../src/core/plot/plot-trace';
import { sceneToSvg } from '../src/core/plot/scene-to-svg';
import { PLOT_THEMES } from '../src/core/plot/theme';
import { paintScene } from '../src/renderer/charts/canvas-painter';
import { mulberry32 } from './seeded-random';

const SEED = 20_261_121;
const FRAMES = 240;
const FRAME = 1000 / 60;

const OPTIONS = {
  width: 1366,
  height: 700,
  scaling: 'shown',
  x: { name: 'Raman shift', unit: 'cm⁻¹' },
  y: { name: 'Intensity', unit: 'counts' },
  words: { relative: 'Share', original: (name: string) => name, difference: 'Difference' },
  formatNumber: (value: number, decimals: number) => value.toFixed(decimals),
  measure: (text: string, size: number) => 0.6 * size * text.length,
} as const satisfies CurvePlotOptions;

/** Two bands on noise. */
function trace(points: number, series: number, random: () => number): PlotTrace {
  const x = new Float64Array(points);
  const y = new Float64Array(points);
  for (let i = 0; i < points; i++) {
    x[i] = 200 + (3000 * i) / points;
    y[i] = 1000 * Math.exp(-(((x[i]! - 900 - 17 * series) / 20) ** 2)) + 600 * Math.exp(-(((x[i]! - 1800) / 40) ** 2)) + 50 * random();
  }
  return { label: `trace ${series}`, x, y, form: 'line', series };
}

/** Milliseconds that this thread has worked; the system counts in coarse steps, so only sums of many frames say something. */
function worked(): number {
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}

/** What a context is told, counted; nothing is painted. */
function countingContext() {
  const count = { points: 0, strokes: 0, others: 0 };
  const context = new Proxy({} as CanvasRenderingContext2D, {
    get: (_, name) => () => {
      if (name === 'lineTo' || name === 'moveTo') count.points++;
      else if (name === 'stroke') count.strokes++;
      else count.others++;
    },
    set: () => true,
  });
  return { context, count };
}

/** The viewport of each frame: zoomed in from all to a thousandth, then panned across. */
function viewports(): readonly (readonly [number, number])[] {
  return Array.from({ length: FRAMES }, (_, i): readonly [number, number] => {
    if (i < FRAMES / 2) {
      const width = 3000 * 0.001 ** (i / (FRAMES / 2));
      return [900 - (700 * width) / 3000, 900 - (700 * width) / 3000 + width];
    }
    const from = 200 + (2500 * (i - FRAMES / 2)) / (FRAMES / 2);
    return [from, from + 500];
  });
}

function row(print: (line: string) => void, name: string, times: readonly number[], work: number, more: string): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): string =>
    `${sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!.toFixed(2)} ms`.padStart(10);
  const late = times.filter((time) => time > FRAME).length;
  print(
    `  ${name.padEnd(44)} ${`${(work / FRAMES).toFixed(2)} ms`.padStart(10)} ${at(0.5)} ${at(0.95)} ${at(1)} ${String(late).padStart(4)}  ${more}`,
  );
}

/**
 * What one frame of zooming and panning costs without the painting itself: layout (reduction, ticks, labels), what the painter tells the canvas,
 * and the search for the point under the pointer. How fast a canvas paints depends on the graphics card; the points are counted.
 */
export async function run(print: (line: string) => void): Promise<void> {
  const random = mulberry32(SEED);
  const subjects: readonly (readonly [string, readonly PlotTrace[], Partial<CurvePlotOptions>])[] = [
    ['1 line of 100,000 points', [trace(100_000, 0, random)], {}],
    ['1 line of 1,000,000 points', [trace(1_000_000, 0, random)], {}],
    ['20 lines of 4,000 points', Array.from({ length: 20 }, (_, i) => trace(4000, i, random)), {}],
    ['20 lines of 4,000 points, stacked', Array.from({ length: 20 }, (_, i) => trace(4000, i, random)), { arrangement: 'stacked' }],
    ['100,000 sticks', [{ ...trace(100_000, 0, random), form: 'sticks' }], {}],
  ];
  print(
    `plot: ${FRAMES} frames of zoom and pan, ${OPTIONS.width} × ${OPTIONS.height} px, seed ${SEED}; frames over ${FRAME.toFixed(1)} ms are late`,
  );
  print(
    `  ${'layout and painter, without the canvas'.padEnd(44)} ${'mean CPU'.padStart(10)} ${'median'.padStart(10)} ${'95 %'.padStart(10)} ${'slowest'.padStart(10)} late`,
  );
  for (const [name, traces, more] of subjects) {
    const times: number[] = [];
    let most = 0;
    let strokes = 0;
    const before = worked();
    for (const range of viewports()) {
      const { context, count } = countingContext();
      const started = performance.now();
      const scene = layoutCurves(traces, { ...OPTIONS, ...more, range });
      paintScene(context, scene, PLOT_THEMES.light, 'sans-serif');
      nearestPoint(traces, 700, 300, scene);
      times.push(performance.now() - started);
      most = Math.max(most, count.points);
      strokes = Math.max(strokes, count.strokes);
    }
    row(print, name, times, worked() - before, `at most ${most} points in ${strokes} strokes`);
  }
  const big = trace(100_000, 0, random);
  const scan = { mz: big.x, intensity: big.y };
  for (const profile of [true, false]) {
    const before = worked();
    const times = viewports().map((range) => {
      const started = performance.now();
      const words = { mz: 'm/z', intensity: 'Relative intensity / %' };
      layoutMassSpectrum(scan, { width: 1366, height: 700, range, profile, words, formatNumber: (value) => value.toFixed(1) });
      return performance.now() - started;
    });
    row(print, `mass spectrum of 100,000 points, ${profile ? 'profile' : 'sticks'}`, times, worked() - before, '');
  }
  const svg = sceneToSvg(layoutCurves(subjects[2]![1], OPTIONS), PLOT_THEMES.light);
  print(`  as SVG, 20 lines of 4,000 points: ${(svg.length / 1000).toFixed(0)} kB`);
}
