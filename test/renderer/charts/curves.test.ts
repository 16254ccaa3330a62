import { describe, expect, it } from 'vitest';
import { layoutCurves } from '../../../src/core/plot/layout-curves';
import { PLOT_THEMES } from '../../../src/core/plot/theme';
import { formatPlotNumber, formatReading } from '../../../src/i18n/formats/numbers';
import { paintScene } from '../../../src/renderer/charts/canvas-painter';
import { curveTable } from '../../../src/renderer/charts/curve-table';
import { type CurveTrace, plotTraces } from '../../../src/renderer/charts/curve-traces';
import { modesOf, nextMode, type PlotGestures, selectIn } from '../../../src/renderer/charts/plot-gestures';
import { traceReader } from '../../../src/renderer/charts/trace-reader';
import { toCsv } from '../../../src/renderer/components/data-list/delimited';

const curve = (values: Partial<CurveTrace> = {}): CurveTrace => ({
  key: 'a',
  label: 'A',
  form: 'line',
  colour: 0,
  x: Float64Array.of(4000, 3000, 2000, 1000),
  y: Float64Array.of(1, 5, Number.NaN, 2),
  ...values,
});
const layout = (traces: ReturnType<typeof plotTraces>) =>
  layoutCurves(traces, {
    width: 600,
    height: 300,
    x: { name: 'x', unit: '', falling: true },
    y: { name: 'y', unit: '' },
    words: { relative: '', original: (label) => label, difference: '' },
    formatNumber: (value, decimals) => value.toFixed(decimals),
  });

describe('traces to plot', () => {
  it('leave out what is hidden and put the original behind', () => {
    const original = { x: Float64Array.of(1, 2), y: Float64Array.of(3, 4) };
    const traces = plotTraces([curve({ visible: false }), curve({ key: 'b', label: 'B', original })], false);
    expect(traces.map(({ label, original: faint }) => [label, faint === true])).toEqual([
      ['B', true],
      ['B', false],
    ]);
  });

  it('label the peaks that stand out, valleys of transmittance, unless told which', () => {
    const x = Float64Array.from({ length: 101 }, (_, i) => i);
    const y = x.map((at) => 100 - 60 * Math.exp(-(((at - 40) / 3) ** 2)));
    expect(plotTraces([curve({ x, y })], true)[0]?.peaks?.map((peak) => Math.round(peak.x))).toEqual([40]);
    expect(plotTraces([curve({ x, y })], false)[0]?.peaks).toEqual([]);
    expect(plotTraces([curve({ x, y, peaks: [] })], true)[0]?.peaks).toEqual([]);
  });
});

describe('the crosshair on curves', () => {
  const traces = plotTraces([curve(), curve({ key: 'b', label: 'B', colour: 1, y: Float64Array.of(9, 8, 7, 6) })], false);
  const scene = layout(traces);
  const reader = traceReader(traces, scene, ({ label }, x, y) => `${label} ${x} ${y}`);

  it('snaps to the nearest point of the nearest trace, never to a missing value', () => {
    expect(reader.meant(scene.x.at(3000) + 4, scene.y.at(5))?.text).toBe('A 3000 5');
    expect(reader.meant(scene.x.at(3000) + 4, scene.y.at(8))?.text).toBe('B 3000 8');
    expect(reader.meant(scene.x.at(2000), scene.y.at(3))?.text).toBe('B 2000 7');
  });

  it('starts at the highest point, walks over gaps, stops at the ends and changes the trace in place', () => {
    const first = reader.stepped(undefined, 1, 1);
    expect(first?.text).toBe('A 3000 5');
    expect(reader.stepped(first, -1, 1)?.text).toBe('A 1000 2');
    expect(reader.stepped(first, 1, 10)?.text).toBe('A 4000 1');
    const other = reader.switched?.(first, 1);
    expect(other?.text).toBe('B 3000 8');
    expect(reader.switched?.(other, 1)?.text).toBe('A 3000 5');
  });
});

describe('the table of curves', () => {
  const words = { trace: 'Trace', x: 'Wavenumber / cm⁻¹', y: 'Absorbance', format: String };

  it('has one row for each place in the file’s order where all share their places', () => {
    const { rows, columns } = curveTable([curve(), curve({ key: 'b', label: 'B', y: Float64Array.of(1, 2, 3, 4) })], words);
    expect(toCsv(rows(), columns).replace('\uFEFF', '').split('\r\n').slice(0, 4)).toEqual([
      'Wavenumber / cm⁻¹,A: Absorbance,B: Absorbance',
      '4000,1,1',
      '3000,5,2',
      '2000,,3',
    ]);
  });

  it('names the trace in every row where they do not', () => {
    const { rows, columns, rowKey } = curveTable(
      [curve(), curve({ key: 'b', label: 'B', x: Float64Array.of(1), y: Float64Array.of(2) })],
      words,
    );
    expect(rows()).toHaveLength(5);
    expect(new Set(rows().map(rowKey)).size).toBe(5);
    expect(toCsv(rows(), columns)).toContain('B,1,2');
  });
});

describe('gestures', () => {
  it('are offered only where somebody listens', () => {
    expect(modesOf({})).toEqual(['zoom', 'pan']);
    const seen: string[] = [];
    const gestures: PlotGestures = { onRange: ([from, to]) => seen.push(`${from}-${to}`) };
    expect(modesOf(gestures)).toEqual(['zoom', 'pan', 'range']);
    expect(nextMode('range', gestures)).toBe('zoom');
    expect(selectIn('range', [1, 2], gestures)).toBe(true);
    expect(selectIn('background', [1, 2], gestures)).toBe(false);
    expect(seen).toEqual(['1-2']);
  });
});

describe('numbers in plots', () => {
  it('read 4000 without a separator and zero without a sign', () => {
    expect(formatPlotNumber(4000, 'en', 0)).toBe('4000');
    expect(formatPlotNumber(40_000, 'en', 0)).toBe('40,000');
    expect(formatPlotNumber(-0.04, 'en', 1)).toBe('0.0');
    expect(formatPlotNumber(0.5, 'fr', 2)).toBe('0,50');
    expect(formatReading(123.456789, 'en')).toBe('123.457');
    expect(formatReading(4.56e-7, 'en')).toBe('4.56E-7');
  });
});

describe('the painter', () => {
  it('paints a line of many points as one stroke and lifts the pen at its gaps', () => {
    const told: string[] = [];
    const context = new Proxy({} as CanvasRenderingContext2D, {
      get: (_, name) => () => told.push(String(name)),
      set: () => true,
    });
    const points = Float64Array.of(0, 0, 1, 1, Number.NaN, Number.NaN, 2, 2, 3, 3);
    paintScene(
      context,
      { width: 9, height: 9, primitives: [{ kind: 'polyline', role: 'trace', series: 3, points }] },
      PLOT_THEMES.light,
      'sans',
    );
    expect(told.filter((name) => name === 'stroke')).toHaveLength(1);
    expect(told.filter((name) => name.endsWith('To'))).toEqual(['moveTo', 'lineTo', 'moveTo', 'lineTo']);
  });
});
