import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { AdministrationPage } from './pages/administration-page';
import { FirstRunPage } from './pages/first-run-page';
import { FramePage } from './pages/frame-page';
import { SignInPage } from './pages/sign-in-page';
import { launch } from './support/launch';

/** WCAG 2.2 A and AA and axe's best practices, as short findings. Legacy mode: Electron opens no second page for axe. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary?.replaceAll('\n', ' ')}`),
  );
}

async function inBothSchemes(page: Page, check: (scheme: string) => Promise<void>): Promise<void> {
  await check('light');
  await page.getByRole('button', { name: 'Switch to dark' }).click();
  await page.mouse.move(5, 300);
  await check('dark');
  await page.getByRole('button', { name: 'Switch to light' }).click();
}

test('the wizard has no finding of axe', async () => {
  const { page, close } = await launch();
  const wizard = new FirstRunPage(page);
  await wizard.title.waitFor();
  await inBothSchemes(page, async (scheme) => expect.soft(await findings(page), scheme).toEqual([]));
  await wizard.next();
  expect.soft(await findings(page), 'with a finding beside its field').toEqual([]);
  await wizard.chooseCountry('Nepal');
  await wizard.next();
  expect.soft(await findings(page), 'laboratory').toEqual([]);
  await wizard.laboratoryName.fill('Laboratory');
  await wizard.next();
  expect.soft(await findings(page), 'administrator').toEqual([]);
  await wizard.describeAdministrator({ fullName: 'A B', signInName: 'ab', password: 'ten letters!', alsoRoles: [] });
  await wizard.found();
  await wizard.recoveryCode.waitFor();
  expect.soft(await findings(page), 'recovery code').toEqual([]);
  await close();
});

test('sign-in, frame and every section of Administration have no finding of axe, light and dark', async () => {
  test.slow();
  const { page, close } = await launch({ args: ['--demo'] });
  const signIn = new SignInPage(page);
  const frame = new FramePage(page);
  const administration = new AdministrationPage(page);
  await signIn.submit.waitFor();
  await inBothSchemes(page, async (scheme) => expect.soft(await findings(page), `sign-in ${scheme}`).toEqual([]));
  await signIn.signInAs('Administrator');
  await frame.rail.waitFor();
  await inBothSchemes(page, async (scheme) => expect.soft(await findings(page), `bench ${scheme}`).toEqual([]));
  for (const tab of ['Laboratory', 'People', 'Customers', 'Methods', 'Instruments', 'Criteria', 'Audit trail', 'Backup', 'About']) {
    await administration.open(tab);
    await page.getByRole('tabpanel').waitFor();
    await inBothSchemes(page, async (scheme) => expect.soft(await findings(page), `${tab} ${scheme}`).toEqual([]));
  }
  await administration.open('People');
  await administration.row('Reviewer').click();
  await administration.drawer.waitFor();
  expect.soft(await findings(page), 'a record beside its list').toEqual([]);
  await page.keyboard.press('Escape');
  await frame.choose('Lock');
  await page.getByRole('heading', { name: 'Locked' }).waitFor();
  expect.soft(await findings(page), 'locked').toEqual([]);
  await close();
});
