import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { pdfPages } from '../support/pdf-text';
import { CasesPage } from './pages/cases-page';
import { DraftPage } from './pages/draft-page';
import { FramePage } from './pages/frame-page';
import { axeFindings, inBothSchemes } from './pages/new-laboratory';
import { SignInPage } from './pages/sign-in-page';
import { launch } from './support/launch';

test('a draft names what it lacks, is written in French from an English window, and is opened and saved', async () => {
  test.slow();
  const place = mkdtempSync(join(tmpdir(), 'aliquot-reports-'));
  const saved = join(place, 'projet.pdf');
  const record = join(place, 'asked.jsonl');
  const aliquot = await launch({ args: ['--demo'] });
  const { page } = aliquot;
  const draft = new DraftPage(page);
  const cases = new CasesPage(page);
  await new SignInPage(page).signInAs('Technician');
  await cases.open();
  await cases.openCase('Suitcase at the ferry terminal');
  await page.getByRole('link', { name: 'Draft report' }).click();
  await expect(draft.item('Results with units')).toContainText('has no conclusion');
  await expect(draft.item('Results with units')).toContainText('cannot be left out');
  await expect(draft.make).toBeDisabled();
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `draft ${scheme}`).toEqual([]));

  await cases.open();
  await cases.openCase('Parcel at the harbour depot');
  await page.getByRole('link', { name: 'Draft report' }).click();
  await expect(draft.make).toBeEnabled();
  await draft.writeIn('French');
  await draft.make.click();
  await expect(draft.made).toBeVisible();

  await aliquot.answerDialogs({ savePath: saved, record });
  await draft.saveAs();
  await expect.poll(() => existsSync(saved)).toBe(true);
  const pages = await pdfPages(readFileSync(saved));
  for (const text of pages) expect(text.replaceAll(/\s+/g, ' ')).toContain('PROJET');
  expect(pages.join(' ')).not.toMatch(/\btentative/i);

  await new FramePage(page).open('Reports');
  const row = page.getByRole('grid', { name: 'Reports' }).getByRole('row').filter({ hasText: 'French' });
  await expect(row).toContainText('Draft, not reviewed');
  await page.mouse.move(5, 400);
  await expect(page.getByText(/^Saved as/)).toHaveCount(0);
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `reports ${scheme}`).toEqual([]));
  await row.getByRole('button', { name: /^Open/ }).click();
  await expect.poll(() => readFileSync(record, 'utf8')).toContain('"open-path"');
  await aliquot.close();
  rmSync(place, { recursive: true, force: true });
});
