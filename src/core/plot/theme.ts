import type { PlotRole } from './scene';

export interface StrokeStyle {
  readonly colour: string;
  /** px or pt */
  readonly width: number;
  /** Lengths of dash and gap. @default solid */
  readonly dash?: readonly number[];
}

/** How roles look: strokes of lines and markers, fills of texts, and the ground behind them. */
export interface PlotTheme {
  /** `undefined` leaves the ground transparent. */
  readonly ground: string | undefined;
  readonly text: string;
  readonly strokes: Readonly<Record<PlotRole, StrokeStyle>>;
}

interface Palette {
  readonly ground: string | undefined;
  readonly text: string;
  readonly axis: string;
  readonly matched: string;
  readonly missing: string;
  readonly extra: string;
  readonly minor: string;
  readonly weight: number;
}

function themeOf({ ground, text, axis, matched, missing, extra, minor, weight }: Palette): PlotTheme {
  return {
    ground,
    text,
    strokes: {
      axis: { colour: axis, width: weight },
      tick: { colour: axis, width: weight },
      peak: { colour: matched, width: 1.2 * weight },
      'peak-matched': { colour: matched, width: 1.2 * weight },
      'peak-missing': { colour: missing, width: 1.4 * weight, dash: [4, 2] },
      'peak-extra': { colour: extra, width: 1.4 * weight },
      'peak-minor': { colour: minor, width: weight },
      label: { colour: text, width: 0 },
      'tick-label': { colour: text, width: 0 },
      title: { colour: text, width: 0 },
    },
  };
}

/**
 * Colours of Okabe & Ito (Color Universal Design, 2008), at least 3 : 1 against their ground: blue #0072B2, vermillion #D55E00 and
 * bluish green #009E73 on light; sky blue #56B4E9, orange #E69F00 and bluish green on dark.
 */
export const PLOT_THEMES = {
  light: themeOf({
    ground: '#ffffff',
    text: '#212529',
    axis: '#495057',
    matched: '#0072B2',
    missing: '#D55E00',
    extra: '#009E73',
    minor: '#868e96',
    weight: 1,
  }),
  dark: themeOf({
    ground: '#1a1b1e',
    text: '#e9ecef',
    axis: '#adb5bd',
    matched: '#56B4E9',
    missing: '#E69F00',
    extra: '#009E73',
    minor: '#868e96',
    weight: 1,
  }),
  /** For paper: no ground, black text, finer lines. */
  print: themeOf({
    ground: undefined,
    text: '#000000',
    axis: '#000000',
    matched: '#0072B2',
    missing: '#D55E00',
    extra: '#009E73',
    minor: '#767676',
    weight: 0.7,
  }),
} as const satisfies Readonly<Record<string, PlotTheme>>;
