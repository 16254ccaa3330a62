import type { Content, TDocumentDefinitions } from 'pdfmake/interfaces';
import { createI18n } from '../../../../i18n/create-i18n';
import { STYLES } from '../../reports/document/frame';
import { createWriter, type Writer } from '../../reports/document/writer';
import { type DrawnReport, pdfOf, type ReportFonts } from '../../reports/draw-report';
import { batchPages } from './batch-pages';
import type { PaperRequest } from './paper';
import { searchPages } from './search-pages';

/** A search or a batch on paper: fonts embedded, figures as vectors, text selectable. It says of itself that it is no report. */
export function drawPaper(request: PaperRequest, fonts: ReportFonts): Promise<DrawnReport> {
  const i18n = createI18n(request.language);
  const writer = createWriter((key, params) => i18n.t(key, { ...params }), request.language, request.timeZone);
  return pdfOf(
    (onPages) => ({
      ...frame(request, writer, onPages),
      content: request.paper === 'search' ? searchPages(request, writer) : batchPages(request, writer),
    }),
    fonts,
  );
}

function frame(request: PaperRequest, { t }: Writer, onPages: (pages: number) => void): Omit<TDocumentDefinitions, 'content'> {
  const { laboratory, practice, version, language } = request;
  const title = request.paper === 'search' ? request.search.queryName : request.batch.name;
  const kind = [t('search:paper.no-report'), ...(practice ? [t('reports:document.practice')] : [])].join('  ·  ');
  return {
    pageSize: 'A4',
    pageOrientation: request.paper === 'batch' ? 'landscape' : 'portrait',
    pageMargins: [42, 56, 42, 44],
    info: { title, author: laboratory, subject: t('search:paper.no-report'), creator: 'Aliquot' },
    language,
    defaultStyle: { font: 'NotoSans', fontSize: 9, lineHeight: 1.2 },
    styles: STYLES,
    header: (): Content => ({
      margin: [42, 22, 42, 0],
      columns: [
        { text: kind, style: 'draft' },
        { text: laboratory, style: 'small', alignment: 'right' },
      ],
    }),
    footer: (page, pages): Content => {
      onPages(pages);
      return {
        margin: [42, 8, 42, 0],
        columns: [
          { text: t('search:paper.made-by', { version }), style: 'small' },
          { text: t('reports:document.pageOf', { page, pages }), style: 'small', alignment: 'right' },
        ],
      };
    },
  };
}
