import type { Content } from 'pdfmake/interfaces';
import type { ReportContent } from '../content';
import { facts, heading, ruled, type Writer } from './writer';

const ITEMS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p'] as const;

/** Fixed statements, who stands behind the draft, where each item of 7.8.2.1 is, and what proves the records (7.8.2.1 l, o, p; 7.11). */
export function statements(content: ReportContent, contentSha256: string, writer: Writer): readonly Content[] {
  const { t, typed } = writer;
  return [
    heading(t('reports:document.statements')),
    {
      ul: [
        t('reports:document.onlyItemsTested'),
        t('reports:document.notInPart'),
        t('reports:document.noExternalProviders'),
        t('reports:document.samplingByCustomer'),
        t('reports:document.screening'),
      ],
    },
    heading(t('reports:document.authorisation')),
    facts([
      [
        t('reports:document.preparedBy'),
        typed([content.generatedBy.fullName, content.generatedBy.title].filter((part) => part !== '').join(', ')),
      ],
      [t('reports:document.reviewedBy'), { text: t('reports:document.notReviewed'), style: 'draft' }],
      [t('reports:document.authorisedBy'), { text: t('reports:document.notAuthorised'), style: 'draft' }],
    ]),
    heading(t('reports:document.records')),
    facts([
      [
        t('reports:document.trailHead'),
        {
          text: t('reports:document.trailHeadValue', { sequence: content.trailHead.sequence, hash: content.trailHead.hash }),
          style: 'hash',
        },
      ],
      [t('reports:document.contentHash'), { text: contentSha256, style: 'hash' }],
    ]),
    { text: t('reports:document.trailExplained'), style: 'small' },
    heading(t('reports:document.itemMap')),
    ruled(
      [t('reports:document.item'), t('reports:document.itemText'), t('reports:document.where')],
      ITEMS.map((item) => {
        const waiver = content.waivers.find((candidate) => candidate.item === item);
        return [
          item,
          t(`reports:item.${item}`),
          waiver === undefined ? t(`reports:where.${item}`) : typed(t('reports:document.waived', { reason: waiver.reason })),
        ];
      }),
      [24, '*', 190],
    ),
    { text: t('reports:document.end', { code: content.code, version: content.version }), style: 'endMark' },
  ];
}
