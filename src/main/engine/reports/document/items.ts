import type { Content } from 'pdfmake/interfaces';
import { formatUncertain } from '../../../../i18n/formats/uncertainty';
import type { ReportContent, ReportedCustody, ReportedExhibit } from '../content';
import { caption, facts, heading, ruled, subheading, type Writer } from './writer';

/** Net mass with its expanded uncertainty in milligrams, or the bare mass when no uncertainty was entered. */
function netMass(exhibit: ReportedExhibit, writer: Writer, language: string): string {
  if (exhibit.netMassMicrograms === null) return '–';
  if (exhibit.massUncertaintyMicrograms === null)
    return `${writer.mass(exhibit.netMassMicrograms)} (${writer.t('reports:document.noUncertainty')})`;
  return formatUncertain(
    { value: exhibit.netMassMicrograms / 1000, expanded: exhibit.massUncertaintyMicrograms / 1000, k: 2, unit: 'mg' },
    language,
  );
}

/** An entry written down later than this after what it tells was not made at the time, and the page says when it was. */
const AT_THE_TIME_MILLISECONDS = 60 * 60_000;

/** When an entry was written down, if not at the time; which entry it corrects; its note. */
function remarks(event: ReportedCustody, writer: Writer): readonly Content[] {
  const { t, typed } = writer;
  const late = Math.abs(Date.parse(event.recordedAt) - Date.parse(event.occurredAt)) > AT_THE_TIME_MILLISECONDS;
  const corrects = event.corrects;
  return [
    ...(late ? [typed(t('reports:document.recordedAt', { date: writer.instant(event.recordedAt) }), 'small')] : []),
    ...(corrects === null
      ? []
      : [
          typed(
            t('reports:document.corrects', {
              kind: t(`casework:custody.kind.${corrects.kind}`),
              date: writer.instant(corrects.occurredAt),
            }),
            'small',
          ),
        ]),
    ...(event.note === '' ? [] : [typed(event.note, 'small')]),
  ];
}

function custody(exhibit: ReportedExhibit, writer: Writer): Content {
  const { t, typed } = writer;
  return ruled(
    [
      t('reports:document.when'),
      t('reports:document.what'),
      t('reports:document.fromToParty'),
      t('reports:document.seals'),
      t('reports:document.by'),
    ],
    exhibit.custody.map((event) => [
      writer.instant(event.occurredAt),
      { stack: [t(`casework:custody.kind.${event.kind}`), ...remarks(event, writer)] },
      typed([event.fromParty, event.toParty, event.location].filter((part) => part !== '').join(' › ') || '–'),
      typed([event.sealBefore, event.sealAfter].filter((part) => part !== '').join(' › ') || '–'),
      typed(
        event.witness === null ? event.recordedBy : t('reports:document.witnessed', { person: event.recordedBy, witness: event.witness }),
      ),
    ]),
    [92, 92, '*', 82, 92],
  );
}

function samples(exhibit: ReportedExhibit, writer: Writer): Content {
  const { t, typed } = writer;
  return ruled(
    [
      t('reports:document.code'),
      t('reports:document.kind'),
      t('reports:document.description'),
      t('reports:document.quantity'),
      t('reports:document.taken'),
    ],
    exhibit.samples.map((sample) => [
      sample.code,
      t(`casework:sample.kind.${sample.kind}`),
      typed([sample.description, sample.solvent].filter((part) => part !== '').join(', ') || '–'),
      [
        sample.unitCount === null ? '' : t('reports:document.units', { count: sample.unitCount }),
        sample.massMicrograms === null ? '' : writer.mass(sample.massMicrograms),
        sample.volumeMicrolitres === null ? '' : `${writer.number(sample.volumeMicrolitres)}\u00a0µL`,
      ]
        .filter((part) => part !== '')
        .join(', ') || '–',
      typed(`${writer.instant(sample.takenAt)}, ${sample.takenBy}`),
    ]),
    [110, 62, '*', 86, 110],
  );
}

/** The items as received, their custody and how they were sampled (7.8.2.1 g, h, k; 7.4). */
export function items(content: ReportContent, writer: Writer): readonly Content[] {
  const { t, typed, orDash } = writer;
  return [
    heading(t('reports:document.items')),
    ...content.exhibits.flatMap((exhibit): Content[] => [
      subheading(t('reports:document.exhibit', { code: exhibit.code })),
      facts([
        [t('reports:document.description'), typed(exhibit.description)],
        [t('reports:document.packaging'), orDash(exhibit.packaging)],
        [t('reports:document.condition'), typed(exhibit.conditionOnReceipt)],
        [
          t('reports:document.seal'),
          typed([exhibit.sealNumber, t(`casework:exhibit.seal.${exhibit.sealState}`)].filter((part) => part !== '').join(', ')),
        ],
        [t('reports:document.appearance'), orDash(exhibit.appearance)],
        [t('reports:document.unitCount'), exhibit.unitCount === null ? '–' : writer.number(exhibit.unitCount)],
        [t('reports:document.grossMass'), writer.mass(exhibit.grossMassMicrograms)],
        [t('reports:document.netMass'), netMass(exhibit, writer, content.language)],
      ]),
      caption(t('reports:document.custody')),
      custody(exhibit, writer),
      caption(t('reports:document.sampling')),
      exhibit.samples.length === 0 ? { text: t('reports:document.noSamples') } : samples(exhibit, writer),
    ]),
  ];
}
