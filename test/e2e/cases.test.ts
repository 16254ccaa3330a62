import { expect, test } from '@playwright/test';
import { CasesPage } from './pages/cases-page';
import { ExhibitPage, type Step } from './pages/exhibit-page';
import { FramePage } from './pages/frame-page';
import { axeFindings, inBothSchemes } from './pages/new-laboratory';
import { SignInPage } from './pages/sign-in-page';
import { type Launched, launch } from './support/launch';

const STEPS: readonly Step[] = ['Custody', 'Samples', 'Colour tests', 'Sequence', 'Identify', 'Comparison', 'Deviations', 'Conclusion'];

let aliquot: Launched;
let cases: CasesPage;
let exhibit: ExhibitPage;

test.beforeEach(async () => {
  aliquot = await launch({ args: ['--demo'] });
  cases = new CasesPage(aliquot.page);
  exhibit = new ExhibitPage(aliquot.page);
});
test.afterEach(() => aliquot.close());

async function openTablets(role: string): Promise<void> {
  await new SignInPage(aliquot.page).signInAs(role);
  await cases.open();
  await cases.openCase('Parcel at the harbour depot');
  await cases.openExhibit('50 round blue tablets');
  await exhibit.checklist.waitFor();
}

test('cases, a case and every step of an exhibit have no finding of axe, light and dark', async () => {
  test.slow();
  const { page } = aliquot;
  await new SignInPage(page).signInAs('Technician');
  await cases.open();
  await cases.list.waitFor();
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `cases ${scheme}`).toEqual([]));
  await cases.begin('New case');
  expect.soft(await axeFindings(page), 'new case').toEqual([]);
  await page.keyboard.press('Escape');
  await cases.openCase('Parcel at the harbour depot');
  await cases.exhibits.waitFor();
  await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `case ${scheme}`).toEqual([]));
  await cases.begin('New exhibit');
  await cases.drawer.getByRole('checkbox', { name: /High potency suspected/ }).check();
  expect.soft(await axeFindings(page), 'new exhibit').toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Leave without saving' }).click();
  await cases.openExhibit('50 round blue tablets');
  for (const step of STEPS) {
    await exhibit.step(step);
    await inBothSchemes(page, async (scheme) => expect.soft(await axeFindings(page), `${step} ${scheme}`).toEqual([]));
  }
  await exhibit.step('Colour tests');
  await exhibit.begin('Record a colour test');
  await exhibit.choose('Reagent', 'Marquis');
  expect.soft(await axeFindings(page), 'colour test').toEqual([]);
});

test('the steps are reached by keys, and what a conclusion needs is in sight beside each', async () => {
  await openTablets('Technician');
  const { page } = aliquot;
  for (const [index, step] of STEPS.entries()) {
    await page.keyboard.press(String(index + 1));
    await expect(page.getByRole('tab', { name: new RegExp(`^${step}`) })).toHaveAttribute('aria-selected', 'true');
    await expect(exhibit.checklist.getByRole('heading')).toBeInViewport();
  }
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toContainText('Comparison');
});

test('a custody entry is corrected by another that names it, and stays', async () => {
  await openTablets('Custodian');
  const before = await exhibit.grid.getByRole('row').count();
  await exhibit.grid.getByRole('row').filter({ hasText: 'handed over' }).first().click();
  await exhibit.drawer.getByRole('button', { name: 'Correct this entry' }).click();
  await exhibit.fill({ Place: 'Bench 4' });
  await aliquot.page.keyboard.press('Control+Enter');
  await expect(exhibit.drawer.getByText('Needed')).toBeVisible();
  await exhibit.fill({ 'What was wrong, and why': 'It was bench 4, not 3' });
  await exhibit.save();
  await expect(exhibit.grid.getByRole('row').filter({ hasText: 'Corrects: handed over' })).toContainText('Bench 4');
  await expect(exhibit.grid.getByRole('row')).toHaveCount(before + 1);
});

test('leaving a half-filled form asks first', async () => {
  await openTablets('Technician');
  await exhibit.step('Samples');
  await exhibit.begin('Take a sample');
  await exhibit.fill({ Description: 'half a thought' });
  await aliquot.page.keyboard.press('Escape');
  await aliquot.page.getByRole('button', { name: 'Stay' }).click();
  await expect(exhibit.drawer.getByRole('textbox', { name: 'Description' })).toHaveValue('half a thought');
});

test('a result is let not count, with a reason, and the checklist opens again', async () => {
  await openTablets('Technician');
  await exhibit.step('Colour tests');
  await exhibit.grid.getByRole('row').nth(1).click();
  await exhibit.drawer.getByRole('button', { name: 'Let it not count' }).click();
  const dialog = aliquot.page.getByRole('dialog', { name: 'Let it not count' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The wrong bottle was used');
  await dialog.getByRole('button', { name: /^Let it not count/ }).click();
  await expect(exhibit.grid.getByRole('row').nth(1)).toContainText('Does not count');
});

test('a technician may not authorise a deviation; the search finds the exhibit by its code', async () => {
  await openTablets('Technician');
  const { page } = aliquot;
  await exhibit.step('Deviations');
  await expect(page.getByRole('tabpanel')).toContainText('Only a manager may authorise one.');
  await expect(page.getByRole('button', { name: 'Requalify a lot' })).toHaveCount(0);
  const code = (await new FramePage(page).crumbs.innerText()).match(/C-\d{4}-\d{4}\/1/)?.[0] ?? '';
  await new FramePage(page).open('Bench');
  await page.keyboard.press('Control+K');
  await page.keyboard.type(code);
  await page.getByRole('button', { name: /50 round blue tablets/ }).click();
  await expect(exhibit.potencyWarning).toBeVisible();
});

test('a closed case offers no work on its exhibits, says why, and leads to where it is opened again', async () => {
  const { page } = aliquot;
  await new SignInPage(page).signInAs('Custodian');
  await cases.open();
  await cases.openCase('Parcel at the harbour depot');
  await cases.openExhibit('50 round blue tablets');
  const edit = page.getByRole('button', { name: 'Edit the exhibit' });
  await expect(edit).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Edit the case' }).click();
  await cases.drawer.waitFor();
  await cases.choose('Status', 'Closed');
  await cases.fill({ Reason: 'Everything is answered' });
  await cases.save();
  await cases.openExhibit('50 round blue tablets');
  await expect(page.getByRole('note').filter({ hasText: 'is closed' })).toBeVisible();
  await expect(edit).toHaveCount(0);
  await page.getByRole('link', { name: 'Go to the case' }).click();
  await expect(page.getByRole('button', { name: 'Edit the case' })).toBeVisible();
});
