import type { Content } from 'pdfmake/interfaces';
import type { ReportContent } from '../content';
import { performedBetween, sampledBetween } from './dates';
import { facts, heading, type Writer } from './writer';

/** Title, laboratory, customer, and the dates of the work (ISO/IEC 17025:2017, 7.8.2.1 a, b, c, d, e, h, i, j). */
export function identity(content: ReportContent, writer: Writer): readonly Content[] {
  const { t, typed, orDash } = writer;
  const { laboratory, customer, caseFile } = content;
  const contact = [laboratory.phone, laboratory.email].filter((part) => part !== '').join(' · ');
  const customerContact = [customer.contactPerson, customer.phone, customer.email].filter((part) => part !== '').join(' · ');
  return [
    { text: t('reports:document.title'), style: 'title' },
    { text: t('reports:document.draftExplained'), style: 'draft', margin: [0, 2, 0, 8] },
    {
      columns: [
        [
          heading(t('reports:document.laboratory')),
          facts(
            [
              [t('reports:document.name'), typed(laboratory.name)],
              [t('reports:document.address'), orDash(laboratory.address)],
              [t('reports:document.contact'), orDash(contact)],
              [t('reports:document.accreditation'), orDash(laboratory.accreditation)],
              [t('reports:document.location'), t('reports:document.locationOwn')],
            ],
            78,
          ),
        ],
        [
          heading(t('reports:document.customer')),
          facts(
            [
              [t('reports:document.name'), typed(customer.name)],
              [t('reports:document.address'), orDash(customer.address)],
              [t('reports:document.contact'), orDash(customerContact)],
              [t('reports:document.customerReference'), orDash(caseFile.customerReference)],
            ],
            78,
          ),
        ],
      ],
      columnGap: 16,
    },
    heading(t('reports:document.case')),
    facts([
      [t('reports:document.caseCode'), caseFile.code],
      [t('reports:document.caseTitle'), typed(caseFile.title)],
      [t('reports:document.request'), orDash(caseFile.request)],
      [
        t('reports:document.seized'),
        [caseFile.seizedOn === null ? t('reports:document.notStated') : writer.day(caseFile.seizedOn), caseFile.seizurePlace]
          .filter((part) => part !== '')
          .join(', '),
      ],
      [t('reports:document.received'), writer.instant(caseFile.receivedAt)],
      [t('reports:document.sampled'), sampledBetween(content, writer)],
      [t('reports:document.performed'), performedBetween(content, writer)],
      [t('reports:document.issued'), t('reports:document.notIssued', { date: writer.instant(content.generatedAt) })],
      [t('reports:document.timeZone'), content.timeZone],
    ]),
    { text: t('reports:document.customerData'), style: 'small' },
  ];
}
