import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { FirstRunPage, type Founder } from './pages/first-run-page';
import { FramePage } from './pages/frame-page';
import { SignInPage } from './pages/sign-in-page';
import { launch } from './support/launch';

const founder: Founder = { fullName: 'Mona Al-Harbi', signInName: 'mona', password: 'a long first sentence', alsoRoles: ['Manager'] };
let userData = '';

test.beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'aliquot-first-run-'));
});
test.afterEach(() => rmSync(userData, { recursive: true, force: true }));

test('a laboratory is founded, its recovery code is shown once and opens a lost account', async () => {
  const first = await launch({ userData });
  const wizard = new FirstRunPage(first.page);
  await wizard.chooseCountry('Kenya');
  await wizard.next();
  await wizard.laboratoryName.fill('Central Forensic Laboratory');
  await wizard.next();
  await wizard.describeAdministrator(founder);
  await wizard.found();
  const code = await wizard.recoveryCode.innerText();
  expect(code).toMatch(/^[0-9A-Z-]{20,}$/);
  await expect(wizard.goOn).toBeDisabled();
  await wizard.confirmCode();
  await expect(new FramePage(first.page).crumbs).toHaveText('Bench');
  await expect(first.page).toHaveTitle('Bench – Central Forensic Laboratory – Aliquot');
  await first.close();

  const second = await launch({ userData });
  const signIn = new SignInPage(second.page);
  await expect(second.page.getByRole('heading', { name: 'Central Forensic Laboratory' })).toBeVisible();
  await signIn.recover('mona', code, 'another long sentence');
  await expect(new FirstRunPage(second.page).recoveryCode).not.toHaveText(code);
  await new FirstRunPage(second.page).confirmCode();
  await signIn.signIn('mona', founder.password);
  await expect(signIn.failure).toContainText('The name or the password is wrong.');
  await signIn.signIn('mona', 'another long sentence');
  await expect(new FramePage(second.page).rail).toBeVisible();
  await second.close();
});

test('the wizard stops at what is missing, beside the field, and goes back without losing anything', async () => {
  const { page, close } = await launch({ userData });
  const wizard = new FirstRunPage(page);
  await wizard.next();
  await expect(wizard.country).toHaveAccessibleDescription(/Needed|Not written as expected|At least/);
  await wizard.chooseCountry('Peru');
  await wizard.next();
  await wizard.next();
  await expect(wizard.laboratoryName).toHaveAttribute('aria-invalid', 'true');
  await wizard.laboratoryName.fill('Laboratorio');
  await wizard.next();
  await wizard.describeAdministrator(founder);
  await wizard.password.fill('short');
  await wizard.again.fill('other');
  await wizard.found();
  await expect(page.getByText('At least 10 characters', { exact: true })).toBeVisible();
  await expect(page.getByText('The two are not the same')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(wizard.laboratoryName).toHaveValue('Laboratorio');
  await close();
});
