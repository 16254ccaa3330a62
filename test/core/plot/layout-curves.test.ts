import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurvePlotOptions } from '../../../src/core/plot/curve-plot-options';
import { componentLook, FITTED_LOOK, MEASURED_LOOK } from '../../../src/core/plot/fit-looks';
import { layoutCurves } from '../../../src/core/plot/layout-curves';
import { overlaps, textBox } from '../../../src/core/plot/place-labels';
import type { PlotTrace } from '../../../src/core/plot/plot-trace';
import type { PolylinePrimitive, Scene, TextPrimitive } from '../../../src/core/plot/scene';
import { sceneToSvg } from '../../../src/core/plot/scene-to-svg';
import { estimateTextWidth } from '../../../src/core/plot/text-width';
import { PLOT_THEMES, strokeOf } from '../../../src/core/plot/theme';
import { checkWellFormed } from './well-formed';

const options: CurvePlotOptions = {
  width: 700,
  height: 400,
  x: { name: 'Wavenumber', unit: 'cm⁻¹', falling: true },
  y: { name: 'Absorbance', unit: '' },
  words: { relative: 'Share / %', original: (label) => `${label}, original`, difference: 'difference' },
  formatNumber: (value, decimals) => value.toFixed(decimals),
};

function trace(values: Partial<PlotTrace> = {}): PlotTrace {
  const x = Float64Array.from({ length: 401 }, (_, i) => 400 + 9 * i);
  const y = x.map((at) => Math.exp(-(((at - 1700) / 40) ** 2)) + 0.5 * Math.exp(-(((at - 2900) / 90) ** 2)));
  return { label: 'one', x, y, form: 'line', series: 0, ...values };
}

const texts = (scene: Scene) => scene.primitives.filter((primitive): primitive is TextPrimitive => primitive.kind === 'text');
const polylines = (scene: Scene) => scene.primitives.filter((primitive): primitive is PolylinePrimitive => primitive.kind === 'polyline');
const labels = (scene: Scene) => texts(scene).filter(({ role }) => role === 'label');
const tickLabels = (scene: Scene) => texts(scene).filter(({ role }) => role === 'tick-label');
const finite = (points: Float64Array): number[] => Array.from(points).filter((value) => !Number.isNaN(value));

