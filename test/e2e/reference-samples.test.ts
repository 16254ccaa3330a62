import { expect, test } from '@playwright/test';
import { axeFindings, inBothSchemes, inNewLaboratory } from './pages/new-laboratory';

test.slow();

test('a lot is entered with its substance found by its Arabic name, and shows when it expires', async () => {
  const { page, frame, close } = await inNewLaboratory();
  await frame.open('Reference samples');
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `no lots ${scheme}`).toEqual([]));
  await page.getByRole('button', { name: 'New lot' }).first().click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('combobox', { name: 'Substance' }).fill('فنتانيل');
  await page
    .getByRole('option', { name: /^Fentanyl/i })
    .first()
    .click();
  await drawer.getByLabel('Salt form').fill('hydrochloride');
  await drawer.getByLabel('Producer').fill('Reference House');
  await drawer.getByLabel('Lot number').fill('RH-0042');
  await drawer.getByLabel('Certified purity').fill('99,1');
  await drawer.getByLabel('Uncertainty U').fill('0.4');
  await drawer.getByLabel('Coverage factor k').fill('2');
  await drawer.getByLabel('Received on').fill('2024-01-10');
  await drawer.getByLabel('Expires on').fill('2024-06-30');
  await drawer.getByRole('textbox', { name: 'Mass received' }).fill('10');
  expect(await axeFindings(page), 'new lot').toEqual([]);
  await page.keyboard.press('Control+Enter');
  const row = page.getByRole('grid', { name: 'Lots' }).getByRole('row').nth(1);
  await expect(row).toContainText('99.1 ± 0.4');
  await expect(row).toContainText('Expired');
  await row.click();
  await expect(drawer.getByLabel('Lot number')).toHaveValue('RH-0042');
  await close();
});

test('a substance is found in any script; a row of the control list is verified against a named list', async () => {
  const { page, frame, close } = await inNewLaboratory();
  await frame.open('Reference samples');
  await page.getByRole('tab', { name: 'Substances' }).click();
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('吗啡');
  const first = page.getByRole('grid', { name: 'Substances' }).getByRole('row').nth(1);
  await expect(first).toContainText(/morphine/i);
  await first.click();
  const drawer = page.getByRole('dialog');
  await expect(drawer.getByRole('img', { name: /Structure of/ })).toBeVisible();
  expect(await axeFindings(page), 'substance').toEqual([]);
  await page.keyboard.press('Escape');

  await page.getByRole('tab', { name: 'Control list' }).click();
  await expect(page.getByText('This is not an official list.')).toBeVisible();
  await inBothSchemes(page, async (scheme) => expect(await axeFindings(page), `control list ${scheme}`).toEqual([]));
  await page.getByRole('searchbox', { name: 'Search this list' }).fill('cocaine');
  const cocaine = page
    .getByRole('grid', { name: 'Control list' })
    .getByRole('row')
    .filter({ hasText: /cocaine/i })
    .first();
  await expect(cocaine).toContainText('Not verified');
  await cocaine.click();
  await drawer.getByRole('button', { name: /Compare and verify/ }).click();
  const form = page.getByRole('dialog', { name: 'Compared with the official list' });
  await form.getByLabel('Compared with').fill('INCB Yellow List, 63rd edition');
  expect(await axeFindings(page), 'verify').toEqual([]);
  await form.getByRole('button', { name: /It agrees/ }).click();
  await expect(page.getByText('INCB Yellow List, 63rd edition')).toBeVisible();
  await close();
});
