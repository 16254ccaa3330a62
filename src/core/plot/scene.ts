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

export type Primitive = LinePrimitive | TextPrimitive | MarkerPrimitive;

/** A finished picture in px (screen) or pt (paper), origin top left, painted in order. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly primitives: readonly Primitive[];
}

/** A rectangle of the picture. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
