import type { Content, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces';
import type { ReportContent } from '../content';
import type { Writer } from './writer';

const RULE = '#8a8580';
/** The one red, used only for danger to people or evidence: a draft taken for a report is one. */
const RED = '#a61b1b';

export const TABLE_LAYOUTS: Readonly<Record<string, CustomTableLayout>> = {
  facts: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 6,
    paddingTop: () => 1.5,
    paddingBottom: () => 1.5,
  },
  ruled: {
    hLineWidth: (index, node) => (index === 0 || index === node.table.body.length ? 0.8 : index === 1 ? 0.8 : 0.3),
    vLineWidth: () => 0,
    hLineColor: () => RULE,
    paddingLeft: () => 3,
    paddingRight: () => 3,
    paddingTop: () => 2.5,
    paddingBottom: () => 2.5,
  },
};

export const STYLES: TDocumentDefinitions['styles'] = {
  title: { fontSize: 18, bold: true },
  heading: { fontSize: 12.5, bold: true, margin: [0, 12, 0, 4] },
  subheading: { fontSize: 10.5, bold: true, margin: [0, 8, 0, 3] },
  label: { color: '#55504b' },
  columnHead: { bold: true, fontSize: 8.5 },
  small: { fontSize: 8, color: '#3d3935' },
  hash: { fontSize: 7.5, characterSpacing: 0.1 },
  draft: { bold: true, color: RED },
  endMark: { bold: true, alignment: 'center', margin: [0, 14, 0, 0] },
};

/** Head of every page: that it is a draft, whose it is, and its number. */
export function pageHeader(content: ReportContent, writer: Writer): (page: number) => Content {
  return () => ({
    margin: [42, 22, 42, 0],
    table: {
      widths: ['*', 'auto'],
      body: [
        [
          {
            text: [writer.t('reports:document.draft'), ...(content.practice ? [writer.t('reports:document.practice')] : [])].join('  ·  '),
            style: 'draft',
          },
          {
            text: writer.t('reports:document.reportNumber', { code: content.code, version: content.version }),
            alignment: 'right',
            bold: true,
          },
        ],
        [
          writer.typed(content.laboratory.name, 'small'),
          { text: writer.t('reports:document.caseNumber', { code: content.caseFile.code }), alignment: 'right', style: 'small' },
        ],
      ],
    },
    layout: {
      hLineWidth: (index, node) => (index === node.table.body.length ? 0.8 : 0),
      vLineWidth: () => 0,
      hLineColor: () => RED,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 1,
      paddingBottom: () => 2,
    },
  });
}

/** Foot of every page: page x of y and the head of the trail, so that a loose page still says what it belongs to. */
export function pageFooter(content: ReportContent, writer: Writer): (page: number, pages: number) => Content {
  return (page, pages) => ({
    margin: [42, 8, 42, 0],
    columns: [
      {
        text: writer.t('reports:document.trailShort', { sequence: content.trailHead.sequence, hash: content.trailHead.hash.slice(0, 16) }),
        style: 'small',
      },
      { text: writer.t('reports:document.pageOf', { page, pages }), alignment: 'right', style: 'small', width: 'auto' },
    ],
  });
}
