import type { Scale } from './scale';

/** What a primitive means; a theme gives it colour, width and dashes. */
export type PlotRole =
  | 'axis'
  | 'tick'
  | 'peak'
  | 'peak-matched'
  | 'peak-missing'
  | 'peak-extra'
  /** An unmatched peak below the threshold of significance, or outside the range both spectra cover. */
  | 'peak-minor'
  /** A curve; its `series` gives colour and dashes. */
  | 'trace'
  /** The same curve before it was processed: behind, faint. */
  | 'trace-original'
  | 'difference'
  /** The line of zero under a difference. */
  | 'zero'
  /** Where a person has put words, and the line from them to the curve. */
  | 'annotation'
  /** A place that is chosen: the time of the scan below. */
  | 'cursor'
  /** A shaded stretch of the abscissa. */
  | 'background'
  | 'selection'
  /** The area of a chromatographic peak. */
  | 'peak-area'
  | 'label'
  | 'tick-label'
  | 'title';

export interface LinePrimitive {
  readonly kind: 'line';
  readonly role: PlotRole;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  /** Takes colour and dashes from the theme's series instead of the role. */
  readonly series?: number;
  /** See `PlotTrace.broad`. */
  readonly broad?: boolean;
}

/**
 * Many points painted in one path: x and y in turn; a pair of NaN lifts the pen. Already reduced to what the picture can show and clipped
 * to the space between the axes, and cut into its dashes: painters draw it whole. `filled` is an area and has no line.
 */
export interface PolylinePrimitive {
  readonly kind: 'polyline';
  readonly role: PlotRole;
  readonly points: Float64Array;
  readonly series?: number;
  readonly broad?: boolean;
  readonly filled?: boolean;
}

/** A shaded rectangle. */
export interface BandPrimitive {
  readonly kind: 'band';
  readonly role: PlotRole;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** `x`, `y` are the anchor on the text's baseline; `size` is the font size. `turned` runs upwards (an axis title). */
export interface TextPrimitive {
  readonly kind: 'text';
  readonly role: PlotRole;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly turned?: boolean;
}

/** A shape at a peak's tip, so that its status does not hang on colour: a ring for missing, a triangle for extra. */
export interface MarkerPrimitive {
  readonly kind: 'marker';
  readonly role: PlotRole;
  readonly shape: 'ring' | 'triangle-up';
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export type Primitive = LinePrimitive | TextPrimitive | MarkerPrimitive | PolylinePrimitive | BandPrimitive;

/** A finished picture in px (screen) or pt (paper), origin top left, painted in order. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly primitives: readonly Primitive[];
}

/** A picture that knows where its data are. */
export interface PlotScene extends Scene {
  /** The space between the axes in which the pointer reads. */
  readonly plot: Box;
  /** Data to picture; falls to the right where the field writes the axis so. */
  readonly x: Scale;
  readonly y: Scale;
}

/** A rectangle of the picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
