import type { Arrangement } from './arrangement';
import type { AxisWords } from './axis-numbers';
import type { MeasureText } from './text-width';

/** A person's words at a place. */
export interface PlotAnnotation {
  readonly x: number;
  readonly text: string;
}

/** A shaded stretch of the abscissa. */
export interface PlotBand {
  readonly kind: 'background' | 'selection';
  readonly from: number;
  readonly to: number;
}

/** A chromatographic peak: the area between the line from start to end and the curve is shaded, the apex labelled. */
export interface PlotPeakArea {
  readonly start: number;
  readonly apex: number;
  readonly end: number;
  /** @default the apex as the axis writes it */
  readonly text?: string;
}

export interface CurvePlotOptions {
  /** px or pt */
  readonly width: number;
  readonly height: number;
  /** Shown, from low to high. @default all */
  readonly range?: readonly [number, number];
  /** Shown values of the drawn ordinate. @default what the traces need */
  readonly yRange?: readonly [number, number];
  /** Whether the ordinate fits what is shown or all there is. @default 'shown' */
  readonly scaling?: 'shown' | 'whole';
  readonly x: AxisWords & { readonly falling?: boolean };
  readonly y: AxisWords;
  readonly words: {
    /** Ordinate of a mirror: percent of each trace's own height. */
    readonly relative: string;
    /** Name of what an original is: put behind its trace's name in the legend. */
    readonly original: (label: string) => string;
    readonly difference: string;
  };
  /** A number with fixed decimals, as the reader's language writes it. */
  readonly formatNumber: (value: number, decimals: number) => string;
  /** @default 'overlay' */
  readonly arrangement?: Arrangement;
  /** Of a stack, as a share of the height of the highest trace. @default 0.25 */
  readonly offset?: number;
  /** In a part of its own below; see `differenceOf`. */
  readonly difference?: { readonly x: Float64Array; readonly y: Float64Array };
  readonly annotations?: readonly PlotAnnotation[];
  readonly bands?: readonly PlotBand[];
  /** Of the first trace. */
  readonly peakAreas?: readonly PlotPeakArea[];
  /** A chosen place. */
  readonly cursor?: number;
  /** @default 12 */
  readonly labelCount?: number;
  /** @default 11 */
  readonly fontSize?: number;
  /** @default an estimate for sans-serif faces */
  readonly measure?: MeasureText;
}
