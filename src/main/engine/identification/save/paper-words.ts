import type { Content } from 'pdfmake/interfaces';
import type { Message } from '../../../../contract/base';
import type { ScoreId } from '../../../../contract/search-method';
import type { Writer } from '../../reports/document/writer';

/** Match factors run to 999, similarities and correlations to 1. */
export function scoreOnPaper(score: ScoreId, value: number, number: Writer['number']): string {
  return score.startsWith('ei-') ? String(Math.round(value)) : number(value, 3);
}

/** Remarks of a search in words. */
export function warningLines(warnings: readonly Message[], { t, number }: Pick<Writer, 't' | 'number'>): Content[] {
  return warnings.map(({ code, params }) => ({ text: t(`search:warning.${code}`, readable(params, number)), style: 'small' }));
}

/** Numbers short enough to read and as the reader writes them; `count` chooses the plural and stays a number. */
export function readable(params: Message['params'], number: Writer['number']): Record<string, string | number> {
  const said = (name: string, value: string | number) =>
    typeof value === 'number' && name !== 'count' ? number(Number(value.toPrecision(4)), Number.isInteger(value) ? 0 : 2) : value;
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, said(name, value)]));
}
