import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { mulberry32 } from '../../bench/seeded-random';
import { type MspRecord, writeMspFile } from '../support/msp';
import { AdministrationPage } from './pages/administration-page';
import { LibraryPage } from './pages/library-page';
import { axeFindings, inBothSchemes, inNewLaboratory } from './pages/new-laboratory';

test.slow();

/** More than the hundred that a validation asks for. */
const COMPOUNDS = 120;
const SEED = 7;

const letters = (n: number): string =>
  Array.from({ length: 14 }, (_, place) => String.fromCharCode(65 + (Math.floor(n / 26 ** place) % 26))).join('');

/** Invented compounds measured once by others and once in the house: the same ions, the intensities a twentieth apart. */
function inventedTwice(): { readonly reference: readonly MspRecord[]; readonly own: readonly MspRecord[] } {
  const random = mulberry32(SEED);
  const reference = Array.from({ length: COMPOUNDS }, (_, n): MspRecord => {
    const masses = [...new Set(Array.from({ length: 25 }, () => 40 + Math.floor(260 * random())))].sort((a, b) => a - b);
    const fields = { Ionization: 'EI', InChIKey: `${letters(n)}-UHFFFAOYSA-N` };
    return { name: `Invented ${n}`, fields, peaks: masses.map((mass) => [mass, 20 + Math.floor(979 * random())] as const) };
  });
  const own = reference.map(({ name, peaks, ...rest }) => ({
    ...rest,
    name: `${name}, measured here`,
    peaks: peaks.map(([mass, intensity]) => [mass, Math.round(intensity * (0.95 + 0.1 * random()))] as const),
  }));
  return { reference, own };
}

let folder: string;
let aliquot: Awaited<ReturnType<typeof inNewLaboratory>>;
let library: LibraryPage;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aliquot-quality-'));
  const { reference, own } = inventedTwice();
  const onePeak = { name: 'Onepeakine', fields: { Ionization: 'EI', MW: '193' }, peaks: [[58, 999]] } as const;
  const paths = [writeMspFile(folder, 'reference.msp', [...reference, onePeak]), writeMspFile(folder, 'house.msp', own)];
  aliquot = await inNewLaboratory();
  library = new LibraryPage(aliquot.page);
  await aliquot.frame.open('Library');
  for (const path of paths) {
    await library.drop(path);
    await library.importAs(null);
    await aliquot.frame.tasks.getByRole('button', { name: 'Put the finished tasks away' }).click();
    await expect(library.dialog).toHaveCount(0);
  }
});

test.afterAll(async () => {
  await aliquot.close();
  rmSync(folder, { recursive: true });
});

test('the examination of a collection says what it found, is made again, and filters the spectra', async () => {
  const { page, frame } = aliquot;
  await frame.open('Library');
  await page.getByRole('tab', { name: 'Collections' }).click();
  await page.getByRole('row', { name: /reference/ }).click();
  const examination = library.dialog.getByRole('region', { name: 'Examination' });
  await expect(examination.getByRole('row', { name: /^One peak/ })).toContainText('1');
  await examination.getByRole('button', { name: 'Examine again' }).click();
  await expect(page.getByText('The examination has begun')).toBeVisible();
  await expect(examination.getByRole('row', { name: /^One peak/ })).toContainText('1');
  expect(await axeFindings(page), 'examination').toEqual([]);
  await page.keyboard.press('Escape');
  await expect(library.dialog).toHaveCount(0);

  await page.getByRole('tab', { name: 'Spectra' }).click();
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('combobox', { name: 'Finding' }).click();
  await page.getByRole('option', { name: 'One peak', exact: true }).click();
  await expect(library.list.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('Escape');
  await library.list.getByRole('row').nth(1).click();
  await expect(library.dialog).toContainText('Onepeakine');
  await expect(library.dialog).toContainText(/Grade [BCD]: /);
  expect(await axeFindings(page), 'graded').toEqual([]);
  await page.keyboard.press('Escape');
});

test('the search probability is validated on spectra of the house, looked at, turned on and off again', async () => {
  const { page } = aliquot;
  await new AdministrationPage(page).open('Search probability');
  const choosing = page.getByRole('region', { name: /^1\. Choose/ });
  const looking = page.getByRole('region', { name: /^2\. Look/ });
  await expect(looking).toContainText('No validation yet');
  await expect(choosing.getByRole('button', { name: 'Validate' })).toBeDisabled();
  await choosing.getByRole('combobox', { name: 'Collection' }).click();
  await page.getByRole('option', { name: 'house' }).click();
  await choosing.getByRole('button', { name: 'Validate' }).click();
  await expect(looking.getByRole('row', { name: /^Spectra searched/ })).toContainText(String(COMPOUNDS));
  await expect(looking.getByRole('row', { name: /^First candidate right/ })).toContainText(`${COMPOUNDS} (100.0 %)`);
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `validated ${scheme}`).toEqual([]));

  await page.getByRole('button', { name: /^Turn the probability on/ }).click();
  const asking = page.getByRole('dialog', { name: /^Turn the probability on/ });
  await asking.getByRole('textbox', { name: 'Reason' }).fill('It holds on what we measured');
  expect(await axeFindings(page), 'asking').toEqual([]);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The probability is shown')).toBeVisible();
  await expect(looking.getByText('Accepted by Anna Keller')).toBeVisible();
  await page.getByRole('button', { name: /^Turn the probability off/ }).click();
  const turningOff = page.getByRole('dialog', { name: /^Turn the probability off/ });
  await turningOff.getByRole('textbox', { name: 'Reason' }).fill('Only tried');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('The probability is not shown')).toBeVisible();
});
