import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { dropFile } from './pages/files';
import { IdentifyPage } from './pages/identify-page';
import { LibraryPage } from './pages/library-page';
import { axeFindings, hasSharedData, inBothSchemes, inNewLaboratory, practiceFile, sharedData } from './pages/new-laboratory';

test.slow();

test('a dropped spectrum is drawn, searched, walked by keys, chosen; the law stays hidden until asked for', async () => {
  const { page, frame, close } = await inNewLaboratory();
  const identify = new IdentifyPage(page);
  const library = new LibraryPage(page);
  await frame.open('Library');
  await library.drop(practiceFile('library/practice-library.msp'));
  await library.importAs(null);
  await frame.open('Identify');
  await page.getByRole('heading', { name: 'Drop a spectrum here' }).waitFor();
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `empty ${scheme}`).toEqual([]));

  await dropFile(page, practiceFile('spectra/query-one-peak.jdx'));
  await identify.candidates.waitFor();
  expect(await identify.heading()).toContain('Peak 2 at 12.660 min');
  await expect(identify.current).toContainText('entanyl');
  await expect(identify.card.getByRole('heading', { level: 2 })).toContainText(/fentanyl/i);
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `candidates ${scheme}`).toEqual([]));

  // The keyboard: down the list, on to the card, into the plot.
  const first = await identify.current.textContent();
  await identify.candidates.focus();
  await page.keyboard.press('ArrowDown');
  await expect(identify.current).not.toHaveText(first ?? '');
  await page.keyboard.press('Home');
  await expect(identify.current).toHaveText(first ?? '');
  await identify.plot.focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(identify.plot.getByText('m/z 245').first()).toBeVisible();
  await page.keyboard.press('+');
  await expect(page.getByRole('button', { name: 'Show all', exact: true })).not.toHaveAttribute('aria-disabled');
  await page.keyboard.press('0');
  await expect(page.getByRole('button', { name: 'Show all', exact: true })).toHaveAttribute('aria-disabled', 'true');

  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(
    page
      .getByRole('grid', { name: /^Numbers of/ })
      .getByRole('row')
      .nth(1),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Show as picture' }).click();

  await expect(identify.card.getByText('Hidden until asked for.')).toBeVisible();
  await expect(identify.card).not.toContainText('1961 Convention');
  await identify.card.getByRole('button', { name: /Show class and status/ }).click();
  expect(await axeFindings(page), 'asking for the status').toEqual([]);
  await identify.dialog.getByRole('button', { name: 'Record and show' }).click();
  await expect(identify.card).toContainText('This is not an official list');

  await identify.candidates.focus();
  await page.keyboard.press('Enter');
  await expect(identify.card.getByRole('button', { name: /Choose this candidate/ })).toBeFocused();
  await page.keyboard.press('Enter');
  await identify.dialog.getByLabel('Note').fill('Base peak and all principal ions agree.');
  await page.keyboard.press('Control+Enter');
  await expect(identify.card.getByText('Chosen candidate')).toBeVisible();
  await expect(page.getByRole('region', { name: 'What is needed before a conclusion' })).toContainText('never a conclusion');

  await page.getByRole('button', { name: 'About this search' }).click();
  await page.getByRole('button', { name: 'Run again' }).click();
  await expect(page.getByText('Every rank and every score came back equal')).toBeVisible();
  await close();
});

test('a new ranking makes a new list, and both stay in the history', async () => {
  const { page, frame, close } = await inNewLaboratory();
  const identify = new IdentifyPage(page);
  await frame.open('Identify');
  await dropFile(page, practiceFile('spectra/query-one-peak.jdx'));
  await identify.candidates.waitFor();
  const byAliquot = page.url();
  await page.getByRole('button', { name: 'Method: Aliquot' }).click();
  expect(await axeFindings(page), 'settings').toEqual([]);
  await page.getByRole('radio', { name: 'Reverse' }).check();
  await page.getByRole('button', { name: 'Search again', exact: true }).click();
  await page.getByRole('button', { name: 'Method: Reverse' }).waitFor();
  expect(page.url()).not.toBe(byAliquot);
  await page.getByRole('button', { name: 'Stored searches' }).click();
  const stored = identify.dialog.getByRole('grid').getByRole('row');
  await expect(stored).toHaveCount(3);
  expect(await axeFindings(page), 'history').toEqual([]);
  await stored.nth(2).click();
  await page.getByRole('button', { name: 'Method: Aliquot' }).waitFor();
  expect(page.url()).toBe(byAliquot);
  await close();
});

test('of several spectra one is chosen by keys; a file that is none is refused with its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aliquot-files-'));
  const binary = join(folder, 'picture.msp');
  writeFileSync(binary, Buffer.from([0x4e, 0x61, 0x6d, 0x65, 0x00, 0x01, 0x02]));
  const { page, frame, close } = await inNewLaboratory();
  const identify = new IdentifyPage(page);
  await frame.open('Identify');
  await dropFile(page, binary);
  await expect(identify.dialog.getByRole('region', { name: /could not be read/ })).toContainText('picture.msp');
  await expect(identify.dialog).toContainText('byte 4');
  expect(await axeFindings(page), 'refusal').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(identify.dialog).toHaveCount(0);
  await dropFile(page, practiceFile('spectra/tablets-12-case.msp'));
  await identify.dialog.getByRole('grid').focus();
  expect(await axeFindings(page), 'choice').toEqual([]);
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await identify.candidates.waitFor();
  expect(await identify.heading()).toContain('Peak 2');
  await close();
  rmSync(folder, { recursive: true });
});

const library = 'ms/swgdrug/SWGDRUG39.msp';
const fentanyl = 'ms/msp_fentanyl_nist/FentanylReplicates/250541.MSP';

test('fentanyl of NIST is found first in the SWGDRUG library, imported through the window', async () => {
  const present = hasSharedData(library) && hasSharedData(fentanyl);
  if (!present) console.log('skipped: the public spectra are not beside the project (../shared/data/ms)');
  test.skip(!present, 'the public spectra are not beside the project');
  const { page, frame, close } = await inNewLaboratory();
  const identify = new IdentifyPage(page);
  const libraryPage = new LibraryPage(page);
  await frame.open('Library');
  await libraryPage.drop(sharedData(library));
  await libraryPage.importAs('EI');
  await expect(libraryPage.result).toContainText('3,124 spectra imported');
  await frame.open('Identify');
  await dropFile(page, sharedData(fentanyl));
  await identify.candidates.waitFor();
  await expect(identify.current).toContainText('Fentanyl');
  await expect(identify.card).toContainText('437-38-7');
  await page.getByRole('button', { name: 'About this search' }).click();
  await expect(page.getByRole('dialog')).toContainText('3,254 spectra');
  await close();
});