describe('layoutCurves', () => {
  it('lets wavenumbers fall to the right, and others rise', () => {
    const falling = tickLabels(layoutCurves([trace()], options)).filter(({ anchor }) => anchor === 'middle');
    const values = falling.toSorted((a, b) => a.x - b.x).map(({ text }) => Number(text));
    expect(values).toEqual(values.toSorted((a, b) => b - a));
    const rising = layoutCurves([trace()], { ...options, x: { name: 'Raman shift', unit: 'cm⁻¹' } });
    expect(rising.x.at(500)).toBeLessThan(rising.x.at(600));
  });

  it('fits the height to what is shown, or to all there is', () => {
    const range = [2500, 3300] as const;
    const shown = layoutCurves([trace()], { ...options, range });
    const whole = layoutCurves([trace()], { ...options, range, scaling: 'whole' });
    const height = (scene: ReturnType<typeof layoutCurves>): number =>
      scene.plot.bottom - Math.min(...finite(polylines(scene)[0]!.points).filter((_, i) => i % 2 === 1));
    expect(height(shown)).toBeGreaterThan(0.85 * (shown.plot.bottom - shown.plot.top));
    expect(height(whole)).toBeLessThan(0.55 * (whole.plot.bottom - whole.plot.top));
  });

  it('writes titles as quantity over unit, with a power of ten where numbers would be long', () => {
    const scene = layoutCurves([trace({ y: trace().y.map((value) => value * 3e7) })], {
      ...options,
      y: { name: 'Intensity', unit: 'counts' },
    });
    const titles = texts(scene).filter(({ role }) => role === 'title');
    expect(titles.map(({ text }) => text)).toEqual(['Intensity / 10⁶ counts', 'Wavenumber / cm⁻¹']);
    for (const { text } of tickLabels(scene)) expect(text.length).toBeLessThanOrEqual(4);
  });

  it('stacks traces at equal distances that do not change with the zoom', () => {
    const three = [0, 1, 2].map((series) => trace({ series, label: `${series}` }));
    const shifts = (range?: readonly [number, number]) =>
      layoutCurves(three, { ...options, arrangement: 'stacked', offset: 0.5, ...(range === undefined ? {} : { range }) }).ordinates.map(
        ({ shift }) => shift,
      );
    const [a, b, c] = shifts();
    expect(a).toBe(0);
    expect(b).toBeGreaterThan(0.4);
    expect(c).toBeCloseTo(2 * b!, 12);
    expect(shifts([1600, 1800])).toEqual([a, b, c]);
  });

  it('mirrors every trace but the first, each by its own height', () => {
    const scene = layoutCurves([trace(), trace({ series: 1, y: trace().y.map((value) => 250 * value) })], {
      ...options,
      arrangement: 'mirror',
    });
    const middle = scene.y.at(0);
    const [upper, lower] = [0, 1].map((series) =>
      finite(polylines(scene).find((line) => line.series === series)!.points).filter((_, i) => i % 2 === 1),
    );
    expect(Math.max(...upper!)).toBeLessThanOrEqual(middle + 1e-6);
    expect(Math.min(...lower!)).toBeGreaterThanOrEqual(middle - 1e-6);
    expect(middle - Math.min(...upper!)).toBeCloseTo(Math.max(...lower!) - middle, 6);
    expect(tickLabels(scene).some(({ text }) => text.startsWith('-') || text.startsWith('−'))).toBe(false);
  });

  it('names every trace of several, originals too, and never one alone', () => {
    const both = layoutCurves([trace({ original: true, label: 'A' }), trace({ label: 'A' })], options);
    expect(labels(both).map(({ text }) => text)).toEqual(['A, original', 'A']);
    expect(labels(layoutCurves([trace()], options))).toEqual([]);
  });

  it('counts what has no room in the legend', () => {
    const many = Array.from({ length: 20 }, (_, series) => trace({ series, label: `Exhibit number ${series}` }));
    const scene = layoutCurves(many, { ...options, width: 420 });
    expect(labels(scene).some(({ text }) => /^\+ \d+$/.test(text))).toBe(true);
    expect(scene.plot.top).toBeLessThan(80);
  });

  it('no two labels overlap and none lies over a curve, whatever the peaks, the words and the size', () => {
    const places = fc.array(fc.integer({ min: 400, max: 4000 }), { maxLength: 30 });
    fc.assert(
      fc.property(
        places,
        places,
        fc.integer({ min: 260, max: 1200 }),
        fc.integer({ min: 180, max: 700 }),
        fc.boolean(),
        (at, notes, width, height, below) => {
          const one = trace();
          const peaks = at.map((x) => ({ x, y: one.y[Math.round((x - 400) / 9)] ?? 0 }));
          const scene = layoutCurves([{ ...one, peaks, side: below ? 'below' : 'above' }], {
            ...options,
            width,
            height,
            labelCount: 40,
            annotations: notes.map((x) => ({ x, text: `note at ${x}` })),
          });
          const boxes = labels(scene).map((label) => textBox(label, estimateTextWidth));
          const [line] = polylines(scene);
          for (const [i, box] of boxes.entries()) {
            expect(boxes.slice(i + 1).some((other) => overlaps(box, other))).toBe(false);
            for (let p = 0; p + 1 < line!.points.length; p += 2) {
              const [px, py] = [line!.points[p]!, line!.points[p + 1]!];
              expect(px > box.left && px < box.right && py > box.top && py < box.bottom).toBe(false);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shades stretches and areas of peaks inside the axes only', () => {
    const scene = layoutCurves([trace()], {
      ...options,
      range: [1500, 2000],
      bands: [{ kind: 'background', from: 1900, to: 2500 }],
      peakAreas: [{ start: 1600, apex: 1700, end: 1800 }],
      cursor: 1700,
    });
    const band = scene.primitives.find((primitive) => primitive.kind === 'band');
    expect(band).toMatchObject({ role: 'background', left: scene.plot.left, right: scene.x.at(1900) });
    const area = polylines(scene).find(({ role }) => role === 'peak-area');
    expect(area?.filled).toBe(true);
    expect(
      finite(area!.points)
        .filter((_, i) => i % 2 === 0)
        .every((px) => px >= scene.x.at(1800) - 1e-6 && px <= scene.x.at(1600) + 1e-6),
    ).toBe(true);
    expect(labels(scene).map(({ text }) => text)).toEqual(['1700.0']);
    expect(scene.primitives.some(({ role }) => role === 'cursor')).toBe(true);
  });

  it('puts a difference in a part of its own with zero in the middle', () => {
    const { x, y } = trace();
    const scene = layoutCurves([trace(), trace({ series: 1 })], { ...options, difference: { x, y: y.map((value) => value / 10) } });
    const zero = scene.primitives.find(({ role }) => role === 'zero');
    expect(zero?.kind === 'line' && zero.y1 > scene.plot.bottom).toBe(true);
    expect(labels(scene).map(({ text }) => text)).toContain('difference');
  });

  it('draws what the others are held against first and wide, in the legend too, whatever its place', () => {
    const scene = layoutCurves([trace(), trace({ series: 6 }), trace({ series: 2, broad: true })], options);
    const drawn = polylines(scene).filter(({ role }) => role === 'trace');
    expect(drawn.map(({ series }) => series)).toEqual([2, 6, 0]);
    const wide = scene.primitives.filter((primitive) => 'broad' in primitive && primitive.broad === true);
    expect(wide.map(({ kind }) => kind)).toEqual(['polyline', 'line']);
    for (const theme of Object.values(PLOT_THEMES)) {
      expect(strokeOf({ role: 'trace', series: 2, broad: true }, theme).width).toBe(
        3 * strokeOf({ role: 'trace', series: 2 }, theme).width,
      );
    }
  });

  it('gives measured, fitted and nine components looks of their own', () => {
    const looks = [MEASURED_LOOK, FITTED_LOOK, ...Array.from({ length: 9 }, (_, place) => componentLook(place))];
    expect(new Set(looks.map(({ series }) => series)).size).toBe(looks.length);
  });

  it.each(Object.keys(PLOT_THEMES) as (keyof typeof PLOT_THEMES)[])('is well-formed as SVG whatever the values: %s', (theme) => {
    const value = fc.oneof(fc.double(), fc.double({ min: -2, max: 2 }), fc.constant(Number.NaN));
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 50 }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('overlay', 'stacked', 'mirror'),
        (y, label, arrangement) => {
          const x = Float64Array.from(y, (_, i) => i);
          const traces = (['line', 'sticks'] as const).map((form, series) => trace({ x, y: Float64Array.from(y), form, series, label }));
          const scene = layoutCurves(traces, {
            ...options,
            arrangement,
            annotations: [{ x: 1, text: label }],
            bands: [{ kind: 'selection', from: 1, to: 2 }],
          });
          const svg = sceneToSvg(scene, PLOT_THEMES[theme], { title: label });
          checkWellFormed(svg);
          expect(svg).not.toMatch(/NaN|Infinity|style/);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('gives twenty traces twenty looks in every theme', () => {
    for (const { series } of Object.values(PLOT_THEMES)) {
      expect(new Set(series.map(({ colour, dash }) => `${colour} ${dash?.join()}`)).size).toBe(20);
    }
  });
});
