import type { Content } from 'pdfmake/interfaces';
import type { ReportContent } from '../content';
import { heading, ruled, subheading, type Writer } from './writer';

/** Which criteria each conclusion met and which not, with their source, and the deviations authorised (7.8.2.1 n). */
export function criteriaTrace(content: ReportContent, writer: Writer): readonly Content[] {
  const { t, typed } = writer;
  const deviations = content.exhibits.flatMap((exhibit) =>
    exhibit.deviations.map((deviation) => ({ exhibit: exhibit.code, ...deviation })),
  );
  return [
    heading(t('reports:document.criteria')),
    { text: t('reports:document.criteriaVersion', { version: content.criteriaVersion }), style: 'small' },
    ...content.exhibits.flatMap((exhibit) =>
      exhibit.components.flatMap((component): Content[] => [
        subheading(t('reports:document.criteriaOf', { substance: component.substanceName, exhibit: exhibit.code })),
        ruled(
          [t('reports:document.criterion'), t('reports:document.state'), t('reports:document.reasons'), t('reports:document.source')],
          component.criteria.map((criterion) => [
            t(`criteria:criterion.${criterion.id}.title`),
            t(`criteria:state.${criterion.state}`),
            criterion.reasons.map((reason) => writer.sentence(reason)).join(' ') || '–',
            { text: criterion.source, style: 'small' },
          ]),
          [112, 66, '*', 96],
        ),
        component.warnings.length === 0 ? '' : { ul: component.warnings.map((warning) => writer.sentence(warning)), margin: [0, 0, 0, 6] },
      ]),
    ),
    heading(t('reports:document.deviations')),
    deviations.length === 0
      ? { text: t('reports:document.noDeviations') }
      : ruled(
          [t('reports:document.item'), t('reports:document.deviation'), t('reports:document.reason'), t('reports:document.authorised')],
          deviations.map((deviation) => [
            deviation.exhibit,
            t(`criteria:deviation.${deviation.kind}`),
            typed(deviation.reason),
            typed(`${deviation.authorisedBy}, ${writer.instant(deviation.authorisedAt)}`),
          ]),
          [80, 120, '*', 120],
        ),
  ];
}
