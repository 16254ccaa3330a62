import { expect, test } from '@playwright/test';
import { AdministrationPage } from './pages/administration-page';
import { axeFindings, inNewLaboratory } from './pages/new-laboratory';

test('a new laboratory adopts the criteria with a reason, and the trail holds who did it', async () => {
  const { page, close } = await inNewLaboratory();
  const administration = new AdministrationPage(page);
  await administration.open('Criteria');
  const panel = page.getByRole('tabpanel');
  await expect(panel).toContainText('Not adopted by the laboratory');
  await expect(panel.getByRole('row').filter({ hasText: 'mass spectrometry' })).toContainText('SWG82, TWG');
  expect.soft(await axeFindings(page), 'not adopted').toEqual([]);

  await panel.getByRole('button', { name: 'Adopt this edition' }).click();
  await expect(administration.drawer).toContainText('every checklist and report');
  expect.soft(await axeFindings(page), 'the question').toEqual([]);
  await administration.save();
  await expect(administration.drawer.getByText('Needed')).toBeVisible();
  await administration.drawer.getByLabel('Reason').fill('Read against procedure QP-7');
  await administration.save();
  await expect(panel).toContainText('Adopted by the laboratory');
  await expect(panel).toContainText('Anna Keller');
  await expect(panel).toContainText('Read against procedure QP-7');
  await expect(panel.getByRole('button', { name: 'Adopt this edition' })).toHaveCount(0);

  await administration.open('Audit trail');
  await expect(administration.row('Identification criteria adopted')).toContainText('Anna Keller');
  await close();
});
