import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { dropFile } from './pages/files';
import { LibraryPage } from './pages/library-page';
import { axeFindings, inBothSchemes, inNewLaboratory, practiceFile } from './pages/new-laboratory';

test.slow();

test('a library is looked at before it is imported, then searched, opened, edited and retired', async () => {
  const { page, frame, close } = await inNewLaboratory();
  const library = new LibraryPage(page);
  await frame.open('Library');
  await library.list.waitFor();
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `spectra ${scheme}`).toEqual([]));
  await library.drop(practiceFile('library/practice-library.msp'));
  expect(await axeFindings(page), 'preview').toEqual([]);
  await library.dialog.getByLabel('Source').fill('The practice laboratory');
  await library.importAs(null);

  await page.getByRole('combobox', { name: 'Collection' }).click();
  await page.getByRole('option', { name: 'practice-library' }).click();
  const search = page.getByRole('searchbox', { name: 'Search this list' });
  await search.fill('cocaine');
  await expect(library.list.getByRole('row').nth(1)).toContainText(/cocaine/i);
  await search.press('Tab');
  await library.list.focus();
  await page.keyboard.press('Enter');
  await expect(library.dialog.getByRole('application')).toBeVisible();
  expect(await axeFindings(page), 'record').toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Collections' }).click();
  await page.getByRole('row', { name: /practice-library/ }).click();
  expect(await axeFindings(page), 'collection').toEqual([]);
  await library.dialog.getByLabel('Licence').fill('Free to use');
  await library.dialog.getByRole('textbox', { name: 'Reason' }).fill('As its README says');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Saved')).toBeVisible();
  await library.dialog.getByRole('button', { name: 'Retire …' }).click();
  const asking = page.getByRole('dialog', { name: /Retire practice-library/ });
  await asking.getByRole('textbox', { name: 'Reason' }).fill('Practice is over');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Retired since')).toBeVisible();
  await close();
});

test('a file that ends in the middle is refused before anything is kept, with the place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aliquot-files-'));
  const cut = join(folder, 'cut.msp');
  writeFileSync(cut, 'Name: Whole\nNum Peaks: 2\n41 10; 42 999\n\nName: Cut\nNum Peaks: 9\n41 10; 42 20\n');
  const { page, frame, close } = await inNewLaboratory();
  const library = new LibraryPage(page);
  await frame.open('Library');
  await dropFile(page, cut);
  await expect(library.dialog.getByRole('alert')).toContainText('9 peaks stated, 2 found');
  await expect(library.dialog).toContainText('Nothing was imported.');
  expect(await axeFindings(page), 'refusal').toEqual([]);
  await close();
  rmSync(folder, { recursive: true });
});
