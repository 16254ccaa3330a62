import type { Content } from 'pdfmake/interfaces';
import type { ReportContent, ReportedComparison, ReportedExhibit, ReportedFinding } from '../content';
import { caption, facts, heading, ruled, subheading, type Writer } from './writer';

/** Draws the unknown against the reference it was compared with, as SVG. */
export type DrawMirror = (comparison: ReportedComparison) => string;

function colourTests(exhibit: ReportedExhibit, writer: Writer): readonly Content[] {
  const { t, typed } = writer;
  if (exhibit.colourTests.length === 0) return [];
  return [
    caption(t('reports:document.colourTests')),
    ruled(
      [
        t('reports:document.reagent'),
        t('reports:document.aliquot'),
        t('reports:document.colours'),
        t('reports:document.outcome'),
        t('reports:document.controls'),
        t('reports:document.performedBy'),
      ],
      exhibit.colourTests.map((test) => [
        typed(
          t('reports:document.reagentLot', { reagent: test.reagent, lot: test.reagentLot, expires: writer.day(test.reagentExpiresOn) }),
        ),
        test.sampleCode,
        typed(test.colours.map(({ seconds, colour }) => t('reports:document.colourAt', { colour, seconds })).join('; ')),
        t(`casework:outcome.${test.outcome}`),
        t('reports:document.controlsOutcome', {
          positive: t(`casework:outcome.${test.positiveControl}`),
          blank: t(`casework:outcome.${test.blankControl}`),
        }),
        typed(`${writer.instant(test.performedAt)}, ${test.analyst}`),
      ]),
      [88, 72, '*', 56, 84, 84],
    ),
    { text: t('reports:document.colourTestsMean'), style: 'small' },
  ];
}

/** What counts no more stays readable, with its reason: a reader must see what was left out. */
function setAside(exhibit: ReportedExhibit, writer: Writer): readonly Content[] {
  const { t, typed } = writer;
  if (exhibit.setAside.length === 0) return [];
  return [
    caption(t('reports:document.setAside')),
    ruled(
      [
        t('reports:document.what'),
        t('reports:document.aliquot'),
        t('reports:document.when'),
        t('reports:document.outcome'),
        t('reports:document.reason'),
      ],
      exhibit.setAside.map((one) => [
        typed(t(`reports:setAside.${one.kind}`, { what: one.what, batch: one.batchCode })),
        one.sampleCode,
        writer.instant(one.performedAt),
        one.held === null ? t(`casework:outcome.${one.outcome ?? ''}`) : t(one.held ? 'reports:document.held' : 'reports:document.notHeld'),
        typed(t(`reports:setAside.${one.how}`, { reason: one.reason })),
      ]),
      [96, 84, 84, 72, '*'],
    ),
  ];
}

function findings(title: string, rows: readonly ReportedFinding[], writer: Writer): Content {
  return ruled(
    [title, writer.t('reports:document.met')],
    rows.map((finding) => [writer.sentence(finding.sentence), writer.t(finding.met ? 'reports:document.yes' : 'reports:document.no')]),
    ['*', 46],
  );
}

function comparison(shown: ReportedComparison, writer: Writer, draw: DrawMirror): Content {
  const { t, typed } = writer;
  return {
    stack: [
      {
        text: t('reports:document.comparisonOf', { sample: shown.sampleCode, lot: shown.referenceLotCode, batch: shown.batchCode }),
        bold: true,
        headlineLevel: 3,
        margin: [0, 4, 0, 2],
      },
      facts([
        [t('reports:document.methodAndAnalyst'), typed(`${shown.methodCode}, ${shown.analyst}, ${writer.instant(shown.performedAt)}`)],
        [
          t('reports:document.matchFactors'),
          t('reports:document.matchFactorsValue', { identity: shown.matchFactor, reverse: shown.reverseMatchFactor }),
        ],
      ]),
      findings(t('reports:document.retention'), shown.retention, writer),
      findings(t('reports:document.spectrum'), shown.spectrum, writer),
      {
        unbreakable: true,
        stack: [
          { svg: draw(shown), width: 500 },
          { text: t('reports:document.figure', { sample: shown.sampleCode, lot: shown.referenceLotCode }), style: 'small' },
          {
            text: t('reports:document.fileHashes', { unknown: shown.unknownSha256, reference: shown.referenceSha256 }),
            style: 'hash',
            margin: [0, 2, 0, 6],
          },
        ],
      },
    ],
  };
}

/** Results by exhibit and component, with the figures they rest on (7.8.2.1 m). */
export function results(content: ReportContent, writer: Writer, draw: DrawMirror): readonly Content[] {
  const { t, typed } = writer;
  return [
    heading(t('reports:document.results')),
    ...content.exhibits.flatMap((exhibit): Content[] => [
      subheading(t('reports:document.exhibit', { code: exhibit.code })),
      exhibit.components.length === 0
        ? { text: t('reports:document.noConclusion') }
        : ruled(
            [t('reports:document.substance'), t('reports:document.conclusion'), t('reports:document.drawnBy')],
            exhibit.components.map((component) => [
              typed(component.cas === null ? component.substanceName : `${component.substanceName} (CAS ${component.cas})`),
              {
                stack: [
                  { text: t(`criteria:level.${component.level}`), bold: true },
                  ...(component.note === '' ? [] : [typed(component.note, 'small')]),
                ],
              },
              typed(`${component.drawnBy}, ${writer.instant(component.drawnAt)}`),
            ]),
            [150, '*', 130],
          ),
      ...colourTests(exhibit, writer),
      ...setAside(exhibit, writer),
      ...exhibit.components.flatMap((component) => component.comparisons.map((shown) => comparison(shown, writer, draw))),
    ]),
  ];
}
