import { DASH_PATTERNS } from './dash-pattern';
import type { PlotRole } from './scene';

export interface StrokeStyle {
  readonly colour: string;
  /** px or pt */
  readonly width: number;
  /** Lengths of dash and gap. @default solid */
  readonly dash?: readonly number[];
  /** @default 1 */
  readonly opacity?: number;
}

/** How roles look: strokes of lines and markers, fills of texts, and the ground behind them. */
export interface PlotTheme {
  /** `undefined` leaves the ground transparent. */
  readonly ground: string | undefined;
  readonly text: string;
  readonly strokes: Readonly<Record<PlotRole, StrokeStyle>>;
  /** Twenty looks for curves that stand together: five colours in four patterns. */
  readonly series: readonly StrokeStyle[];
}

interface Palette {
  readonly ground: string | undefined;
  readonly text: string;
  readonly axis: string;
  readonly matched: string;
  readonly missing: string;
  readonly extra: string;
  readonly minor: string;
  /** Colours of curves in the order in which they are used. */
  readonly series: readonly string[];
  readonly weight: number;
}

function themeOf({ ground, text, axis, matched, missing, extra, minor, series, weight }: Palette): PlotTheme {
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
      trace: { colour: matched, width: weight },
      'trace-original': { colour: minor, width: 0.8 * weight, opacity: 0.7 },
      difference: { colour: text, width: weight },
      zero: { colour: axis, width: 0.7 * weight, dash: [2, 3] },
      annotation: { colour: text, width: 0.8 * weight },
      cursor: { colour: missing, width: 1.2 * weight },
      background: { colour: minor, width: weight, opacity: 0.22 },
      selection: { colour: matched, width: weight, opacity: 0.16 },
      'peak-area': { colour: extra, width: weight, opacity: 0.35 },
      label: { colour: text, width: 0 },
      'tick-label': { colour: text, width: 0 },
      title: { colour: text, width: 0 },
    },
    // One pixel: a hairline is painted ten times as fast as anything wider where no graphics card helps.
    series: DASH_PATTERNS.flatMap((dash) =>
      series.map((colour): StrokeStyle => ({ colour, width: weight, ...(dash === undefined ? {} : { dash }) })),
    ),
  };
}

/** What strokes are told apart by. */
export interface Stroked {
  readonly role: PlotRole;
  readonly series?: number;
  readonly broad?: boolean;
}

const BROAD = { times: 3, opacity: 0.6 } as const;

/** How a stroke looks: of its series where it has one (faintly, where it shows what was before processing), else of its role. */
export function strokeOf({ role, series, broad }: Stroked, theme: PlotTheme): StrokeStyle {
  const own = theme.strokes[role];
  const style = series === undefined ? undefined : theme.series[series % theme.series.length];
  if (style === undefined) return own;
  if (broad === true) return { ...style, width: BROAD.times * style.width, opacity: BROAD.opacity };
  if (role !== 'trace-original') return style;
  return { colour: style.colour, width: own.width, opacity: 0.45 };
}

/**
 * Colours of Okabe & Ito (Color Universal Design, 2008), at least 3 : 1 against their ground: blue #0072B2, vermillion #D55E00 and
 * bluish green #009E73 on light; sky blue #56B4E9, orange #E69F00 and bluish green on dark. Curves take reddish purple too (#CC79A7 on dark,
 * darkened to #A8537F on light) and the text's own colour or yellow #F0E442.
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
    series: ['#0072B2', '#D55E00', '#009E73', '#A8537F', '#212529'],
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
    series: ['#56B4E9', '#E69F00', '#009E73', '#CC79A7', '#F0E442'],
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
    series: ['#0072B2', '#D55E00', '#009E73', '#A8537F', '#000000'],
    weight: 0.7,
  }),
} as const satisfies Readonly<Record<string, PlotTheme>>;
