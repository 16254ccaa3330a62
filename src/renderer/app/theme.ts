import { Alert, type CSSVariablesResolver, createTheme, Drawer, InputWrapper, type MantineColorsTuple, Modal } from '@mantine/core';

/** Deep teal: the one accent. Shade 7 carries white text in light (6.4:1), shade 6 in dark. */
const teal: MantineColorsTuple = [
  '#e9f5f3',
  '#d3e9e6',
  '#a8d5d0',
  '#79beb8',
  '#4fa8a1',
  '#318f88',
  '#1f7973',
  '#0f6661',
  '#0a534f',
  '#063e3b',
];

/** Neutral with a slight warmth. Shade 6 is the lightest that carries small text on white. */
const gray: MantineColorsTuple = [
  '#faf9f7',
  '#f4f2ef',
  '#e9e6e2',
  '#dcd8d2',
  '#c5c0b8',
  '#a39d94',
  '#6f6a62',
  '#57524b',
  '#3a3632',
  '#24211e',
];

const dark: MantineColorsTuple = [
  '#dedbd6',
  '#c4c0ba',
  '#a8a39b',
  '#6b665f',
  '#4a4640',
  '#3a3732',
  '#2d2a27',
  '#1f1d1b',
  '#181614',
  '#100f0d',
];

/** Only for danger to people or evidence. */
const red: MantineColorsTuple = [
  '#fdeceb',
  '#f9d4d1',
  '#f0a7a2',
  '#e67871',
  '#dc5048',
  '#d2372e',
  '#c42a21',
  '#a8211a',
  '#8a1914',
  '#67110d',
];

/** Okabe & Ito (2008), darkened at the end that carries text: for attention and mistakes in a form. */
const orange: MantineColorsTuple = [
  '#fff3e0',
  '#fde3bd',
  '#f8c77f',
  '#f0ab45',
  '#e69f00',
  '#c98400',
  '#a86500',
  '#8a4f00',
  '#6e3d00',
  '#4d2a00',
];

const green: MantineColorsTuple = [
  '#e4f6ef',
  '#c5ebdc',
  '#8dd6b9',
  '#53c096',
  '#1fae7c',
  '#009e73',
  '#00815e',
  '#006749',
  '#005139',
  '#003a29',
];

const blue: MantineColorsTuple = [
  '#e6f1f9',
  '#c9e0f1',
  '#95c3e3',
  '#5ea4d4',
  '#318aca',
  '#0072b2',
  '#005f96',
  '#004f7d',
  '#003e63',
  '#002b46',
];

const OVERLAY = { backgroundOpacity: 0.3 };
/** Mantine makes it a `header` element, which outside of `main` would be a second banner of the page. */
const DIALOG_HEADER = { header: { role: 'none' } };
const DIALOG_TITLE = { fontSize: 16, fontWeight: 600 };

export const theme = createTheme({
  colors: { teal, gray, dark, red, orange, green, blue },
  primaryColor: 'teal',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 'sm',
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  fontFamily: '"Inter Variable", "Noto Sans Arabic Variable", "Noto Sans SC Variable", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '19px' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '20px' }, h2: { fontSize: '17px' }, h3: { fontSize: '15px' }, h4: { fontSize: '14px' } },
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Text: { defaultProps: { size: 'md' } },
    Alert: Alert.extend({
      // What merely informs must not interrupt a screen reader; a failure says `role="alert"` itself.
      defaultProps: { role: 'note' },
      vars: (_theme, { color = 'teal' }) => ({
        root: {
          '--alert-bg': `color-mix(in srgb, var(--mantine-color-${color}-5) 9%, var(--mantine-color-body))`,
          '--alert-bd': `1px solid color-mix(in srgb, var(--mantine-color-${color}-5) 45%, var(--mantine-color-body))`,
          '--alert-color': `var(--aliquot-ink-${color})`,
        },
      }),
    }),
    InputWrapper: InputWrapper.extend({ styles: { description: { fontSize: 12 }, error: { fontSize: 12 } } }),
    Paper: { defaultProps: { withBorder: true, shadow: undefined } },
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: OVERLAY, attributes: DIALOG_HEADER },
      styles: { title: DIALOG_TITLE },
    }),
    Drawer: Drawer.extend({
      defaultProps: { transitionProps: { duration: 120 }, overlayProps: OVERLAY, attributes: DIALOG_HEADER },
      styles: { title: DIALOG_TITLE },
    }),
    Tooltip: { defaultProps: { openDelay: 350, withArrow: false, transitionProps: { duration: 80 } } },
    Popover: { defaultProps: { shadow: 'sm', transitionProps: { duration: 100 } } },
    Menu: { defaultProps: { shadow: 'sm', transitionProps: { duration: 100 } } },
    Tabs: { defaultProps: { keepMounted: false } },
  },
});

/** `--aliquot-ink-<colour>`: each colour as text on the page, in a shade that passes AA there. */
function inks(shade: number): Record<`--${string}`, string> {
  const named = { teal, gray, red, orange, green, blue };
  return Object.fromEntries(Object.entries(named).map(([name, tuple]) => [`--aliquot-ink-${name}`, tuple[shade] ?? '']));
}

/** What Mantine's own variables lack: text that passes AA on both grounds, and the surfaces of the frame. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-placeholder': gray[6],
    '--mantine-color-error': orange[7],
    '--mantine-color-text': gray[9],
    '--mantine-color-default-border': gray[3],
    '--mantine-color-anchor': teal[7],
    ...inks(7),
    '--aliquot-surface-1': gray[0],
    '--aliquot-surface-2': gray[1],
    '--aliquot-hairline': gray[2],
  },
  dark: {
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-placeholder': dark[2],
    '--mantine-color-error': orange[3],
    '--mantine-color-text': dark[0],
    '--mantine-color-default-border': dark[4],
    '--mantine-color-anchor': teal[3],
    ...inks(2),
    '--aliquot-surface-1': dark[8],
    '--aliquot-surface-2': dark[6],
    '--aliquot-hairline': dark[6],
  },
});
