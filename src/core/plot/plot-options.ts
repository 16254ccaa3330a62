import { estimateTextWidth, type MeasureText } from './text-width';

/** What every plot of a mass spectrum may be told. Lengths in px or pt. */
export interface MassPlotOptions {
  readonly width: number;
  readonly height: number;
  /** m/z shown, from and to. @default all peaks with a margin */
  readonly range?: readonly [number, number];
  /** Numbers on axes and peaks, as the reader's language writes them. */
  readonly formatNumber: (value: number) => string;
  /** How many peak labels at most (each half of a mirror plot). @default 12 */
  readonly labelCount?: number;
  /** @default 11 */
  readonly fontSize?: number;
  /** @default an estimate for sans-serif faces */
  readonly measure?: MeasureText;
  /** Words of the axes, in the reader's language. */
  readonly words: { readonly mz: string; readonly intensity: string };
}

export interface ResolvedOptions {
  readonly width: number;
  readonly height: number;
  readonly formatNumber: (value: number) => string;
  readonly labelCount: number;
  readonly fontSize: number;
  readonly measure: MeasureText;
  readonly words: MassPlotOptions['words'];
}

export function resolveOptions(options: MassPlotOptions): ResolvedOptions {
  const { width, height, formatNumber, labelCount = 12, fontSize = 11, measure = estimateTextWidth, words } = options;
  return { width, height, formatNumber, labelCount, fontSize, measure, words };
}

/** The m/z to show: as asked for, else all peaks with 2 % (at least 2) on either side, not below 0. */
export function shownRange(mz: ArrayLike<number>, asked: readonly [number, number] | undefined): readonly [number, number] {
  if (asked !== undefined) return asked;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < mz.length; i++) {
    low = Math.min(low, mz[i]!);
    high = Math.max(high, mz[i]!);
  }
  if (low > high) return [0, 100];
  const margin = Math.max(2, 0.02 * (high - low));
  return [Math.max(0, low - margin), high + margin];
}
