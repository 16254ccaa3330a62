import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { AdministrationPage } from './pages/administration-page';
import { FramePage } from './pages/frame-page';
import { type PracticePerson, SignInPage } from './pages/sign-in-page';
import { type Launched, launch } from './support/launch';

let aliquot: Launched;
let administration: AdministrationPage;
let frame: FramePage;
let administrator: PracticePerson;

test.beforeEach(async () => {
  aliquot = await launch({ args: ['--demo'] });
  administration = new AdministrationPage(aliquot.page);
  frame = new FramePage(aliquot.page);
  administrator = await new SignInPage(aliquot.page).signInAs('Administrator');
});
test.afterEach(() => aliquot.close());

test('a customer is entered and changed with a reason, and the trail holds both with before and after', async () => {
  const { page } = aliquot;
  await administration.open('Customers');
  await administration.add('Add a customer');
  await administration.save();
  await expect(administration.drawer.getByLabel('Name')).toHaveAttribute('aria-invalid', 'true');
  await administration.fill({ Name: 'Harbour customs', Address: 'Pier 4' });
  await administration.save();
  await administration.row('Harbour customs').click();
  await administration.fill({ Name: 'Harbour and airport customs' });
  await administration.save();
  await expect(administration.drawer.getByText('Needed')).toBeVisible();
  await administration.fill({ Reason: 'They took over the airport' });
  await administration.save();
  await expect(administration.row('Harbour and airport customs')).toBeVisible();
  await administration.open('Audit trail');
  await administration.row('They took over the airport').click();
  await expect(administration.drawer).toContainText('Harbour customs');
  await expect(administration.drawer).toContainText('Harbour and airport customs');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Verify the trail' }).click();
  await expect(administration.verdict).toContainText('Nothing was altered');
  await expect(frame.tasks).toContainText('Nothing was altered');
});

test('a stale edit is refused, says so, and offers the record as it is now', async () => {
  const { page } = aliquot;
  await administration.open('People');
  await administration.row(administrator.fullName).click();
  await administration.fill({ Function: 'Head of everything', Reason: 'A wider task' });
  // The same person changes her language meanwhile: another hand on the same row.
  await page
    .locator('header')
    .getByRole('button', { name: /English/, includeHidden: true })
    .dispatchEvent('click');
  await page.getByRole('menuitem', { name: 'Français', includeHidden: true }).dispatchEvent('click');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expect(page.locator('header').getByRole('button', { name: /Français/, includeHidden: true })).toHaveAttribute('aria-busy', 'false');
  // Ctrl+Enter saves from inside the form, and the closing menu may have taken the focus out of it.
  await administration.drawer.getByLabel('Motif').focus();
  await administration.save();
  await expect(administration.drawer.getByRole('alert')).toContainText('Modifié par quelqu’un d’autre');
  await administration.drawer.getByRole('button', { name: 'Charger la fiche telle qu’elle est' }).click();
  await expect(administration.drawer.getByLabel('Fonction')).not.toHaveValue('Head of everything');
});

test('a list is worked with the keyboard alone', async () => {
  const { page } = aliquot;
  await administration.open('People');
  const rows = administration.grid.getByRole('row');
  const names = (await rows.locator('td:first-child').allInnerTexts()).map((name) => name.trim());
  expect(names.length).toBeGreaterThan(2);
  const current = page.locator('tr[aria-selected="true"] td:first-child');
  await administration.grid.focus();
  await page.keyboard.press('End');
  await expect(current).toHaveText(names.at(-1) ?? '');
  await page.keyboard.press('Home');
  await expect(current).toHaveText(names[0] ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(current).toHaveText(names[1] ?? '');
  await page.keyboard.press('Enter');
  await expect(administration.drawer.getByLabel('Full name')).toHaveValue(names[1] ?? '');
  await page.keyboard.press('Escape');
  await administration.grid.focus();
  await page.keyboard.press('/');
  await page.keyboard.type(administrator.name.toUpperCase());
  await expect(rows).toHaveCount(2);
  await page.getByLabel('Search this list').fill('nobody');
  await expect(page.getByText('Nothing matches')).toBeVisible();
});

test('a list is saved as CSV, copied whole, and its current row by Ctrl+C', async () => {
  const target = join(aliquot.userData, 'people.csv');
  await aliquot.app.evaluate(({ session }, path) => {
    session.defaultSession.on('will-download', (_event, item) => item.setSavePath(path));
  }, target);
  await administration.open('People');
  await aliquot.page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect.poll(() => readCsv(target)).toContain(`,${administrator.name},`);
  const clipboard = () => aliquot.app.evaluate(({ clipboard: held }) => held.readText());
  await aliquot.page.getByRole('button', { name: 'Copy the list' }).click();
  await expect.poll(clipboard).toMatch(/^Full name\tInitials\t/);
  await administration.grid.focus();
  await aliquot.page.keyboard.press('Home');
  await aliquot.page.keyboard.press('Control+c');
  await expect.poll(async () => (await clipboard()).split('\n')).toHaveLength(2);
});

test('unsaved entries are not lost without asking', async () => {
  const { page } = aliquot;
  await administration.open('Laboratory');
  await page.getByLabel('Accreditation').fill('TL 42');
  await frame.rail.getByRole('link', { name: 'Bench' }).click();
  await expect(page.getByRole('dialog', { name: 'Leave without saving?' })).toBeVisible();
  await page.getByRole('button', { name: 'Stay' }).click();
  await expect(page.getByLabel('Accreditation')).toHaveValue('TL 42');
  await frame.rail.getByRole('link', { name: 'Bench' }).click();
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await expect(frame.crumbs).toHaveText('Bench');
});

test('search, keys and languages are where ui says', async () => {
  const { page } = aliquot;
  await frame.rail.waitFor();
  await page.keyboard.press('Control+k');
  await frame.search.fill('adminis');
  await page.keyboard.press('Enter');
  await expect(frame.crumbs).toHaveText('Administration');
  await page.keyboard.press('Shift+?');
  await expect(page.getByRole('dialog', { name: 'Keyboard' })).toContainText('Save the form');
  await page.keyboard.press('Escape');
  await frame.speak('العربية');
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const rail = await page.getByRole('navigation', { name: 'الأقسام' }).boundingBox();
  expect(rail?.x).toBeGreaterThan(400);
});

function readCsv(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    return String(error);
  }
}
