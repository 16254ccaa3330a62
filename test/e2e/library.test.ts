import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { dropFile } from './pages/files';
import { LibraryPage } from './pages/library-page';
import { axeFindings, hasSharedData, inBothSchemes, inNewLaboratory, practiceFile, sharedData } from './pages/new-laboratory';
import { OpenedFilePage } from './pages/opened-file-page';

test.slow();

const ETHANOL = 'formats/optical/jcamp/ir/ethanol.jdx';
const RUN = 'formats/ms/andi_cdf/agilent-gcms.cdf';
const here = hasSharedData(ETHANOL) && hasSharedData(RUN);
if (!here) console.log('skipped: instrument files are not beside the project (../shared/data/formats)');

test('a library is looked at before it is imported, then searched, opened, edited and retired', async () => {
  const { page, frame, answerDialogs, close } = await inNewLaboratory();
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
  await library.list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+Space');
  await expect(library.selection.getByRole('status')).toHaveText('3 selected');
  const folder = mkdtempSync(join(tmpdir(), 'aliquot-files-'));
  const written = join(folder, 'selection.msp');
  await answerDialogs({ savePath: written });
  await page.keyboard.press('ControlOrMeta+e');
  await page.getByRole('menuitem', { name: 'MSP' }).click();
  await page.getByText(`Saved as ${written}`).waitFor();
  expect(readFileSync(written, 'utf8').match(/^Name: /gim)).toHaveLength(3);
  rmSync(folder, { recursive: true });
  await library.selection.getByRole('button', { name: 'Select none' }).click();

  const { search } = library;
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
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
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
  await library.list.waitFor();
  await dropFile(page, cut);
  await expect(library.dialog.getByRole('alert')).toContainText('9 peaks or points stated, 2 found');
  await expect(library.dialog).toContainText('Nothing was imported.');
  expect(await axeFindings(page), 'refusal').toEqual([]);
  await close();
  rmSync(folder, { recursive: true });
});

test('a spectrum of an opened file becomes a reference, is found, corrected, written and retired', async () => {
  test.skip(!here, 'instrument files are not beside the project');
  const folder = mkdtempSync(join(tmpdir(), 'aliquot-files-'));
  const { page, frame, answerDialogs, close } = await inNewLaboratory();
  const library = new LibraryPage(page);
  await new OpenedFilePage(page).drop(sharedData(ETHANOL));
  await page.getByRole('button', { name: 'Add to library' }).click();
  expect(await axeFindings(page), 'adding').toEqual([]);
  await page.keyboard.press('Escape');
  await library.addToNewCollection('Our infrared', { Note: 'Gas cell, for trial' });
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(library.dialog.getByRole('application')).toBeVisible();
  await expect(library.dialog.getByRole('link', { name: 'ethanol.jdx' })).toBeVisible();
  await expect(library.dialog.getByRole('region', { name: 'Provenance' })).toContainText('Gas cell, for trial');
  await page.keyboard.press('Escape');

  await library.search.fill('64-17-5');
  await library.ofTechnique('Infrared');
  await expect(library.list.getByRole('row')).toHaveCount(2);
  await inBothSchemes(page, async (scheme) => {
    expect(await axeFindings(page), `list ${scheme}`).toEqual([]);
    await library.list.getByRole('row').nth(1).click();
    await expect(library.dialog.getByRole('application')).toBeVisible();
    expect(await axeFindings(page), `record ${scheme}`).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(library.dialog).toHaveCount(0);
  });

  await library.list.getByRole('row').nth(1).click();
  await library.dialog.getByRole('button', { name: 'Correct …' }).click();
  const correcting = page.getByRole('dialog', { name: /^Correct/ });
  await correcting.getByRole('textbox', { name: 'CAS number' }).fill('64-17-6');
  await correcting.getByRole('textbox', { name: 'Name' }).fill('Ethanol');
  await expect(correcting.getByText('Not a CAS number')).toBeVisible();
  expect(await axeFindings(page), 'correcting').toEqual([]);
  // What was typed is not lost with a key pressed by mistake.
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Stay' }).click();
  await correcting.getByRole('textbox', { name: 'CAS number' }).fill('64-17-5');
  await correcting.getByRole('textbox', { name: 'Reason' }).fill('The name as the register writes it');
  await page.keyboard.press('Control+Enter');
  await expect(library.dialog.getByRole('link', { name: 'The earlier record' })).toBeVisible();
  await expect(library.dialog).toContainText('The name as the register writes it');

  const written = join(folder, 'ethanol.jdx');
  await answerDialogs({ savePath: written });
  await library.dialog.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menuitem', { name: 'MGF' })).toBeDisabled();
  await page.getByRole('menuitem', { name: 'JCAMP-DX' }).click();
  await page.getByText(`Saved as ${written}`).waitFor();
  expect(readFileSync(written, 'latin1')).toMatch(/^##TITLE= ?Ethanol/);
  const original = join(folder, 'original.jdx');
  await answerDialogs({ savePath: original });
  await library.dialog.getByRole('button', { name: 'Save the original' }).click();
  await page.getByText(`Saved as ${original}`).waitFor();
  expect(readFileSync(original).equals(readFileSync(sharedData(ETHANOL)))).toBe(true);

  await library.dialog.getByRole('button', { name: 'Retire …' }).click();
  const retiring = page.getByRole('dialog', { name: /^Retire Ethanol/ });
  await retiring.getByRole('textbox', { name: 'Reason' }).fill('It was a trial');
  await page.keyboard.press('Control+Enter');
  await expect(retiring).toHaveCount(0);
  await expect(library.dialog.getByText('Retired: used no more')).toBeVisible();
  await library.dialog.getByRole('link', { name: 'The earlier record' }).scrollIntoViewIfNeeded();
  expect(await axeFindings(page), 'retired').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Nothing matches' })).toBeVisible();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('switch', { name: 'Withdrawn ones instead' }).click();
  await expect(library.list.getByRole('row')).toHaveCount(3);
  rmSync(folder, { recursive: true });
  await frame.open('Bench');
  await close();
});

test('a run is no library, but a scan of it is added and searched', async () => {
  test.skip(!here, 'instrument files are not beside the project');
  const { page, frame, close } = await inNewLaboratory();
  const library = new LibraryPage(page);
  await frame.open('Library');
  await library.list.waitFor();
  await dropFile(page, sharedData(RUN));
  await expect(library.dialog.getByText('The run in this file does not become a collection')).toBeVisible();
  expect(await axeFindings(page), 'preview of a run').toEqual([]);
  await library.dialog.getByRole('button', { name: 'Open the file instead' }).click();
  await page.waitForURL(/library\/files/);
  const viewer = new OpenedFilePage(page);
  await viewer.plots.first().focus();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(viewer.main.getByText(/scan \d+/).first()).toBeVisible();
  await library.addToNewCollection('Our runs', { Name: 'Peak of the run' });
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(library.dialog.getByRole('application')).toBeVisible();
  await page.goBack();
  await page.getByRole('main').getByRole('button', { name: 'Identify' }).click();
  await page.waitForURL(/identify/);
  await expect(page.getByRole('application').first()).toBeVisible();
  await close();
});
