import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { drawReport } from '../../../../src/main/engine/reports/draw-report';
import { pdfPages } from '../../../support/pdf-text';
import { reportContent } from '../../../support/report-content';

const { resolve } = createRequire(import.meta.url);
const fonts = {
  sans: resolve('@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf'),
  sansBold: resolve('@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf'),
  arabic: resolve('@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf'),
  arabicBold: resolve('@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf'),
};
const figure = () =>
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 500 200"><line x1="0" y1="100" x2="500" y2="100" stroke="#000000"/></svg>';
const sha = 'd'.repeat(64);

describe('the draft report', () => {
  it('says on every page that it is a draft, its number and the page', async () => {
    const { pdf, pages } = await drawReport(reportContent(), sha, fonts, figure);
    const texts = await pdfPages(pdf);
    expect(texts).toHaveLength(pages);
    texts.forEach((text, index) => {
      expect(text).toContain('DRAFT, not reviewed');
      expect(text).toContain('Report R-2026-0004, version 1');
      expect(text).toContain(`Page ${index + 1} of ${pages}`);
    });
    expect(texts.at(-1)).toContain('End of report R-2026-0004, version 1');
    const out = process.env.ALIQUOT_KEEP_PDF;
    if (out !== undefined) writeFileSync(out, pdf);
  });

  it('carries every item of 7.8.2.1 and the records that prove it', async () => {
    const whole = (await pdfPages((await drawReport(reportContent(), sha, fonts, figure)).pdf)).join('\n').replaceAll(/\s+/g, ' ');
    for (const expected of [
      'Test report',
      'National Laboratory of Testing',
      '12 Quiet Street',
      '1 Court Square',
      'C-2026-0007/1',
      'Intact, dry',
      '2,514.0 ± 1.2 mg (k = 2)',
      'M-2026-0001 version 1',
      'RM-2026-0012',
      '99.1 ± 0.5 % (k = 2)',
      'Marquis',
      'identity 958, reverse 967',
      'Only residue was left.',
      'Yellow List, 64th edition',
      'relate only to the items tested',
      'nobody: draft, not authorised',
      'Not applicable: no external provider took part',
      'event 412',
      sha,
      'Not issued.',
    ])
      expect(whole).toContain(expected);
  });

  it('is written in French when asked, whatever the window speaks', async () => {
    const texts = await pdfPages((await drawReport(reportContent({ language: 'fr' }), sha, fonts, figure)).pdf);
    expect(texts[0]).toContain('PROJET, non vérifié');
    expect(texts.join(' ')).not.toContain('tentative');
  });

  it('marks practice on every page', async () => {
    for (const text of await pdfPages((await drawReport(reportContent({ practice: true }), sha, fonts, figure)).pdf))
      expect(text).toContain('PRACTICE, invented data');
  });

  it.each([
    [
      'en',
      [
        'Results that were set aside',
        'Comparison with Heroin, batch B-2026-0003',
        'did not hold',
        'Substance withdrawn: Proposed by mistake.',
      ],
    ],
    ['fr', ['Résultats écartés', 'Comparaison avec Heroin, série B-2026-0003', 'ne tient pas', 'Substance retirée : Proposed by mistake.']],
  ] as const)('prints a comparison of a withdrawn substance and that it contradicted (%s)', async (language, expected) => {
    const content = reportContent({ language });
    const setAside = {
      kind: 'comparison',
      how: 'withdrawn',
      what: 'Heroin',
      sampleCode: 'C-2026-0007/1 · A1',
      batchCode: 'B-2026-0003',
      performedAt: '2026-11-20T10:15:00.000Z',
      held: false,
      outcome: null,
      reason: 'Proposed by mistake.',
    } as const;
    const exhibits = content.exhibits.map((exhibit) => ({ ...exhibit, setAside: [setAside] }));
    const { pdf } = await drawReport({ ...content, exhibits }, sha, fonts, figure);
    const whole = (await pdfPages(pdf)).join(' ').replaceAll(/\s+/g, ' ');
    for (const text of expected) expect(whole).toContain(text);
  });

  it('leaves no key untranslated', async () => {
    for (const language of ['en', 'fr'] as const) {
      const whole = (await pdfPages((await drawReport(reportContent({ language }), sha, fonts, figure)).pdf)).join('\n');
      expect(whole.match(/\b(document|item|where|convention|controlOn)\.[a-zA-Z]+/g)).toBeNull();
    }
  });
});
