import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutMassSpectrum } from '../../../src/core/plot/layout-mass-spectrum';
import { layoutMirror } from '../../../src/core/plot/layout-mirror';
import { overlaps, textBox } from '../../../src/core/plot/place-labels';
import type { LinePrimitive, Scene, TextPrimitive } from '../../../src/core/plot/scene';
import { sceneToSvg } from '../../../src/core/plot/scene-to-svg';
import { estimateTextWidth, fitText } from '../../../src/core/plot/text-width';
import { PLOT_THEMES } from '../../../src/core/plot/theme';
import { comparePeaks } from '../../../src/core/search/compare-peaks';
import { checkWellFormed } from './well-formed';

const formatNumber = (value: number): string => String(value);
const words = {
  mz: 'm/z',
  intensity: 'Relative intensity / %',
  query: 'Unknown',
  reference: 'Reference',
  matched: 'matched',
  missing: 'missing',
  extra: 'extra',
};
const options = { width: 600, height: 360, formatNumber, words };

const spectrum = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 30, max: 400 }), fc.integer({ min: 1, max: 999 })), {
    selector: ([mz]) => mz,
    minLength: 1,
    maxLength: 120,
  })
  .map((peaks) => ({ mz: peaks.map(([mz]) => mz), intensity: peaks.map(([, intensity]) => intensity) }));

const texts = (scene: Scene) => scene.primitives.filter((primitive): primitive is TextPrimitive => primitive.kind === 'text');
const lines = (scene: Scene) => scene.primitives.filter((primitive): primitive is LinePrimitive => primitive.kind === 'line');

function expectNoOverlap(scene: Scene): void {
  const boxes = texts(scene)
    .filter(({ turned }) => !turned)
    .map((text) => ({ text: text.text, box: textBox(text, estimateTextWidth) }));
  for (const [i, one] of boxes.entries()) {
    for (const other of boxes.slice(i + 1)) {
      if (overlaps(one.box, other.box)) throw new Error(`"${one.text}" overlaps "${other.text}"`);
    }
    expect(one.box.left).toBeGreaterThanOrEqual(0);
    expect(one.box.right).toBeLessThanOrEqual(scene.width + 1e-9);
    expect(one.box.top).toBeGreaterThanOrEqual(0);
    expect(one.box.bottom).toBeLessThanOrEqual(scene.height + 1e-9);
  }
}

describe('layoutMassSpectrum', () => {
  it('no two texts overlap and none leaves the picture, whatever the peaks and the size', () => {
    fc.assert(
      fc.property(spectrum, fc.integer({ min: 260, max: 1200 }), fc.integer({ min: 180, max: 700 }), (peaks, width, height) => {
        expectNoOverlap(layoutMassSpectrum(peaks, { ...options, width, height, labelCount: 40, title: 'Fentanyl' }));
      }),
    );
  });

  it('draws no line across the stretches that a profile leaves out, and shows a point by itself', () => {
    const near = [0, 0.01, 0.02, 0.03, 0.04];
    const mz = [...near.map((step) => 100 + step), 150, ...near.map((step) => 200 + step)];
    const intensity = [2, 5, 9, 5, 2, 7, 2, 6, 10, 6, 2];
    const scene = layoutMassSpectrum({ mz, intensity }, { ...options, profile: true });
    const path = scene.primitives.find((primitive) => primitive.kind === 'polyline');
    const xs = [...(path?.kind === 'polyline' ? path.points : [])].filter((_, i) => i % 2 === 0);
    const longest = xs.slice(1).map((x, i) => Math.abs(x - (xs[i] ?? 0)));
    expect(Math.max(...longest.filter(Number.isFinite))).toBeLessThan(2);
    expect(xs.filter((x) => Math.abs(x - scene.x.at(150)) < 0.01)).toHaveLength(2);
    expect(
      texts(scene)
        .filter(({ role }) => role === 'label')
        .map(({ text }) => text),
    ).toEqual(['200.02', '100.02', '150']);
  });

  it('gives the base peak full height and the first label', () => {
    const scene = layoutMassSpectrum({ mz: [146, 189, 245], intensity: [600, 300, 1200] }, options);
    const peaks = lines(scene).filter(({ role }) => role === 'peak');
    const hundred = lines(scene)
      .filter(({ role }) => role === 'tick')
      .reduce((top, { y1 }) => Math.min(top, y1), Number.POSITIVE_INFINITY);
    expect(peaks.map(({ y2 }) => y2)[2]).toBeCloseTo(hundred, 9);
    const heights = peaks.map(({ y1, y2 }) => y1 - y2);
    expect(heights[0]! / heights[2]!).toBeCloseTo(0.5, 9);
    expect(
      texts(scene)
        .filter(({ role }) => role === 'label')
        .map(({ text }) => text),
    ).toEqual(['245', '146', '189']);
  });

  it('shows only the range asked for, on the scale of the whole spectrum', () => {
    const scene = layoutMassSpectrum({ mz: [58, 91, 119], intensity: [999, 100, 50] }, { ...options, range: [80, 130] });
    const peaks = lines(scene).filter(({ role }) => role === 'peak');
    expect(peaks).toHaveLength(2);
    expect(Math.max(...peaks.map(({ y1, y2 }) => y1 - y2))).toBeLessThan(0.12 * options.height);
  });

  it('draws axes for a spectrum without peaks', () => {
    const scene = layoutMassSpectrum({ mz: [], intensity: [] }, options);
    expect(lines(scene).filter(({ role }) => role === 'peak')).toEqual([]);
    expect(texts(scene).some(({ text }) => text === 'm/z')).toBe(true);
  });

  it('writes numbers as it is told', () => {
    const scene = layoutMassSpectrum({ mz: [245], intensity: [1] }, { ...options, formatNumber: (value) => `«${value}»` });
    expect(
      texts(scene)
        .filter(({ role }) => role !== 'title')
        .every(({ text }) => text.startsWith('«')),
    ).toBe(true);
  });
});

