import type { Content, TableCell } from 'pdfmake/interfaces';
import { formatDay, formatInstant } from '../../../../i18n/formats/dates';
import { formatMass } from '../../../../i18n/formats/masses';
import { formatNumber } from '../../../../i18n/formats/numbers';
import { withNamedTerms } from '../../../../i18n/reason-terms';
import type { Sentence } from '../content';
import { scriptLines } from './script-runs';

export type Translate = (key: string, params?: Readonly<Record<string, string | number>>) => string;

/** What every part of the document writes with: words of the report's language, numbers and dates of its locale. */
export interface Writer {
  readonly t: Translate;
  /** Text typed by people, in any script. */
  typed(text: string, style?: string): Content;
  /** Text typed by people, or a dash that says nothing was entered. */
  orDash(text: string): Content;
  sentence(sentence: Sentence): string;
  day(day: string | null): string;
  instant(instant: string): string;
  mass(micrograms: number | null): string;
  number(value: number, decimals?: number): string;
}

export function createWriter(t: Translate, language: string, timeZone: string): Writer {
  const typed = (text: string, style?: string): Content => {
    const lines = scriptLines(text).map(
      (line): Content => ({ text: line.map((run) => ({ text: run.text, font: run.font })), noWrap: line.length > 1 }),
    );
    return { stack: lines, ...(style === undefined ? {} : { style }) };
  };
  return {
    t,
    typed,
    orDash: (text) => (text.trim() === '' ? '–' : typed(text)),
    sentence: ({ key, params }) => t(key, withNamedTerms(params, t, language, timeZone)),
    day: (day) => (day === null ? '–' : formatDay(day, language)),
    instant: (instant) => formatInstant(instant, language, timeZone),
    mass: (micrograms) => (micrograms === null ? '–' : formatMass(micrograms, language)),
    number: (value, decimals) => formatNumber(value, language, decimals),
  };
}

export function heading(text: string): Content {
  return { text, style: 'heading', headlineLevel: 1 };
}

export function subheading(text: string): Content {
  return { text, style: 'subheading', headlineLevel: 2 };
}

export function caption(text: string): Content {
  return { text, bold: true, margin: [0, 4, 0, 2], headlineLevel: 3 };
}

/** Label and value, line by line. */
export function facts(rows: readonly (readonly [string, Content])[], labelWidth = 130): Content {
  return {
    layout: 'facts',
    table: {
      widths: [labelWidth, '*'],
      body: rows.map(([label, value]): TableCell[] => [{ text: label, style: 'label' }, value as TableCell]),
    },
    margin: [0, 0, 0, 6],
  };
}

/** A ruled table whose header comes again on every page it runs over. */
export function ruled(header: readonly string[], rows: readonly (readonly Content[])[], widths: readonly (string | number)[]): Content {
  return {
    layout: 'ruled',
    table: {
      headerRows: 1,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      widths: [...widths],
      body: [header.map((text): TableCell => ({ text, style: 'columnHead' })), ...rows.map((row) => row.map((cell) => cell as TableCell))],
    },
    margin: [0, 2, 0, 8],
  };
}
