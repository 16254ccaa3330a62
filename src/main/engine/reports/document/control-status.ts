import type { Content } from 'pdfmake/interfaces';
import type { ReportContent } from '../content';
import { heading, ruled, type Writer } from './writer';

/** Status under international and national control: rows that a person of the laboratory verified, and nothing else. */
export function controlStatus(content: ReportContent, writer: Writer): readonly Content[] {
  const { t, typed } = writer;
  const components = content.exhibits.flatMap((exhibit) => exhibit.components);
  const rows = components.flatMap((component) =>
    component.controls.map((control) => [
      typed(component.substanceName),
      t('reports:document.scheduleOf', { convention: t(`reports:convention.${control.convention}`), schedule: control.schedule }),
      t(`reports:controlOn.${control.onSeizure}`),
      t(`reports:controlOn.${control.today}`),
      typed(
        t('reports:document.verifiedBy', {
          person: control.verifiedBy,
          date: writer.instant(control.verifiedAt),
          list: control.verifiedAgainst,
        }),
      ),
    ]),
  );
  const without = [
    ...new Set(components.filter((component) => component.controls.length === 0).map((component) => component.substanceName)),
  ];
  return [
    heading(t('reports:document.controlStatus')),
    rows.length === 0
      ? ''
      : ruled(
          [
            t('reports:document.substance'),
            t('reports:document.schedule'),
            t('reports:document.onSeizure'),
            t('reports:document.onReport'),
            t('reports:document.verified'),
          ],
          rows,
          [100, 110, 80, 80, '*'],
        ),
    ...without.map((substance): Content => typed(t('reports:document.noVerifiedStatus', { substance }))),
    { text: t('reports:document.notOfficialList'), style: 'small', margin: [0, 4, 0, 0] },
  ];
}
