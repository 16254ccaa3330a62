import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { createI18n } from '../../../i18n/create-i18n';
import type { ReportContent } from './content';
import { TABLE_LAYOUTS } from './document/frame';
import { reportDocument } from './document/report-document';
import type { DrawMirror } from './document/results';

/** Paths of the font files that are embedded; the report reads no other file. */
export interface ReportFonts {
  readonly sans: string;
  readonly sansBold: string;
  readonly arabic: string;
  readonly arabicBold: string;
}

/** What the thread that draws is sent. */
export interface DrawRequest {
  readonly content: ReportContent;
  readonly contentSha256: string;
}

export interface DrawnReport {
  readonly pdf: Uint8Array;
  readonly pages: number;
}

/** The PDF of a draft: fonts embedded as subsets, figures as vectors, text selectable. Throws what pdfmake throws. */
export async function drawReport(
  content: ReportContent,
  contentSha256: string,
  fonts: ReportFonts,
  draw: DrawMirror,
): Promise<DrawnReport> {
  const i18n = createI18n(content.language);
  const t = (key: string, params?: Readonly<Record<string, string | number>>) => i18n.t(key, { ...params });
  return pdfOf((onPages) => reportDocument({ content, contentSha256, t, draw, onPages }), fonts);
}

/** A document as PDF, with these fonts and no other file. */
export async function pdfOf(
  document: (onPages: (count: number) => void) => TDocumentDefinitions,
  fonts: ReportFonts,
): Promise<DrawnReport> {
  pdfmake.setFonts({
    NotoSans: { normal: fonts.sans, bold: fonts.sansBold, italics: fonts.sans, bolditalics: fonts.sansBold },
    NotoSansArabic: { normal: fonts.arabic, bold: fonts.arabicBold, italics: fonts.arabic, bolditalics: fonts.arabicBold },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts).includes(path));
  pdfmake.setTableLayouts({ ...TABLE_LAYOUTS });
  let pages = 0;
  const described = document((count) => {
    pages = count;
  });
  const pdf = await pdfmake.createPdf(described).getBuffer();
  // Its own bytes: a Buffer may be a window on memory that it shares.
  return { pdf: new Uint8Array(pdf), pages };
}
