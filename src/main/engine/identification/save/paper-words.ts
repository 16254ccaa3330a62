import type { Content } from 'pdfmake/interfaces';
import type { Message } from '../../../../contract/base';
import type { ScoreId } from '../../../../contract/search-method';
import type { Writer } from '../../reports/document/writer';

/** Match factors run to 999, similarities and correlations to 1. */
export function scoreOnPaper(score: ScoreId, value: number, number: Writer['number']): string {
  return number(value, score.startsWith('ei-') ? 0 : 3);
}

/** Remarks of a search in words, their numbers short enough to read. */
export function warningLines(warnings: readonly Message[], { t }: Pick<Writer, 't'>): Content[] {
  return warnings.map(({ code, params }) => ({ text: t(`search:warning.${code}`, readable(params)), style: 'small' }));
}

export function readable(params: Message['params']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? Number(value.toPrecision(4)) : value]),
  );
}
