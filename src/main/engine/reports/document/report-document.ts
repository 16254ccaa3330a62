import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ReportContent } from '../content';
import { controlStatus } from './control-status';
import { criteriaTrace } from './criteria-trace';
import { pageFooter, pageHeader, STYLES } from './frame';
import { identity } from './identity';
import { items } from './items';
import { methods } from './methods';
import { type DrawMirror, results } from './results';
import { statements } from './statements';
import { createWriter, type Translate } from './writer';

export interface DocumentParts {
  readonly content: ReportContent;
  /** SHA-256 of the canonical text of `content`, printed on the last page. */
  readonly contentSha256: string;
  readonly t: Translate;
  readonly draw: DrawMirror;
  /** Told how many pages the document came to. */
  readonly onPages: (pages: number) => void;
}

/** A headline lower on the page than this would stand alone: what follows it takes at least two lines. */
const LAST_HEADLINE = 0.9;

/** The one template: a draft of a test report after ISO/IEC 17025:2017, 7.8.2. */
export function reportDocument({ content, contentSha256, t, draw, onPages }: DocumentParts): TDocumentDefinitions {
  const writer = createWriter(t, content.language, content.timeZone);
  const footer = pageFooter(content, writer);
  return {
    pageSize: 'A4',
    pageMargins: [42, 66, 42, 44],
    info: {
      title: t('reports:document.reportNumber', { code: content.code, version: content.version }),
      author: content.laboratory.name,
      subject: t('reports:document.draft'),
      creator: 'Aliquot',
    },
    language: content.language,
    defaultStyle: { font: 'NotoSans', fontSize: 9.5, lineHeight: 1.2 },
    styles: STYLES,
    header: pageHeader(content, writer),
    footer: (page, pages) => {
      onPages(pages);
      return footer(page, pages);
    },
    pageBreakBefore: (node, following) =>
      node.headlineLevel !== undefined &&
      (following.getFollowingNodesOnPage().length === 0 || node.startPosition.verticalRatio > LAST_HEADLINE),
    content: [
      ...identity(content, writer),
      ...items(content, writer),
      ...methods(content, writer),
      ...results(content, writer, draw),
      ...criteriaTrace(content, writer),
      ...controlStatus(content, writer),
      ...statements(content, contentSha256, writer),
    ],
  };
}
