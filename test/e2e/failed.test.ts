import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { AdministrationPage } from './pages/administration-page';
import { FramePage } from './pages/frame-page';
import { SignInPage } from './pages/sign-in-page';
import { launch } from './support/launch';

test('a damaged laboratory is named, left untouched, and a backup is offered', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'aliquot-damaged-'));
  const damaged = Buffer.alloc(8192, 'this is no database ');
  writeFileSync(join(folder, 'laboratory.sqlite'), damaged);
  const { page, close } = await launch({ args: ['--lab', folder] });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText("The laboratory's database is damaged");
  await expect(page.getByRole('main')).toContainText(folder);
  await expect(page.getByRole('button', { name: /Choose a backup/ })).toBeVisible();
  await expect(page.getByRole('main')).toContainText('Code for support');
  // Where the display's own pointer rests may be a code, and its tooltip stands in a portal outside the landmarks.
  await page.mouse.move(1, 1);
  await expect(async () => {
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
  }).toPass({ timeout: 10_000 });
  await close();
  expect(readFileSync(join(folder, 'laboratory.sqlite')).equals(damaged)).toBe(true);
  rmSync(folder, { recursive: true, force: true });
});

test('when the engine dies the window says so, and what was saved is there after signing in again', async () => {
  const aliquot = await launch({ args: ['--demo'] });
  const { page } = aliquot;
  const signIn = new SignInPage(page);
  const administration = new AdministrationPage(page);
  await signIn.signInAs('Administrator');
  await administration.open('Customers');
  await administration.add('Add a customer');
  await administration.fill({ Name: 'Saved before the end' });
  await administration.save();
  await expect(administration.row('Saved before the end')).toBeVisible();
  const engine = await aliquot.app.evaluate(({ app }) => app.getAppMetrics().find(({ name }) => name === 'Aliquot engine')?.pid ?? 0);
  process.kill(engine, 'SIGKILL');
  await expect(page.getByText('The engine was started again.')).toBeVisible();
  await expect(new FramePage(page).rail).toBeHidden();
  await signIn.signInAs('Administrator');
  await administration.open('Customers');
  await expect(administration.row('Saved before the end')).toBeVisible();
  await aliquot.close();
});
