import { describe, expect, it } from 'vitest';
import { layoutMassSpectrum } from '../../../src/core/plot/layout-mass-spectrum';
import { axesBox, meantMark, type PlotMark, steppedMark } from '../../../src/renderer/charts/plot-subject';

const marks: readonly PlotMark[] = [
  { x: 42, weight: 30, text: '42' },
  { x: 43, weight: 5, text: '43' },
  { x: 105, weight: 33, text: '105' },
  { x: 245, weight: 100, text: '245' },
];

describe('the crosshair', () => {
  it('means the highest peak within reach of the pointer', () => {
    expect(meantMark(marks, 43, 1, [40, 340])?.text).toBe('42');
    expect(meantMark(marks, 43, 0.05, [40, 340])?.text).toBe('43');
  });

  it('means the nearest peak where none is within reach, and only one that is shown', () => {
    expect(meantMark(marks, 170, 0.5, [40, 340])?.text).toBe('105');
    expect(meantMark(marks, 170, 0.5, [150, 340])?.text).toBe('245');
    expect(meantMark(marks, 170, 0.5, [150, 200])).toBeUndefined();
  });

  it('walks from peak to peak and stops at the last', () => {
    const first = steppedMark(marks, undefined, 1, [40, 340]);
    expect(first?.text).toBe('245');
    expect(steppedMark(marks, first, 1, [40, 340])?.text).toBe('245');
    expect(steppedMark(marks, first, -1, [40, 340])?.text).toBe('105');
  });
});

describe('the space between the axes', () => {
  it('is where the layout puts the base peak', () => {
    const scene = layoutMassSpectrum(
      { mz: [100, 200], intensity: [50, 100] },
      { width: 600, height: 300, range: [90, 210], formatNumber: String, words: { mz: 'm/z', intensity: 'I' } },
    );
    const box = axesBox(scene);
    const base = scene.primitives
      .flatMap((primitive) => (primitive.kind === 'line' && primitive.role === 'peak' ? [primitive] : []))
      .at(-1);
    expect(base?.x1).toBeCloseTo(box.left + ((200 - 90) / 120) * (box.right - box.left), 6);
    expect(base?.y1).toBe(box.bottom);
  });
});
