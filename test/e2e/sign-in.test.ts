import { expect, test } from '@playwright/test';
import { AdministrationPage } from './pages/administration-page';
import { FramePage } from './pages/frame-page';
import { SignInPage } from './pages/sign-in-page';
import { type Launched, launch } from './support/launch';

let aliquot: Launched;

test.beforeEach(async () => {
  aliquot = await launch({ args: ['--demo'] });
});
test.afterEach(() => aliquot.close());

test('a wrong password is refused in plain words, and the practice people sign in with one click', async () => {
  const signIn = new SignInPage(aliquot.page);
  await signIn.signIn('samir', 'not the password');
  await expect(signIn.failure).toContainText('The name or the password is wrong.');
  await signIn.signInAs('Administrator');
  const frame = new FramePage(aliquot.page);
  await expect(frame.practiceNote).toContainText('everything here is invented');
  await frame.choose('Sign out');
  await expect(signIn.submit).toBeVisible();
});

test('a locked window shows nothing, asks for the password, and gives back what was being typed', async () => {
  const signIn = new SignInPage(aliquot.page);
  const frame = new FramePage(aliquot.page);
  const administration = new AdministrationPage(aliquot.page);
  const { password } = await signIn.signInAs('Administrator');
  await administration.open('Laboratory');
  await aliquot.page.getByLabel('Accreditation').fill('half a number');
  await frame.choose('Lock');
  await expect(aliquot.page.getByRole('heading', { name: 'Locked' })).toBeVisible();
  await expect(frame.rail).toBeHidden();
  await signIn.unlock('not the password');
  await expect(signIn.failure).toContainText('wrong');
  await signIn.unlock(password);
  await expect(aliquot.page.getByLabel('Accreditation')).toHaveValue('half a number');
  await frame.choose('Lock');
  await aliquot.page.getByRole('button', { name: 'Not you? Sign out' }).click();
  await expect(signIn.submit).toBeVisible();
});

test('a new account must choose a password of its own before anything else', async () => {
  const signIn = new SignInPage(aliquot.page);
  const frame = new FramePage(aliquot.page);
  const administration = new AdministrationPage(aliquot.page);
  await signIn.signInAs('Administrator');
  await administration.open('People');
  await administration.add('Add a person');
  await administration.fill({
    'Sign-in name': 'nils',
    'Full name': 'Nils Newcomer',
    Initials: 'NN',
    'First password': 'given to a newcomer',
  });
  await administration.drawer.getByRole('checkbox', { name: 'Technician' }).check();
  await administration.save();
  await expect(administration.row('Nils Newcomer')).toBeVisible();
  await frame.choose('Sign out');
  await signIn.signIn('nils', 'given to a newcomer');
  await expect(frame.rail).toBeHidden();
  await signIn.chooseOwnPassword('given to a newcomer', 'my very own sentence');
  await expect(frame.rail).toBeVisible();
  await expect(frame.rail.getByRole('link', { name: 'Bench' })).toBeVisible();
  await frame.open('Administration');
  await expect(aliquot.page.getByRole('tab', { name: 'People' })).toHaveCount(0);
});
