import type { Content } from 'pdfmake/interfaces';
import type { ReportContent } from '../content';
import { heading, ruled, type Writer } from './writer';

/** Methods with version and validation, instruments, batches, and the reference materials compared with (7.8.2.1 f). */
export function methods(content: ReportContent, writer: Writer): readonly Content[] {
  const { t, typed } = writer;
  return [
    heading(t('reports:document.methods')),
    ruled(
      [
        t('reports:document.code'),
        t('reports:document.methodTitle'),
        t('reports:document.procedure'),
        t('reports:document.validated'),
        t('reports:document.batchesInstruments'),
      ],
      content.methods.map((method) => [
        t('reports:document.codeVersion', { code: method.code, version: method.version }),
        typed(method.title),
        writer.orDash(method.procedureReference),
        method.validatedOn === null ? t('reports:document.notValidated') : writer.day(method.validatedOn),
        typed([...method.batches, ...method.instruments].join(', ') || '–'),
      ]),
      [76, '*', 84, 70, 118],
    ),
    heading(t('reports:document.referenceLots')),
    content.referenceLots.length === 0
      ? { text: t('reports:document.noReferenceLots') }
      : ruled(
          [
            t('reports:document.code'),
            t('reports:document.substance'),
            t('reports:document.producerLot'),
            t('reports:document.purity'),
            t('reports:document.traceability'),
            t('reports:document.expires'),
          ],
          content.referenceLots.map((lot) => [
            lot.code,
            typed(lot.substanceName),
            typed(`${lot.producer}, ${lot.lotNumber}`),
            lot.purity,
            writer.orDash(lot.traceability),
            lot.expiresOn === null ? '–' : writer.day(lot.expiresOn),
          ]),
          [76, 84, '*', 74, 90, 62],
        ),
  ];
}