describe('layoutMirror', () => {
  const query = { mz: [77, 105, 182, 207], intensity: [400, 1000, 300, 200] };
  const reference = { mz: [77, 105, 106, 181, 182], intensity: [260, 500, 2, 100, 150] };
  const scene = layoutMirror(comparePeaks(query, reference), options);

  it('flags missing peaks with a ring below and extra ones with a triangle above, but not those below the threshold', () => {
    const markers = scene.primitives.filter((primitive) => primitive.kind === 'marker').slice(0, -2);
    expect(markers.map(({ role, shape }) => [role, shape])).toEqual([
      ['peak-extra', 'triangle-up'],
      ['peak-missing', 'ring'],
    ]);
    expect(lines(scene).filter(({ role }) => role === 'peak-minor')).toHaveLength(1);
    const axis = lines(scene).find(({ role, y1, y2 }) => role === 'peak-matched' && y2 < y1)!.y1;
    expect(markers[0]!.y).toBeLessThan(axis);
    expect(markers[1]!.y).toBeGreaterThan(axis);
  });

  it('gives both base peaks the same, full height', () => {
    const heights = lines(scene)
      .filter(({ role, x1, x2 }) => role.startsWith('peak') && x1 === x2)
      .map(({ y1, y2 }) => y1 - y2);
    const ticks = lines(scene)
      .filter(({ role, y1, y2 }) => role === 'tick' && y1 === y2)
      .map(({ y1 }) => y1);
    const half = (Math.max(...ticks) - Math.min(...ticks)) / 2;
    expect(Math.max(...heights)).toBeCloseTo(half, 9);
    expect(Math.min(...heights)).toBeCloseTo(-half, 9);
  });

  it('labels both base peaks, also marked ones beside the names of the halves', () => {
    const far = layoutMirror(comparePeaks({ mz: [50, 245], intensity: [10, 99] }, { mz: [50, 231], intensity: [10, 99] }), options);
    const labels = texts(far).filter(({ role }) => role === 'label');
    expect(labels.map(({ text }) => text)).toEqual(expect.arrayContaining(['245', '231']));
  });

  it('no two texts overlap and none leaves the picture', () => {
    fc.assert(
      fc.property(spectrum, spectrum, fc.integer({ min: 320, max: 1200 }), fc.integer({ min: 240, max: 700 }), (a, b, width, height) => {
        const reference = 'N-Phenyl-N-[1-(2-phenylethyl)piperidin-4-yl]propanamide hydrochloride, SWGDRUG 3.9, record 1234';
        expectNoOverlap(layoutMirror(comparePeaks(a, b), { ...options, words: { ...words, reference }, width, height, labelCount: 30 }));
      }),
    );
  });
});

describe('sceneToSvg', () => {
  const hostile = { ...words, query: '<script>alert("1")</script> & \u0000 \uD800 ]]>', mz: "m/z '<" };

  it.each(Object.entries(PLOT_THEMES))('is well-formed and free of style and script: %s', (_, theme) => {
    fc.assert(
      fc.property(spectrum, spectrum, fc.string({ unit: 'binary' }), (a, b, name) => {
        const scene = layoutMirror(comparePeaks(a, b), { ...options, words: { ...hostile, reference: name } });
        const svg = sceneToSvg(scene, theme, { fontFamily: 'Noto "Sans"', title: `${name} <&>` });
        checkWellFormed(svg);
        expect(svg).not.toMatch(/<style|style=|<script|NaN|href/);
      }),
      { numRuns: 50 },
    );
  });

  it('dashes missing peaks and paints each category its own colour', () => {
    const scene = layoutMirror(comparePeaks({ mz: [50, 60], intensity: [9, 9] }, { mz: [50, 70], intensity: [9, 9] }), options);
    const svg = sceneToSvg(scene, PLOT_THEMES.light);
    expect(svg).toMatch(/<line [^>]*stroke="#D55E00"[^>]*stroke-dasharray="4 2"/);
    expect(svg).toMatch(/<circle [^>]*stroke="#D55E00"/);
    expect(svg).toMatch(/<polygon [^>]*fill="#009E73"/);
    for (const theme of Object.values(PLOT_THEMES)) {
      const colours = (['peak-matched', 'peak-missing', 'peak-extra', 'peak-minor'] as const).map((role) => theme.strokes[role].colour);
      expect(new Set(colours).size).toBe(4);
    }
  });

  it('the check itself finds what is not well-formed', () => {
    for (const bad of ['<a>', '<a></b>', '<a x=1/>', '<a>&</a>', '<a/><b/>', 'x', '<a x="1" x="2"/>', '<a x="<"/>']) {
      expect(() => checkWellFormed(bad)).toThrow();
    }
  });
});

describe('fitText', () => {
  it('cuts with an ellipsis what has no room', () => {
    const measure = (text: string): number => text.length;
    expect(fitText('fentanyl', 8, 1, measure)).toBe('fentanyl');
    expect(fitText('beta methyl', 6, 1, measure)).toBe('beta…');
  });
});
